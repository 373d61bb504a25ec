import GRDB
import Interchange
import Model
import SearchIndex
import Text

/// The works that rows name as their sources, each once. They go to their table as they are met; here is
/// only a number for each.
struct DatasetWorks {
  /// How many events name each work, by its id.
  private var events: [RecordID: Int32] = [:]
  private var publishers: [String: String] = [:]

  /// Writes works that are new; the keys by which the event that names them is found.
  mutating func add(_ works: [CitedWork], _ insert: InsertStatement) throws -> [String] {
    var keys: [String] = []
    for work in works {
      let id = DatasetIDs.work(work)
      guard !keys.contains(id.rawValue) else { continue }
      if let known = events[id] {
        events[id] = known + 1
      } else {
        events[id] = 1
        try write(work, id, insert)
      }
      keys.append(id.rawValue)
      if let publisher = work.publisher {
        let key = self.key(of: publisher)
        if !keys.contains(key) { keys.append(key) }
      }
    }
    return keys
  }

  private mutating func key(of publisher: String) -> String {
    if let known = publishers[publisher] { return known }
    let key = DatasetIDs.publisher(publisher).rawValue
    publishers[publisher] = key
    return key
  }

  private func write(_ work: CitedWork, _ id: RecordID, _ insert: InsertStatement) throws {
    for index in 1...13 { insert.bind(Int32(index), String?.none) }
    insert.bind(1, id.rawValue)
    insert.bind(2, work.title)
    insert.bind(3, "")
    insert.bind(4, work.publisher)
    insert.bind(7, work.date?.description)
    insert.bind(10, "article")
    insert.bind(12, 0)
    try insert.run()
  }

  /// Gives works their numbers, by date and then by name, and writes the lists' rows of them; the number
  /// after the last.
  func finish(
    from first: Int, _ inserts: DatasetWriting.Inserts, _ database: Database
  ) throws -> Int {
    let sql = "SELECT id, title, publisher, date FROM source ORDER BY date, publisher, title, id"
    let rows = try Row.fetchCursor(database, sql: sql)
    let record = try InsertStatement(
      database, "INSERT INTO record VALUES (?, 'source', ?, ?, NULL, NULL, NULL, NULL, NULL)")
    var document = first
    while let row = try rows.next() {
      let id: String = row["id"]
      let source = Self.source(row)
      let listing = inserts.listing
      listing.bind(1, document)
      listing.bind(2, "source")
      listing.bind(3, id)
      listing.bind(4, source.name)
      listing.bind(5, source.date?.description)
      listing.bind(6, source.publisher ?? "")
      listing.bind(7, "cited \(source.type)")
      listing.bind(8, "")
      listing.bind(9, Int(events[RecordID(id)] ?? 0))
      listing.bind(10, Int(events[RecordID(id)] ?? 0))
      try listing.run()
      inserts.wording.bind(1, document)
      inserts.wording.bind(2, Self.texts(source).joined(separator: "\n"))
      try inserts.wording.run()
      record.bind(1, id)
      record.bind(2, document)
      record.bind(3, source.shortName)
      try record.run()
      document += 1
    }
    for (name, key) in publishers {
      try database.execute(
        sql: "INSERT OR IGNORE INTO vocabulary VALUES ('source', ?, ?)", arguments: [key, name])
    }
    return document
  }

  /// What the index is told of the works, in the order of their numbers.
  static func documents(
    _ numbers: Range<Int>, _ database: Database
  ) throws -> [IndexedDocument] {
    let sql = """
      SELECT source.* FROM listing JOIN source ON source.id = listing.target
      WHERE listing.document >= ? AND listing.document < ? ORDER BY listing.document
      """
    let bounds: StatementArguments = [numbers.lowerBound, numbers.upperBound]
    return try Row.fetchAll(database, sql: sql, arguments: bounds).map { row in
      let source = Self.source(row)
      var keys = [source.id.rawValue]
      if let publisher = source.publisher { keys.append(DatasetIDs.publisher(publisher).rawValue) }
      return IndexedDocument(
        texts: Self.texts(source),
        fields: ["source": keys, "cites": keys, "kind": ["source", "cited", source.type]],
        days: source.date?.span.bounds)
    }
  }

  private static func source(_ row: Row) -> Source {
    Source(
      id: RecordID(row["id"]), title: row["title"], publisher: row["publisher"],
      date: RecordReading.date(row["date"]))
  }

  private static func texts(_ source: Source) -> [String] {
    [source.title, source.publisher].compactMap(\.self)
  }
}
