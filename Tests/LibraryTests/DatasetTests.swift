import Foundation
import Interchange
import Library
import Model
import Query
import Testing

/// A dataset's library, written row by row and read back.
@Suite struct DatasetTests {
  private final class Dataset {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path

    func store() throws -> SQLiteStore {
      let writing = try DatasetWriting(
        folder: folder, title: "Made-up rows", description: "Nothing in it exists.")
      try writing.write([
        DatasetEvent(
          id: "row-1", title: "Clash in Norburg", kind: "Clash",
          date: try ExtendedDate(reading: "2019-04~"),
          groups: [DatasetParty("Red Band"), DatasetParty("Army")],
          places: [DatasetPlace("Norburg", "town")], killed: CasualtyFigure(3),
          note: "An open \u{1B}[31m escape."),
        DatasetEvent(
          id: "row-2", title: "Shooting in Norburg", kind: "Shooting",
          date: try ExtendedDate(reading: "2019-04-03"), groups: [DatasetParty("Red Band")],
          places: [DatasetPlace("Norburg", "town")],
          killed: CasualtyFigure(0), wounded: CasualtyFigure(2, .atLeast)),
        DatasetEvent(id: "row-3", title: "Undated", kind: "Clash"),
      ])
      return try SQLiteStore.open(dataset: folder)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
  }

  private func rows(_ store: SQLiteStore, _ kind: RecordKind, _ query: String) throws -> [ListRow] {
    let request = RowRequest(kind, expression: try QueryReader.read(query), count: 100)
    guard case .rows(let window) = try store.answerNow(.rows(request)) else { return [] }
    return window.rows
  }

  @Test(arguments: [
    ("", ["row-1", "row-2", "row-3"]), ("escape", ["row-1"]),
    ("group:\"red band\"", ["row-1", "row-2"]),
    ("group:army", ["row-1"]), ("place:norburg killed:0", ["row-2"]), ("killed:unknown", ["row-3"]),
    ("wounded:>1", ["row-2"]), ("kind:clash", ["row-1", "row-3"]),
    ("date:2019-04-03", ["row-1", "row-2"]),
    ("\"red band\" norburg", ["row-1", "row-2"]), ("date:undated", ["row-3"]),
    ("date:2019-03", ["row-1"]),
    ("date:~2019-05", ["row-1", "row-2"]),
  ])
  func finds(query: String, ids: [String]) throws {
    let dataset = Dataset()
    #expect(
      try rows(dataset.store(), .event, query).map(\.target) == ids.map { .record(RecordID($0)) })
  }

  @Test func aRowComesBackWithWhatItGivesAndNoMore() throws {
    let dataset = Dataset()
    let store = try dataset.store()
    guard case .dossier(let dossier) = try store.answerNow(.dossier("row-2")),
      case .event(let event) = dossier.record
    else {
      Issue.record("no event")
      return
    }
    #expect(event.dates.map(\.description) == ["2019-04-03"])
    #expect(event.figures(.killed) == [CasualtyFigure(0)])
    #expect(event.figures(.wounded) == [CasualtyFigure(2, .atLeast)])
    #expect(event.statements.allSatisfy { $0.by == .words("Made-up rows") && $0.citations.isEmpty })
    #expect(dossier.name(of: "red-band") == "Red Band")
    guard case .dossier(let undated) = try store.answerNow(.dossier("row-3")) else { return }
    #expect(undated.record.statements.isEmpty)
  }

  @Test func groupsAndPlacesAreThoseThatRowsName() throws {
    let dataset = Dataset()
    let store = try dataset.store()
    #expect(try rows(store, .group, "").map(\.title) == ["Red Band", "Army"])
    #expect(try rows(store, .group, "").map(\.events) == [2, 1])
    #expect(try rows(store, .place, "").map(\.title) == ["Norburg"])
  }

  /// Read beside a casebook, events stand by date and a group of one id is one.
  @Test func isReadBesideACasebook() throws {
    let dataset = Dataset()
    let fixture = try LibraryFixture()
    let library = Collections([try fixture.open(), try dataset.store()])
    let request = RowRequest(.event, scope: "red-band", count: 10)
    guard case .rows(let window) = try library.answerNow(.rows(request)) else { return }
    #expect(
      window.rows.map(\.target) == [.record("row-1"), .record("row-2"), .record("norburg-attack")])
  }

  @Test func whatIsNoDatasetIsToldOf() {
    #expect(throws: LibraryProblem.self) { try SQLiteStore.open(dataset: "/nowhere") }
  }
}
