import Casebook
import Foundation
import Library
import Model
import Query

/// The made-up casebook of the tests, opened as a library in a cache of its own.
final class LibraryFixture {
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
