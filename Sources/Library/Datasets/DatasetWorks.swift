import GRDB
import Interchange
import Model
import SearchIndex
import Text

/// The works that rows name as their sources, each once. They go to their table as they are met; here is
/// only a number for each.
struct DatasetWorks {
  /// How many events name each work, by a hash of its id: there can be as many works as rows.
  private var events: [UInt64: Int32] = [:]
  private var publishers: [String: String] = [:]

  /// Writes works that are new; the keys by which the event that names them is found.
  mutating func add(_ works: [CitedWork], _ writer: RowWriter) throws -> [String] {
    var keys: [String] = []
    for work in works {
      let id = DatasetIDs.work(work)
      guard !keys.contains(id.rawValue) else { continue }
      let hash = Self.hash(id)
      events[hash, default: 0] += 1
      if events[hash] == 1 { try write(work, id, writer) }
      keys.append(id.rawValue)
      if let publisher = work.publisher {
        let key = self.key(of: publisher)
        if !keys.contains(key) { keys.append(key) }
      }
    }
    return keys
  }

  private static func hash(_ id: RecordID) -> UInt64 {
    var text = id.rawValue
    return text.withUTF8 { ByteHash.of(UnsafeRawBufferPointer($0)) }
  }

  private mutating func key(of publisher: String) -> String {
    if let known = publishers[publisher] { return known }
    let key = DatasetIDs.publisher(publisher).rawValue
    publishers[publisher] = key
    return key
  }

  private func write(_ work: CitedWork, _ id: RecordID, _ writer: RowWriter) throws {
    let row = try writer.begin(.source)
    row.add(id.rawValue)
    row.add(work.title)
    row.add(work.publisher)
    row.add(work.date?.description)
  }

  /// Gives works their numbers, by date and then by name; writes the lists' rows of them, and tells the index.
  func finish(_ builder: inout IndexBuilder, _ database: Database) throws {
    let sql = "SELECT id, title, publisher, date FROM source ORDER BY date, publisher, title, id"
    let rows = try Row.fetchCursor(database, sql: sql)
    let listing = try InsertStatement(database, Schema.insertListing)
    let record = try InsertStatement(
      database, "INSERT INTO record VALUES (?, 'source', ?, ?, NULL, NULL, NULL, NULL, NULL)")
    while let row = try rows.next() {
      let source = Source(
        id: RecordID(row[0]), title: row[1], publisher: row[2], date: RecordReading.date(row[3]))
      let texts = [source.title, source.publisher].compactMap(\.self)
      try list(source, date: row[3], texts, builder.count, listing)
      record.bind(1, source.id.rawValue)
      record.bind(2, builder.count)
      record.bind(3, source.shortName)
      try record.run()
      index(source, texts, &builder)
    }
    // Of several that share a key, always the same one.
    for (name, key) in publishers.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT OR IGNORE INTO vocabulary VALUES ('source', ?, ?)", arguments: [key, name])
    }
  }

  private func list(
    _ source: Source, date: String?, _ texts: [String], _ document: Int, _ listing: InsertStatement
  ) throws {
    let events = Int(events[Self.hash(source.id)] ?? 0)
    listing.bind(1, document)
    listing.bind(2, "source")
    listing.bind(3, source.id.rawValue)
    listing.bind(4, source.name)
    listing.bind(5, date)
    listing.bind(6, source.publisher ?? "")
    listing.bind(7, "cited \(source.type)")
    listing.bind(8, "")
    listing.bind(9, events)
    listing.bind(10, events)
    listing.bind(11, texts.joined(separator: "\n"))
    try listing.run()
  }

  private func index(_ source: Source, _ texts: [String], _ builder: inout IndexBuilder) {
    builder.beginDocument(days: source.date?.span.bounds)
    for text in texts { builder.add(text: text) }
    let keys =
      [source.id.rawValue] + (source.publisher.flatMap { publishers[$0] }.map { [$0] } ?? [])
    for key in keys { builder.add("source", key: key) }
    for kind in ["source", "cited", source.type] { builder.add("kind", key: kind) }
  }
}
