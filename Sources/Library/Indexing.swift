import Casebook
import GRDB
import Model
import Query
import SearchIndex

/// Builds a library from a casebook: records into SQLite, words and keys into the index, numbered
/// alike.
struct Indexing {
  /// The order in which kinds are numbered.
  static let sections: [RecordKind] = [
    .group, .person, .place, .event, .relation, .statement, .theme, .source, .passage, .text,
  ]

  let contents: CasebookContents
  /// What tells this state of the casebook from others.
  var version = ""

  /// - Throws: also `CancellationError`, where nobody wants it any longer.
  func write(into folder: String) throws {
    let catalogue = try Catalogue(contents)
    let drafting = try Drafting(catalogue)
    var builder = IndexBuilder()
    var numbered: [(Int, Draft)] = []
    var documents: [ListRow.Target: Int] = [:]
    for kind in Self.sections {
      let drafts = try drafting.drafts(of: kind)
      for (offset, draft) in drafts.enumerated() {
        documents[draft.row.target] = builder.count + offset
        numbered.append((builder.count + offset, draft))
      }
      builder.begin(section: kind.rawValue)
      for draft in drafts {
        try LongWork.step()
        builder.add(indexed(draft, catalogue))
      }
    }
    let queue = try DatabaseQueue(path: folder + "/records.sqlite")
    try queue.write { database in
      try Schema.create(in: database)
      try Schema.indexEvents(in: database)
      try RecordWriting(database: database, catalogue: catalogue, documents: documents).write()
      for (document, draft) in numbered {
        try LongWork.step()
        try write(draft, document, database)
      }
      try writeSpots(numbered.compactMap(\.1.location), catalogue, database)
      for (key, value) in [
        ("title", contents.title), ("description", contents.description),
        ("licence", contents.licence), ("version", version),
      ] {
        try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
      }
    }
    try queue.close()
    try LongWork.step()
    try builder.write(to: folder + "/index.adx")
  }

  private func indexed(_ draft: Draft, _ catalogue: Catalogue) -> IndexedDocument {
    var fields: [Field: [String]] = ["kind": draft.kinds]
    for id in draft.concerns {
      guard let kind = catalogue.records[id]?.kind else { continue }
      fields[Field(kind.rawValue), default: []].append(id.rawValue)
    }
    fields["cites"] = Array(draft.support.cites)
    fields["held"] = draft.support.held.map(\.rawValue)
    fields["basis"] = draft.support.bases.map(\.rawValue)
    let days = draft.days?.bounds
    var document = IndexedDocument(texts: draft.texts, fields: fields, days: days)
    // Few documents have either, so that most are found by the order of their days alone.
    if let sure = draft.sure, sure != draft.days { document.counts[.sure] = sure.bounds }
    if let wide = draft.wide, wide != draft.days { document.counts[.wide] = wide.bounds }
    draft.location?.location.forEachColumn { document.counts[$0] = $1...$1 }
    guard draft.row.kind == .event else { return document }
    for measure in FigureFilter.Measure.allCases {
      if let range = draft.figures[measure] {
        document.counts[Column(measure.rawValue)] = range
      } else {
        document.fields["unknown", default: []].append(measure.rawValue)
      }
    }
    return document
  }

  /// The names of the points at which records stand; of several places that share one, none is its name.
  private func writeSpots(
    _ locations: [(location: Location, at: RecordID)], _ catalogue: Catalogue, _ database: Database
  ) throws {
    for (point, places) in Dictionary(grouping: locations, by: \.location.point) {
      let names = Set(places.map(\.at))
      guard names.count == 1, let place = names.first else { continue }
      try database.execute(
        sql: "INSERT INTO spot VALUES (?, ?, ?)",
        arguments: [point.latitude, point.longitude, catalogue.name(of: place)])
    }
  }

  private func write(_ draft: Draft, _ document: Int, _ database: Database) throws {
    let row = draft.row
    let target =
      switch row.target {
      case .record(let id): id.rawValue
      case .passage(let id): id.description
      case .text(let source, let paragraph): "\(source)@\(paragraph)"
      }
    try database.cachedStatement(sql: Schema.insertListing).execute(arguments: [
      document, row.kind.rawValue, target, row.title, row.date?.description, row.place,
      row.detail, row.figures, row.events, row.facts, draft.texts.joined(separator: "\n"),
    ])
  }
}

extension Column {
  /// Days on which a document certainly is, where they are not its possible days.
  static let sure = Column("sure")
  /// Possible days of a document whose date is approximate.
  static let wide = Column("wide")
}

extension DayRange {
  /// As the index has it: days since 1970-01-01.
  var bounds: ClosedRange<Int32> { first.rawValue...last.rawValue }
}
