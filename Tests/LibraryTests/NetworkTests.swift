import Casebook
import Foundation
import Library
import Model
import Query
import Testing

/// A record's relations and those of its neighbours, as a library answers them; and what themes are told with.
@Suite struct NetworkTests {
  private func network(_ store: SQLiteStore, of id: RecordID) throws -> Network? {
    guard case .network(let network) = try store.answerNow(.network(id)) else { return nil }
    return network
  }

  @Test func itHasTheEdgesOfTheRecordAndOfItsNeighbours() throws {
    let store = try LibraryFixture().open()
    let network = try #require(try network(store, of: "red-band"))
    #expect(Set(network.relations.map(\.id)) == ["blue-splinter-red", "ana-leads-red"])
    #expect(Set(network.parties) == ["blue-band", "ana-north"])
    #expect(network.neighbours["blue-band"]?.map(\.id) == ["blue-splinter-red"])
    #expect(network.kinds["ana-north"] == .person && network.kinds["blue-band"] == .group)
    #expect(network.name(of: RecordID("blue-band")) != "blue-band")
    #expect(network.relations.allSatisfy { !$0.statements.flatMap(\.citations).isEmpty })
    let beyond = try #require(try self.network(store, of: "blue-band"))
    #expect(beyond.neighbours["red-band"]?.count == 2)
  }

  @Test func aRecordThatIsNotThereIsRefused() throws {
    let store = try LibraryFixture().open()
    #expect(throws: StoreProblem.noSuchRecord("nobody")) { try store.answerNow(.network("nobody")) }
  }

  /// Relations of one record lie in several collections; each is drawn once.
  @Test func severalCollectionsKnowOneNetwork() throws {
    let fixture = try LibraryFixture()
    let second = fixture.cache + "/second"
    try FileManager.default.copyItem(atPath: fixture.casebook.path, toPath: second)
    let path = second + "/relations/relations.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try
      (text
      + "- { id: blue-rival-red, type: rivalry, from: blue-band, to: red-band, cites: \"doe-2020#3\" }\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let other = try SQLiteStore.open(CasebookFolder(path: second), cache: fixture.cache)
    let merged = Collections([try fixture.open(), other])
    guard case .network(let network) = try merged.answerNow(.network("red-band")) else {
      Issue.record("no network")
      return
    }
    #expect(
      network.relations.map(\.id).sorted() == [
        "ana-leads-red", "blue-rival-red", "blue-splinter-red",
      ])
    #expect(network.neighbours["blue-band"]?.count == 2)
    #expect(throws: StoreProblem.noSuchRecord("nobody")) {
      try merged.answerNow(.network("nobody"))
    }
  }

  /// The events of a theme are those that its members have as their records.
  @Test func aThemeHasTheEventsOfItsMembers() async throws {
    let fixture = try LibraryFixture()
    #expect(try await Set(fixture.ids(.event, "", scope: "phases")) == ["siege", "norburg-attack"])
    guard
      case .rows(let themes) = try fixture.open().answerNow(.rows(RowRequest(.theme, count: 9))),
      case .dossier(let dossier) = try fixture.open().answerNow(.dossier("phases"))
    else { throw StoreProblem.cancelled }
    #expect(themes.rows.map(\.events) == [2])
    #expect(dossier.dates["siege"] != nil)
  }
}
