import Casebook
import Foundation
import Library
import Model
import Query

/// The made-up casebook of the tests, opened as a library in a cache of its own.
final class LibraryFixture: Sendable {
  let cache: String
  let casebook: CasebookFolder

  init() throws {
    cache = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    let original = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/casebook").path
    try FileManager.default.copyItem(atPath: original, toPath: cache + "/casebook")
    casebook = CasebookFolder(path: cache + "/casebook")
  }

  func open() throws -> SQLiteStore { try SQLiteStore.open(casebook, cache: cache) }

  /// The ids that a query finds among records of a kind, in their order.
  func ids(_ kind: RecordKind, _ query: String, scope: RecordID? = nil) async throws -> [String] {
    let expression = try QueryReader.read(query)
    let request = RowRequest(kind, expression: expression, scope: scope, count: 100)
    guard case .rows(let window) = try await open().answer(.rows(request)) else { return [] }
    return window.rows.map {
      switch $0.target {
      case .record(let id): id.rawValue
      case .passage(let id): id.description
      case .text(let source, let paragraph): "\(source)@\(paragraph)"
      }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: cache) }
}

extension LibraryFixture {
  /// A casebook beside the made-up one, with events of its own on the same days and others, opened.
  func openSecond() throws -> SQLiteStore {
    let second = cache + "/second"
    try FileManager.default.copyItem(atPath: casebook.path, toPath: second)
    for part in ["themes", "relations"] {
      try FileManager.default.removeItem(atPath: "\(second)/\(part)")
    }
    let days = [
      "2019-05-01", "2019-05-01", "2019-05/2019-06", "2019", "../2018", "2020-04-29",
      "2020-04-30", "2020-05-01", "2020", "..", "2018-01-01", "2020-04-29", "2019-06/..",
    ]
    let events = days.enumerated().map { number, day in
      """
      - id: other-\(number)
        title: Other attack \(number)
        kind: attack
        dates: [\(day == ".." ? "" : "{ date: \(day), cites: \"doe-2020#3\" }")]
        places: [{ place: norburg, cites: "doe-2020#2" }]
        participants: [{ role: perpetrator, who: \(number % 3 == 0 ? "red-band" : "blue-band"), cites: "doe-2020#4" }]
        killed: [\(number % 2 == 0 ? "" : "{ figure: \(number % 4 == 1 ? "at least " : "")\(number), cites: \"doe-2020#2\" }")]
      """
    }
    try events.joined(separator: "\n").write(
      toFile: second + "/events/events.yaml", atomically: true, encoding: .utf8)
    return try SQLiteStore.open(CasebookFolder(path: second), cache: cache)
  }
}
