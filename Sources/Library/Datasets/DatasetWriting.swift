import Foundation
import GRDB
import Interchange
import Model
import Query
import SearchIndex
import Text

/// Writes the library of a dataset, row by row, in memory that does not grow with its rows, but with the
/// groups, places and works that they name.
final class DatasetWriting {
  private let folder: String
  private let key: String
  private let queue: DatabaseQueue
  private var parties = DatasetParties()
  private var works = DatasetWorks()
  private var events = 0
  /// The kinds of events, by the key that the index has for each.
  private var kinds: [String: String] = [:]

  /// Begins a library in a folder, which must be there and hold none.
  ///
  /// - Parameter key: the format's, with which the ids of its events begin.
  /// - Throws: what the system or the database says.
  init(folder: String, key: String, meta: [(String, String)]) throws {
    self.folder = folder
    self.key = key
    var configuration = Configuration()
    // A library that was not finished is thrown away whole, so that no journal is needed, and all of it
    // is one transaction over many accesses.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    queue = try DatabaseQueue(path: folder + "/records.sqlite", configuration: configuration)
    try queue.write { database in
      try Schema.create(in: database)
      for (key, value) in meta {
        try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
      }
    }
  }

  /// Writes events until there are none, and what they name; then the library can be opened. They come in
  /// the order of their earliest possible day, the undated last.
  ///
  /// - Returns: the country, where all events lie in one.
  func write(_ next: () throws -> (DatasetEvent, RowFile.Place)?) throws -> Country? {
    var builder = IndexBuilder(spillingTo: folder)
    try writeAll(next, &builder)
    try queue.close()
    try builder.write(to: folder + "/index.adx")
    return parties.onlyCountry
  }

  private func writeAll(
    _ next: () throws -> (DatasetEvent, RowFile.Place)?, _ builder: inout IndexBuilder
  ) throws {
    // Not in one closure: a builder is no value that one could capture.
    let inserts = try queue.inDatabase { database in
      try database.execute(sql: "BEGIN")
      return try Inserts(database)
    }
    builder.begin(section: RecordKind.event.rawValue)
    while let (event, place) = try next() {
      builder.add(try queue.inDatabase { try add(event, place, inserts, $0) })
    }
    let names = DatasetNames(parties: parties)
    for kind in [RecordKind.group, .place] {
      builder.begin(section: kind.rawValue)
      let first = builder.count
      for document in try queue.inDatabase({ try names.write(kind, from: first, $0) }) {
        builder.add(document)
      }
    }
    builder.begin(section: RecordKind.source.rawValue)
    let first = builder.count
    let last = try queue.inDatabase { try works.finish(from: first, inserts, $0) }
    for start in stride(from: first, to: last, by: 1000) {
      let some = start..<min(start + 1000, last)
      for document in try queue.inDatabase({ try DatasetWorks.documents(some, $0) }) {
        builder.add(document)
      }
    }
    for kind in Indexing.sections where ![.event, .group, .place, .source].contains(kind) {
      builder.begin(section: kind.rawValue)
    }
    try queue.inDatabase { database in
      for (name, key) in kinds {
        try database.execute(
          sql: "INSERT OR IGNORE INTO vocabulary VALUES ('kind', ?, ?)", arguments: [key, name])
      }
      try database.execute(sql: "CREATE INDEX eventByID ON event (id); COMMIT")
    }
  }

  /// A country in which all events of a dataset lie.
  struct Country {
    var name: String
    /// As part of an id.
    var rawValue: String
  }

  private func key(ofKind kind: String) -> String {
    if let known = kinds[kind] { return known }
    let key = Folding.fold(kind)
    kinds[kind] = key
    return key
  }

  /// The statements that write a row each.
  struct Inserts {
    let listing: InsertStatement
    let wording: InsertStatement
    let event: InsertStatement
    let source: InsertStatement

    init(_ database: Database) throws {
      func insert(_ table: String, _ columns: Int) throws -> InsertStatement {
        let values = Array(repeating: "?", count: columns).joined(separator: ", ")
        return try InsertStatement(database, "INSERT INTO \(table) VALUES (\(values))")
      }
      listing = try insert("listing", 10)
      wording = try insert("wording", 2)
      event = try insert("event", 5)
      source = try insert("source", 13)
    }
  }

  /// Writes a row; what the index is told of it comes back.
  private func add(
    _ event: DatasetEvent, _ place: RowFile.Place, _ inserts: Inserts, _ database: Database
  ) throws -> IndexedDocument {
    let document = events
    events += 1
    let id = DatasetIDs.event(key, event.id).rawValue
    var texts = [event.title, event.kind]
    for text in event.groups.map(\.name) + event.places.map(\.name) where !texts.contains(text) {
      texts.append(text)
    }
    if !event.note.isEmpty { texts.append(event.note) }
    for work in event.sources { texts += [work.title, work.publisher].compactMap(\.self) }
    var fields: [Field: [String]] = ["kind": ["event", key(ofKind: event.kind)]]
    fields["group"] = parties.add(groups: event.groups).map(\.rawValue)
    fields["place"] = parties.add(places: event.places).map(\.rawValue)
    if !event.sources.isEmpty {
      let keys = try works.add(event.sources, inserts.source)
      fields["source"] = keys
      fields["cites"] = keys
    }
    var indexed = IndexedDocument(texts: texts, fields: fields, days: event.date?.span.bounds)
    if let date = event.date, date.widened != date.span {
      indexed.counts[.wide] = date.widened.bounds
    }
    var figures: [String] = []
    for (measure, figure) in [
      (FigureFilter.Measure.killed, event.killed), (.wounded, event.wounded),
    ] {
      if let figure {
        indexed.counts[Column(measure.rawValue)] = figure.range
        figures.append("\(figure.short) \(measure.rawValue)")
      } else {
        indexed.fields["unknown", default: []].append(measure.rawValue)
      }
    }
    let listing = inserts.listing
    listing.bind(1, document)
    listing.bind(2, "event")
    listing.bind(3, id)
    listing.bind(4, event.title)
    listing.bind(5, event.date?.description)
    listing.bind(6, event.places.first?.name ?? "")
    listing.bind(7, event.kind)
    listing.bind(8, event.casualties ?? figures.joined(separator: ", "))
    listing.bind(9, 0)
    listing.bind(10, 1)
    try listing.run()
    inserts.wording.bind(1, document)
    inserts.wording.bind(2, texts.joined(separator: "\n"))
    try inserts.wording.run()
    inserts.event.bind(1, document)
    inserts.event.bind(2, id)
    inserts.event.bind(3, place.offset)
    inserts.event.bind(4, place.length)
    inserts.event.bind(5, place.line)
    try inserts.event.run()
    return indexed
  }
}
