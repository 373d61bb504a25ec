import Foundation
import GRDB
public import Interchange
import Model
import Query
import SearchIndex
import Text

/// Writes the library of a dataset, row by row, in memory that does not grow with it.
public final class DatasetWriting {
  private let folder: String
  private let queue: DatabaseQueue
  private var parties: [Party: (id: String, events: Int)] = [:]
  private var ids: Set<String> = []
  private var events = 0

  /// A group or a place, by its name.
  private struct Party: Hashable {
    var kind: RecordKind
    var name: String
  }

  /// Begins a library in a folder, which is made and must not hold one.
  ///
  /// - Throws: what the system or the database says.
  public init(folder: String, title: String, description: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
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
      for (key, value) in [("title", title), ("description", description)] {
        try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
      }
    }
  }

  /// Writes all events, which must come in the order of their earliest possible day, the undated last,
  /// and what they name; then the library can be opened.
  public func write(_ events: some Sequence<DatasetEvent>) throws {
    var builder = IndexBuilder(spillingTo: folder)
    builder.begin(section: RecordKind.event.rawValue)
    // Not in one closure: a builder is no value that one could capture.
    try queue.inDatabase { try $0.execute(sql: "BEGIN") }
    for event in events {
      builder.add(try queue.inDatabase { try add(event, to: $0) })
    }
    for kind in [RecordKind.group, .place] {
      builder.begin(section: kind.rawValue)
      let first = builder.count
      for document in try queue.inDatabase({ try addParties(of: kind, from: first, to: $0) }) {
        builder.add(document)
      }
    }
    try queue.inDatabase { try $0.execute(sql: "COMMIT") }
    for kind in Indexing.sections where ![.event, .group, .place].contains(kind) {
      builder.begin(section: kind.rawValue)
    }
    try queue.close()
    try builder.write(to: folder + "/index.adx")
  }

  /// Writes a row; what the index is told of it comes back.
  private func add(_ event: DatasetEvent, to database: Database) throws -> IndexedDocument {
    let document = events
    events += 1
    let place = event.places.first?.name
    let names = event.groups.map(\.name) + [place].compactMap(\.self)
    let texts = [event.title, event.note, event.kind] + names
    var fields: [Field: [String]] = ["kind": ["event", Folding.fold(event.kind)]]
    fields["group"] = event.groups.map { id(of: Party(kind: .group, name: $0.name)) }
    fields["place"] = [place].compactMap(\.self).map { id(of: Party(kind: .place, name: $0)) }
    var indexed = IndexedDocument(
      texts: texts, fields: fields,
      days: event.date?.span.bounds)
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
    try run(
      database, "INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        document, "event", event.id, event.title, event.date?.description, place ?? "",
        event.kind, figures.joined(separator: ", "), 0, 1,
      ])
    try run(
      database, "INSERT INTO wording VALUES (?, ?)", [document, texts.joined(separator: "\n")])
    try run(
      database, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
      [
        document, event.id, event.groups.map(\.name).joined(separator: "\n"),
        event.killed?.description,
        event.wounded?.description, event.note,
      ])
    return indexed
  }

  private func addParties(
    of kind: RecordKind, from first: Int, to database: Database
  ) throws -> [IndexedDocument] {
    let sorted = parties.filter { $0.key.kind == kind }.sorted {
      ($1.value.events, Folding.fold($0.key.name), $0.value.id)
        < ($0.value.events, Folding.fold($1.key.name), $1.value.id)
    }
    for (offset, (party, found)) in sorted.enumerated() {
      try run(
        database, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          found.id, kind.rawValue, first + offset, party.name, "place", "Place", nil, nil, nil,
        ])
      try run(
        database, "INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [first + offset, kind.rawValue, found.id, party.name, nil, "", "", "", found.events, 0])
      try run(database, "INSERT INTO wording VALUES (?, ?)", [first + offset, party.name])
    }
    return sorted.map { party, found in
      IndexedDocument(
        texts: [party.name], fields: [Field(kind.rawValue): [found.id], "kind": [kind.rawValue]])
    }
  }

  /// The id of whom rows call by a name, with one event more.
  private func id(of party: Party) -> String {
    if let known = parties[party] {
      parties[party]?.events += 1
      return known.id
    }
    let base = Folding.words(party.name).joined(separator: "-")
    var id = base.isEmpty ? party.kind.rawValue : base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    parties[party] = (id, 1)
    return id
  }

  private func run(
    _ database: Database, _ sql: String, _ values: [(any DatabaseValueConvertible)?]
  ) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
