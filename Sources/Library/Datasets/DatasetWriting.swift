import GRDB
import Interchange
import Model
import Query
import SearchIndex

/// Writes the library of a dataset, row by row, in memory that does not grow with its rows, but with the
/// groups, places and works that they name.
///
/// Four threads share the work: one reads rows (`EventReader`), this one makes them ready, one writes them
/// (`RowWriter`), and one indexes their words (`IndexBuilder`).
final class DatasetWriting {
  private let folder: String
  private let queue: DatabaseQueue
  private var events: EventRows

  /// Begins a library in a folder, which must be there and hold none.
  ///
  /// - Parameter key: the format's, with which the ids of its events begin.
  /// - Throws: what the system or the database says.
  init(folder: String, key: String, meta: [(String, String)]) throws {
    self.folder = folder
    events = EventRows(key: key)
    var configuration = Configuration()
    // A library that was not finished is thrown away whole, so that no journal is needed, and all of it
    // is one transaction over many accesses.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -8192
          """)
    }
    queue = try DatabaseQueue(path: folder + "/records.sqlite", configuration: configuration)
    try queue.write { database in
      try Schema.create(in: database)
      for (key, value) in meta {
        try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
      }
    }
  }

  /// Writes events until no more are given, and what they name; then the library can be opened. They come in
  /// the order of their earliest possible day, the undated last.
  ///
  /// - Returns: the country, where all events lie in one.
  func write(_ next: () throws -> [EventReader.Found]) throws -> Country? {
    var builder = IndexBuilder(spillingTo: folder)
    try queue.inDatabase { try $0.execute(sql: "BEGIN") }
    try writeEvents(next, &builder)
    try queue.inDatabase { try writeNames(&builder, $0) }
    // While the index is put together, the tables get theirs.
    var failure: (any Error)?
    let closing = Parallel.begin { [self] in
      do { try finish() } catch { failure = error }
    }
    defer { closing.wait() }
    try builder.write(to: folder + "/index.adx")
    closing.wait()
    if let failure { throw failure }
    return events.parties.onlyCountry
  }

  /// A country in which all events of a dataset lie.
  struct Country {
    var name: String
    /// As part of an id.
    var rawValue: String
  }

  // A function of its own, for a database is not closed while a writer has statements of it.
  private func writeEvents(
    _ next: () throws -> [EventReader.Found], _ builder: inout IndexBuilder
  ) throws {
    let writer = try RowWriter(queue)
    defer { writer.stop() }
    builder.begin(section: RecordKind.event.rawValue)
    // Here while it is being added to, since each access to a part of an object is watched over.
    var events = events
    while case let some = try next(), !some.isEmpty {
      for index in some.indices {
        try events.add(some[index].event, some[index].place, writer, &builder)
      }
    }
    try writer.finish()
    self.events = events
  }

  private func writeNames(_ builder: inout IndexBuilder, _ database: Database) throws {
    let names = DatasetNames(parties: events.parties)
    for kind in [RecordKind.group, .place] {
      builder.begin(section: kind.rawValue)
      for document in try names.write(kind, from: builder.count, database) {
        builder.add(document)
      }
    }
    builder.begin(section: RecordKind.source.rawValue)
    try events.works.finish(&builder, database)
    for kind in Indexing.sections where ![.event, .group, .place, .source].contains(kind) {
      builder.begin(section: kind.rawValue)
    }
  }

  private func finish() throws {
    try queue.inDatabase { database in
      for (name, key) in events.settings.kinds {
        try database.execute(
          sql: "INSERT OR IGNORE INTO vocabulary VALUES ('kind', ?, ?)", arguments: [key, name])
      }
      try Schema.indexEvents(in: database)
      try database.execute(sql: "COMMIT")
    }
    try queue.close()
  }
}
