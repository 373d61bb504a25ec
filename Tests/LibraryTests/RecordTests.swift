import Casebook
import Foundation
import Library
import Model
import Query
import Testing

@Suite struct LibraryRecordTests {
  @Test func everyRecordComesBackAsItWasRead() async throws {
    let fixture = try LibraryFixture()
    let store = try fixture.open()
    let (contents, _) = CasebookReader.read(fixture.casebook)
    for record in contents.records {
      guard case .dossier(let dossier) = try await store.answer(.dossier(record.id)) else {
        continue
      }
      #expect(dossier.record == record)
    }
    #expect(contents.records.count == 14)
  }

  @Test func aDossierHasItsRelationsMentionsAndNames() async throws {
    let store = try LibraryFixture().open()
    guard case .dossier(let dossier) = try await store.answer(.dossier("red-band")) else { return }
    #expect(dossier.relations.map(\.id) == ["ana-leads-red", "blue-splinter-red"])
    #expect(dossier.mentions.map(\.statement.id).contains("norburg-attack/claimant.1"))
    #expect(dossier.name(of: "ana-north") == "Ana North")
    #expect(dossier.name(of: "herald-2020-05-01") == "Herald, 1 May 2020")
  }

  @Test func aPassageLeadsToItsFacts() async throws {
    let store = try LibraryFixture().open()
    let passage = try #require(PassageID("doe-2020#4"))
    #expect(
      try await store.answer(.facts(passage))
        == .facts([
          Fact(
            statement: Statement(
              id: "norburg-attack/killed.1", subject: "norburg-attack", property: .killed,
              label: "Killed", value: .figure(CasualtyFigure(7, .moreThan)),
              citations: ["doe-2020#2", "doe-2020#4"].compactMap { PassageID($0) }.map {
                Citation($0)
              }),
            subject: "Attack in Norburg", subjectKind: .event, value: "more than 7")
        ]))
    let absent = try #require(PassageID("doe-2020#5"))
    await #expect(throws: StoreProblem.noSuchPassage(absent)) {
      try await store.answer(.facts(absent))
    }
    await #expect(throws: StoreProblem.noSuchRecord("nobody")) {
      try await store.answer(.dossier("nobody"))
    }
  }

  @Test func aReadingCountsTheFactsOfEachPassage() async throws {
    let store = try LibraryFixture().open()
    guard case .reading(let reading) = try await store.answer(.reading("doe-2020")) else { return }
    #expect(reading.passages.map(\.id.number.rawValue) == [1, 2, 3, 4])
    #expect(reading.facts[0] == 0 && reading.facts[3] == 1)
    #expect(reading.facts.reduce(0, +) > 10)
  }
}

@Suite struct LibraryFolderTests {
  @Test func isBuiltOnceAndAgainWhenAFileChanges() throws {
    let fixture = try LibraryFixture()
    let first = try fixture.open().path
    #expect(try fixture.open().path == first)
    try "- { id: new-band, name: New Band, aliases: [{ text: New Band, in: doe-2020 }] }".write(
      toFile: fixture.casebook.path + "/groups/new.yaml", atomically: true, encoding: .utf8)
    let second = try fixture.open().path
    #expect(second != first)
    #expect(!FileManager.default.fileExists(atPath: first), "the former library is gone")
  }

  @Test(arguments: ["records.sqlite", "index.adx"])
  func whatIsDamagedIsBuiltAnew(file: String) async throws {
    let fixture = try LibraryFixture()
    let path = try fixture.open().path
    try Data("no library at all".utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
    let rebuilt = try fixture.open()
    guard case .overview(let overview) = try await rebuilt.answer(.overview) else { return }
    #expect(overview.counts[.event] == 3)
    #expect(rebuilt.notice?.contains("built anew") == true)
    #expect(try fixture.open().notice == nil)
  }

  @Test func aCasebookWithProblemsIsNotOpened() throws {
    let fixture = try LibraryFixture()
    try "- { id: x }".write(
      toFile: fixture.casebook.path + "/groups/new.yaml", atomically: true, encoding: .utf8)
    let problem = #expect(throws: LibraryProblem.self) { try fixture.open() }
    guard case .invalid(let problems)? = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(problems.map(\.place.file) == ["groups/new.yaml"])
    #expect(throws: LibraryProblem.self) {
      try SQLiteStore.open(CasebookFolder(path: "/nowhere"), cache: fixture.cache)
    }
  }

  @Test func aCacheThatCannotBeWrittenIsNamed() throws {
    let fixture = try LibraryFixture()
    let file = fixture.cache + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let problem = #expect(throws: LibraryProblem.self) {
      try SQLiteStore.open(fixture.casebook, cache: file)
    }
    guard case .cache(let path, _)? = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(path.hasPrefix(file))
  }
}
