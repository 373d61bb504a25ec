import GRDB
import GRDBSQLite

/// A statement that writes one row after another, asking SQLite itself, at a third of what GRDB's arguments cost.
struct InsertStatement {
  // Its own, for GRDB leaves those that it caches where their last row was.
  private let owner: GRDB.Statement
  private let statement: OpaquePointer

  /// How many parameters it has.
  let parameters: Int32

  init(_ database: Database, _ sql: String) throws {
    owner = try database.makeStatement(sql: sql)
    statement = owner.sqliteStatement
    parameters = sqlite3_bind_parameter_count(statement)
  }

  /// Gives a parameter nothing.
  func bindNull(_ index: Int32) { sqlite3_bind_null(statement, index) }

  /// Gives a parameter a text of which no copy is taken: it must be there until the row is written.
  func bind(_ index: Int32, lasting text: UnsafeRawBufferPointer) {
    // A nil would be NULL, and no destructor is SQLITE_STATIC.
    let start = text.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
    sqlite3_bind_text(statement, index, start, Int32(text.count), nil)
  }

  /// Gives a parameter, from 1, a number.
  func bind(_ index: Int32, _ number: Int) { sqlite3_bind_int64(statement, index, Int64(number)) }

  /// Gives a parameter a text; none where it is nil.
  func bind(_ index: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(statement, index)
      return
    }
    text.withUTF8 { utf8 in
      // SQLite takes a copy: its SQLITE_TRANSIENT.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      utf8.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
      }
      if utf8.isEmpty { sqlite3_bind_text(statement, index, "", 0, copied) }
    }
  }

  /// Writes the row.
  ///
  /// - Throws: `DatabaseError`.
  func run() throws {
    let code = sqlite3_step(statement)
    guard code == SQLITE_DONE else {
      let message = sqlite3_errmsg(sqlite3_db_handle(statement)).map { String(cString: $0) }
      sqlite3_reset(statement)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    sqlite3_reset(statement)
  }
}
