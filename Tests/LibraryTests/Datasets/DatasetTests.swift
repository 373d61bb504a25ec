import Foundation
import Interchange
import Library
import Model
import Query
import Testing

/// A dataset's library, written row by row and read back.
@Suite struct DatasetTests {
  /// Rows of one's own, imported into a folder that goes with this.
  private final class Dataset {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path

    func store() throws -> SQLiteStore {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let table = """
        id,title,kind,date,groups,place,killed,wounded,note
        row-2,Shooting in Norburg,Shooting,2019-04-03,Red Band,Norburg,0,at least 2,
        row-3,Undated,Clash,,,,,,
        row-1,Clash in Norburg,Clash,2019-04~,Red Band; Army,Norburg,3,,An open \u{1B}[31m escape.

        """
      try table.write(toFile: folder + "/rows.csv", atomically: true, encoding: .utf8)
      let importing = DatasetImport(into: DatasetFolder(data: folder))
      return try SQLiteStore.open(importing.run(folder + "/rows.csv") { _ in true }.dataset)
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
      try rows(dataset.store(), .event, query).map(\.target)
        == ids.map { .record(RecordID("events-" + $0)) })
  }

  @Test func aRowComesBackWithWhatItGivesAndNoMore() throws {
    let dataset = Dataset()
    let store = try dataset.store()
    guard case .dossier(let dossier) = try store.answerNow(.dossier("events-row-2")),
      case .event(let event) = dossier.record
    else {
      Issue.record("no event")
      return
    }
    #expect(event.dates.map(\.description) == ["2019-04-03"])
    #expect(event.figures(.killed) == [CasualtyFigure(0)])
    #expect(event.figures(.wounded) == [CasualtyFigure(2, .atLeast)])
    let line = PassageID(source: "events", number: ParagraphNumber(2))
    #expect(event.statements.allSatisfy { $0.citations == [Citation(line)] })
    #expect(dossier.row?.fields.map(\.value).last == "" && dossier.row?.line == 2)
    let killed = try #require(event.statements.first { $0.property == .killed })
    #expect(dossier.row?.columns[killed.id] == [6])
    #expect(dossier.name(of: "red-band") == "Red Band")
    guard case .dossier(let undated) = try store.answerNow(.dossier("events-row-3")) else { return }
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
      window.rows.map(\.target) == [
        .record("events-row-1"), .record("events-row-2"), .record("norburg-attack"),
      ])
  }

  /// Of a release it is not known when its rows could be known.
  @Test func isLeftOutAsOfADate() throws {
    let dataset = Dataset()
    let fixture = try LibraryFixture()
    let store = try dataset.store()
    let library = Collections([try fixture.open(), store])
    let alone = Collections([try fixture.open()])
    let day = try #require(try ExtendedDate(reading: "2030").certainEnd)
    for kind in RecordKind.allCases {
      let request = Request.known(by: day, .rows(RowRequest(kind, count: 100)))
      #expect(try library.answerNow(request) == alone.answerNow(request), "\(kind.plural)")
    }
    #expect(throws: StoreProblem.noSuchRecord("events-row-1")) {
      try library.answerNow(.known(by: day, .dossier("events-row-1")))
    }
    guard case .overview(let overview) = try library.answerNow(.known(by: day, .overview)) else {
      return
    }
    #expect(overview.collections.map(\.kind) == [.casebook])
    // Without a casebook nothing is left.
    let none = try Collections([store]).answerNow(
      .known(by: day, .rows(RowRequest(.event, count: 100))))
    #expect(none == .rows(ListWindow(kind: .event, rows: [], first: 0, total: 0)))
  }

  /// So many rows that all threads of an import have several batches.
  private func manyRows(_ count: Int, in folder: String) throws -> String {
    var table = "id,title,kind,date,groups,place,killed,wounded,note\n"
    for number in 0..<count {
      let day = 1 + number % 28
      table +=
        "row-\(number),Clash \(number % 7),Clash,2019-04-\(day < 10 ? "0" : "")\(day),Band \(number % 90),"
        + "Town \(number % 300),\(number % 40),,Note \(number) \(String(repeating: "of words ", count: 12))\n"
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try table.write(toFile: folder + "/rows.csv", atomically: true, encoding: .utf8)
    return folder + "/rows.csv"
  }

  @Test func manyRowsAreAllThereInTheOrderOfDays() throws {
    let dataset = Dataset()
    let file = try manyRows(6000, in: dataset.folder)
    let importing = DatasetImport(into: DatasetFolder(data: dataset.folder))
    let store = try SQLiteStore.open(importing.run(file) { _ in true }.dataset)
    let request = RowRequest(.event, first: 215, count: 2)
    guard case .rows(let window) = try store.answerNow(.rows(request)) else { return }
    // The 215 rows of the first day are those of every 28th.
    #expect(window.total == 6000)
    #expect(window.rows.map(\.target) == [.record("events-row-1"), .record("events-row-29")])
    #expect(try rows(store, .event, "\"note 4321\"").map(\.target) == [.record("events-row-4321")])
    let groups = try rows(store, .group, "")
    #expect(groups.count == 90 && groups.map(\.events).reduce(0, +) == 6000)
  }

  @Test(arguments: [ImportProgress.Step.reading, .indexing])
  func aStoppedImportLeavesNothing(step: ImportProgress.Step) throws {
    let dataset = Dataset()
    let file = try manyRows(6000, in: dataset.folder)
    let folder = DatasetFolder(data: dataset.folder)
    #expect(throws: ImportRefusal.self) {
      try DatasetImport(into: folder).run(file) { $0.step != step || $0.done == 0 }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [".lock"])
  }

  @Test func whatIsNoDatasetIsToldOf() {
    let importing = DatasetImport(
      into: DatasetFolder(data: NSTemporaryDirectory() + UUID().uuidString))
    #expect(throws: ImportRefusal.self) { try importing.run("/nowhere") { _ in true } }
  }
}
