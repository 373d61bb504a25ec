import GRDB
import Model
import SearchIndex
import Synchronization

/// The documents that stand for records, as far as they were asked for: the set of records that a reader has
/// marked may be tens of thousands, and changes by one with every mark.
final class DocumentNumbers: Sendable {
  /// Nil for an id that no record here has.
  private let known = Mutex<[RecordID: UInt32?]>([:])

  /// The documents of those of some records that are here.
  func documents(of ids: [RecordID], in database: Database) throws -> Bitmap {
    let new = known.withLock { known in ids.filter { known[$0] == nil } }
    if !new.isEmpty {
      let found = try Self.find(new, in: database)
      known.withLock { known in
        for id in new { known[id] = .some(found[id]) }
      }
    }
    return known.withLock { known in Bitmap(ids.compactMap { known[$0] ?? nil }) }
  }

  private static func find(_ ids: [RecordID], in database: Database) throws -> [RecordID: UInt32] {
    let list = RecordReading.list(ids.filter(\.isPlain))
    let statement = try database.cachedStatement(
      sql: """
        SELECT record.id, record.document FROM json_each(?1) AS wanted
        JOIN record ON record.id = wanted.value
        UNION ALL
        SELECT listing.target, listing.document FROM json_each(?1) AS wanted
        JOIN listing ON listing.target = wanted.value AND listing.kind = 'event'
        """)
    let rows = try Row.fetchAll(statement, arguments: [list])
    return Dictionary(
      rows.map { (RecordID($0[0]), UInt32($0[1] as Int)) }, uniquingKeysWith: { one, _ in one })
  }
}

extension RecordID {
  /// Whether it can stand in a list as it is. What a file of marks holds may be anything; no record is called
  /// otherwise.
  fileprivate var isPlain: Bool {
    rawValue.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
}
