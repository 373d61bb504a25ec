import Foundation
import Library
import Model
import Query
import Testing

/// Files of records beside tables of events: what both name is one.
@Suite struct RecordsImportTests {
  private static let actors = """
    ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NameChange,NewName,NewNameFullMotherTongue,\
    NewNameFullEng,Org,ConflictId,DyadId,PrimaryParty,OSID,OSCoalition,OSCoalitionID,NSID,NSCoalition,\
    NSCoalitionID,Splinter,NamePrev,ActorIdPrev,SplitTemp,NameSplitTemp,ActorIdSplitTemp,Alliance,\
    NameAlliance,ActorIdAlliance,JoinGroup,GroupName,ActorIdGroup,Location,GWNOLoc,Region,Version
    4,Red Band,RB,Banda Rossa,Crimson League,0,,,,1,,,,,0,,,0,,0,,,0,,0,0,,,0,,,Norland,1,1,25.1
    5,Blue Band,Blue Band,n/a,Blue Band,0,,,,1,,,,,0,,,0,,1,Red Band,4,0,,0,0,,,0,,,Norland,1,1,25.1

    """

  @Test func aliasesOfTheListFindEventsOfTheTable() throws {
    let fixture = try ImportFixture()
    let actors = try fixture.importing(fixture.file("ucdp-actor-251.csv", Self.actors)).dataset
    let rows = [["17", "2013-01-10", "2013-01-10", "7", "2", "12"]]
    let events = try fixture.importing(fixture.ged("ged251.csv", rows)).dataset
    #expect(actors.manifest.name == "ucdp-actors")
    let library = Collections([try SQLiteStore.open(actors), try SQLiteStore.open(events)])
    for query in ["group:\"crimson league\"", "group:RB", "=\"Red Band\""] {
      let request = RowRequest(.event, expression: try QueryReader.read(query), count: 9)
      guard case .rows(let window) = try library.answerNow(.rows(request)) else { return }
      #expect(window.rows.map(\.target) == [.record("ged-17")], "\(query)")
    }
    guard case .rows(let groups) = try library.answerNow(.rows(RowRequest(.group, count: 9))),
      case .dossier(let dossier) = try library.answerNow(.dossier("ucdp-4")),
      case .overview(let overview) = try library.answerNow(.overview)
    else { return }
    #expect(groups.rows.map(\.title) == ["Blue Band", "Red Band"])
    #expect(groups.rows.map(\.events) == [1, 1] && groups.total == 2)
    #expect(overview.counts[.group] == 2)
    #expect(dossier.record.aliases.contains { $0.text == "Crimson League" })
    #expect(dossier.relations.map(\.kind) == [.splinter])
  }

  @Test func aBibliographyIsAListOfSources() throws {
    let fixture = try ImportFixture()
    let path = try fixture.file(
      "shelf.bib",
      "@article{doe2016, title = {Of {Nobody}}, author = {Doe, Jane}, date = {2016-08}}\n")
    let report = try fixture.importing(path)
    let store = try SQLiteStore.open(report.dataset)
    #expect(report.dataset.manifest.name == "shelf")
    #expect(try store.rows(.source).map(\.title) == ["Of Nobody"])
    #expect(try store.rows(.source).first?.date?.description == "2016-08")
    let newer = try fixture.file("shelf.bib", "@book{roe, title = {Another}, year = 1999}\n")
    let difference = try #require(try fixture.importing(newer).difference)
    #expect(difference.added == 1 && difference.removed == 1 && difference.same == 0)
  }

  @Test func entitiesCiteTheirLines() throws {
    let fixture = try ImportFixture()
    let path = try fixture.file(
      "people.json",
      """
      {"id":"a","schema":"Person","properties":{"name":["Ann Nobody"],"country":["nl"]}}
      {"id":"b","schema":"Organization","properties":{"name":["Red Band"]}}
      {"id":"c","schema":"Membership","properties":{"member":["a"],"organization":["b"],"role":["clerk"]}}

      """)
    let store = try SQLiteStore.open(fixture.importing(path).dataset)
    #expect(try store.rows(.person).map(\.title) == ["Ann Nobody"])
    let person = try #require(try store.rows(.person).first)
    guard case .record(let id) = person.target, let dossier = try store.dossier(id) else { return }
    #expect(dossier.relations.map(\.kind) == [.membership])
    let cited = try #require(dossier.record.statements.first?.citations.first?.passage)
    #expect(cited == PassageID(source: "people", number: ParagraphNumber(1)))
    guard case .reading(let reading) = try store.answerNow(.reading("people")) else { return }
    #expect(reading.passages.first?.digest == "Ann Nobody")
  }
}
