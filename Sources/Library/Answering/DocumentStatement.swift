import GRDB
import GRDBSQLite

/// A statement that is run for one document after another, and gives a row for each: a window of a
/// list, or hundreds of texts for one phrase.
///
/// It asks SQLite itself, at a half of what GRDB's rows cost.
struct DocumentStatement {
  private let statement: OpaquePointer

  /// Takes SQL with one parameter, the document's number.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql).sqliteStatement
  }

  /// What is read of the document's row; nil where it has none.
  ///
  /// - Throws: `DatabaseError`, where the row cannot be read.
  func read<Value>(_ document: UInt32, _ body: (Columns) throws -> Value) throws -> Value? {
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, Int64(document))
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return try body(Columns(statement: statement))
    case SQLITE_DONE: return nil
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// The columns of a row, from 0; good only while they are handed over.
  struct Columns {
    fileprivate let statement: OpaquePointer

    /// The UTF-8 of a text; empty where there is none.
    func bytes(_ index: Int32) -> UnsafeBufferPointer<UInt8> {
      guard let start = sqlite3_column_text(statement, index) else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }

    func text(_ index: Int32) -> String { String(decoding: bytes(index), as: UTF8.self) }

    func textIfAny(_ index: Int32) -> String? {
      sqlite3_column_type(statement, index) == SQLITE_NULL ? nil : text(index)
    }

    func number(_ index: Int32) -> Int { Int(sqlite3_column_int64(statement, index)) }
  }
}

/// The words of documents as they were written, part by part.
struct Wordings {
  private let statement: DocumentStatement

  init(_ database: Database) throws {
    statement = try DocumentStatement(
      database, "SELECT text FROM listing WHERE document = ?")
  }

  /// The first part of a document's wording that passes a test; nil where none does.
  func part(
    of document: UInt32, where test: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws -> String? {
    try statement.read(document) { columns in
      // The parts are separated by line feeds.
      columns.bytes(0).split(separator: UInt8(ascii: "\n")).lazy
        .map { UnsafeBufferPointer(rebasing: $0) }.first(where: test)
        .map { String(decoding: $0, as: UTF8.self) }
    } ?? nil
  }

  /// Whether a part of a document's wording passes a test.
  func hasPart(
    of document: UInt32, where test: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws -> Bool {
    try statement.read(document) { columns in
      columns.bytes(0).split(separator: UInt8(ascii: "\n")).contains {
        test(UnsafeBufferPointer(rebasing: $0))
      }
    } ?? false
  }
}
