import Casebook
import GRDB
import Model
import Query

/// Writes a casebook's records into an empty library.
struct RecordWriting {
  let database: Database
  let catalogue: Catalogue
  /// The number in the index of every record, passage and statement.
  let documents: [ListRow.Target: Int]

  func write() throws {
    for record in catalogue.contents.records {
      try LongWork.step()
      try write(record)
      for (position, alias) in record.aliases.enumerated() {
        try run(
          "INSERT INTO alias VALUES (?, ?, ?, ?, ?)",
          [
            record.id.rawValue, position, alias.text, alias.kind.rawValue, alias.sources.stored,
          ])
      }
      for (position, statement) in record.statements.enumerated() {
        try write(statement, position: position)
      }
    }
    for passage in catalogue.contents.passages {
      try LongWork.step()
      try write(passage)
    }
    for (place, location) in catalogue.contents.locations {
      let at = location.coordinates
      try run(
        "INSERT INTO location VALUES (?, ?, ?, ?)",
        [place.rawValue, at.latitude, at.longitude, location.precision.rawValue])
    }
  }

  private func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }

  private func write(_ record: Record) throws {
    var term: Term?
    var one: String?
    var other: String?
    var date: ExtendedDate?
    switch record {
    case .group, .person: break
    case .place(let place):
      term = place.type
      one = place.within?.rawValue
    case .event(let event): term = event.kind
    case .theme(let theme): term = theme.kind
    case .relation(let relation):
      term = Term(key: relation.kind.rawValue, label: relation.kind.forward)
      one = relation.from.stored
      other = relation.to.stored
      date = relation.date
    case .source(let source): try write(source)
    }
    try run(
      "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        record.id.rawValue, record.kind.rawValue, documents[.record(record.id)],
        catalogue.name(of: record.id), term?.key, term?.label, one, other, date?.description,
      ])
  }

  private func write(_ source: Source) throws {
    try run(
      "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        source.id.rawValue, source.title, source.authors.joined(separator: "\n"),
        source.publisher, source.series, source.issue, source.date?.description, source.dateNote,
        source.url, source.type, source.language, source.isHeld, source.note,
      ])
    try write(source.citations, of: source.id)
  }

  private func write(_ statement: Statement, position: Int) throws {
    try run(
      "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        statement.id.rawValue, statement.subject.rawValue, position,
        documents[.record(statement.id)], statement.property.rawValue, statement.label,
        statement.value.storedKind, statement.value.stored, statement.basis.rawValue,
        statement.by?.stored, statement.through?.stored, statement.asOf?.description,
        statement.note, statement.link?.rawValue, statement.extent.rawValue,
        statement.rival, Set(statement.citations.map(\.passage.source)).count,
        statement.citations.reports.count, statement.isSecondHand,
      ])
    try write(statement.citations, of: statement.id)
    for id in Set(statement.references) where id != statement.subject {
      try run("INSERT INTO mention VALUES (?, ?)", [id.rawValue, statement.id.rawValue])
    }
  }

  private func write(_ citations: [Citation], of subject: RecordID) throws {
    for (position, citation) in citations.enumerated() {
      try run(
        "INSERT INTO citation VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          subject.rawValue, position, citation.passage.source.rawValue,
          citation.passage.number.rawValue, citation.words?.lowerBound, citation.words?.upperBound,
          citation.via.stored,
        ])
    }
  }

  private func write(_ passage: Passage) throws {
    try run(
      "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        passage.id.source.rawValue, passage.id.number.rawValue,
        documents[.passage(passage.id)], passage.kind.rawValue, passage.digest,
        passage.statesNothing,
        catalogue.statementsByPassage[passage.id]?.count ?? 0,
      ])
  }
}
