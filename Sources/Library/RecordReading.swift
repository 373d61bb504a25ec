import GRDB
import Model

/// Reads records of the domain back from their tables.
struct RecordReading {
  let database: Database

  /// Nil where the library has no such record.
  func record(_ id: RecordID) throws -> Record? {
    let sql = "SELECT kind, name, term, termLabel, one, other, date FROM record WHERE id = ?"
    guard
      let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id.rawValue])
    else { return nil }
    return try record(id, row, try statements(of: id))
  }

  /// The record that a row of the table `record` is, with its statements.
  func record(_ id: RecordID, _ row: Row, _ statements: [Statement]) throws -> Record? {
    guard let kind = RecordKind(rawValue: row["kind"]) else { return nil }
    let name: String = row["name"]
    let term = Term(key: row["term"] ?? "", label: row["termLabel"] ?? "")
    switch kind {
    case .group:
      return .group(Group(id: id, name: name, aliases: try aliases(of: id), statements: statements))
    case .person:
      return .person(
        Person(id: id, name: name, aliases: try aliases(of: id), statements: statements))
    case .place:
      let within = (row["one"] as String?).map { RecordID($0) }
      return .place(
        Place(
          id: id, name: name, type: term, within: within, aliases: try aliases(of: id),
          statements: statements))
    case .event: return .event(Event(id: id, title: name, kind: term, statements: statements))
    case .theme: return .theme(Theme(id: id, title: name, kind: term, statements: statements))
    case .relation:
      guard let kind = Relation.Kind(rawValue: term.key) else { return nil }
      return .relation(
        Relation(
          id: id, kind: kind, from: Reference(stored: row["one"]),
          to: Reference(stored: row["other"]), date: Self.date(row["date"]),
          statements: statements))
    case .source: return try source(id).map(Record.source)
    case .statement, .passage, .text: return nil
    }
  }

  static func date(_ text: String?) -> ExtendedDate? {
    text.flatMap { try? ExtendedDate(reading: $0) }
  }

  func aliases(of id: RecordID) throws -> [Alias] {
    let sql = "SELECT text, kind, sources FROM alias WHERE record = ? ORDER BY position"
    return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id.rawValue]).map {
      Alias(
        text: $0["text"], kind: Alias.Kind(rawValue: $0["kind"]) ?? .name,
        sources: [RecordID](stored: $0["sources"]))
    }
  }

  func source(_ id: RecordID) throws -> Source? {
    let sql = "SELECT * FROM source WHERE id = ?"
    guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id.rawValue])
    else { return nil }
    let authors: String = row["authors"]
    return Source(
      id: id, title: row["title"], authors: authors.split(separator: "\n").map(String.init),
      publisher: row["publisher"], series: row["series"], issue: row["issue"],
      date: Self.date(row["date"]), dateNote: row["dateNote"], url: row["url"], type: row["type"],
      language: row["language"], isHeld: row["held"], note: row["note"],
      citations: try citations(of: [id])[id] ?? [])
  }

  /// The statements of a record, in the casebook's order.
  func statements(of subject: RecordID) throws -> [Statement] {
    try statements(
      "SELECT * FROM statement WHERE subject = ? ORDER BY position", [subject.rawValue])
  }

  /// The statements of other records that point to one, in their display order.
  func mentions(of id: RecordID) throws -> [Statement] {
    try statements(
      """
      SELECT statement.* FROM mention JOIN statement ON statement.id = mention.statement
      WHERE mention.record = ? ORDER BY statement.document
      """, [id.rawValue])
  }

  /// The statements that cite a passage, in their display order.
  func statements(on passage: PassageID) throws -> [Statement] {
    try statements(
      """
      SELECT DISTINCT statement.* FROM citation JOIN statement ON statement.id = citation.statement
      WHERE citation.source = ? AND citation.number = ? ORDER BY statement.document
      """, [passage.source.rawValue, passage.number.rawValue])
  }

  /// The statements that cite a held source or name a work as what their passage rests on, in their
  /// display order.
  func statements(restingOn work: RecordID) throws -> [Statement] {
    try statements(
      """
      SELECT DISTINCT statement.* FROM citation JOIN statement ON statement.id = citation.statement
      WHERE citation.source = ?1 OR ' ' || via || ' ' LIKE '% ' || ?1 || ' %'
      ORDER BY statement.document
      """, [work.rawValue])
  }

  /// Every statement, by record, each in the casebook's order.
  func statements() throws -> [RecordID: [Statement]] {
    Dictionary(
      grouping: try statements("SELECT * FROM statement ORDER BY subject, position", []),
      by: \.subject)
  }

  func statement(_ id: RecordID) throws -> Statement? {
    try statements("SELECT * FROM statement WHERE id = ?", [id.rawValue]).first
  }

  /// The statements of several records, by record, each in the casebook's order.
  func statements(of subjects: [RecordID]) throws -> [RecordID: [Statement]] {
    let found = try statements(
      """
      SELECT * FROM statement WHERE subject IN (SELECT value FROM json_each(?))
      ORDER BY subject, position
      """, [Self.list(subjects)])
    return Dictionary(grouping: found, by: \.subject)
  }

  func statements(_ sql: String, _ arguments: StatementArguments) throws -> [Statement] {
    let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    let citations = try citations(of: rows.map { RecordID($0["id"] as String) })
    return try rows.compactMap { row in
      try LongWork.step()
      let id = RecordID(row["id"] as String)
      guard let value = Statement.Value(storedKind: row["valueKind"], row["value"]) else {
        return nil
      }
      return Statement(
        id: id, subject: RecordID(row["subject"] as String),
        property: Property(row["property"] as String), label: row["label"], value: value,
        basis: Basis(rawValue: row["basis"]) ?? .stated,
        by: (row["by"] as String?).map(Reference.init(stored:)),
        through: (row["through"] as String?).map(Reference.init(stored:)),
        asOf: Self.date(row["asOf"]), note: row["note"],
        link: (row["link"] as String?).map { RecordID($0) },
        extent: Extent(rawValue: row["extent"]) ?? .within, rival: row["rival"],
        citations: citations[id] ?? [])
    }
  }

  /// What statements and cited works cite, in their order.
  private func citations(of ids: [RecordID]) throws -> [RecordID: [Citation]] {
    let sql = """
      SELECT statement, source, number, firstWord, lastWord, via FROM citation
      WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, position
      """
    var citations: [RecordID: [Citation]] = [:]
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: sql), arguments: [Self.list(ids)])
    while let row = try rows.next() {
      try LongWork.step()
      let passage = PassageID(
        source: RecordID(row["source"] as String), number: ParagraphNumber(row["number"] as Int))
      citations[RecordID(row["statement"] as String), default: []].append(
        Citation(
          passage, words: Self.words(row["firstWord"], row["lastWord"]),
          via: [RecordID](stored: row["via"])))
    }
    return citations
  }

  private static func words(_ first: Int?, _ last: Int?) -> ClosedRange<Int>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }

  /// Ids as one argument of a query, whatever their number: an array in JSON, whose strings need no
  /// escapes since ids have none.
  static func list(_ ids: some Sequence<RecordID>) -> String {
    "[" + ids.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
  }

  func passages(of source: RecordID) throws -> [(Passage, facts: Int)] {
    let sql = "SELECT * FROM passage WHERE source = ? ORDER BY number"
    return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [source.rawValue]).map {
      let id = PassageID(source: source, number: ParagraphNumber($0["number"] as Int))
      let kind = Passage.Kind(rawValue: $0["kind"]) ?? .paragraph
      let passage = Passage(
        id: id, kind: kind, digest: $0["digest"], statesNothing: $0["statesNothing"])
      return (passage, facts: $0["facts"])
    }
  }

  /// The dates of events, as lists show them; those without one are left out.
  func dates(ofEvents ids: [RecordID]) throws -> [RecordID: ExtendedDate] {
    let sql = """
      SELECT target, date FROM listing
      WHERE kind = 'event' AND target IN (SELECT value FROM json_each(?)) AND date IS NOT NULL
      """
    let rows = try Row.fetchAll(
      database.cachedStatement(sql: sql), arguments: [Self.list(ids)])
    var dates: [RecordID: ExtendedDate] = [:]
    for row in rows { dates[RecordID(row["target"] as String)] = Self.date(row["date"]) }
    return dates
  }

  /// What records are called, and their kinds; an id that names nothing is left out.
  func names(of ids: Set<RecordID>) throws -> [RecordID: (name: String, kind: RecordKind?)] {
    let sql = "SELECT id, name, kind FROM record WHERE id IN (SELECT value FROM json_each(?))"
    var names: [RecordID: (name: String, kind: RecordKind?)] = [:]
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: sql), arguments: [Self.list(ids)])
    while let row = try rows.next() {
      names[RecordID(row["id"] as String)] = (row["name"], RecordKind(rawValue: row["kind"]))
    }
    for id in ids where names[id] == nil {
      if let name = try nameOfEvent(id) { names[id] = (name, .event) }
    }
    return names
  }

  /// What a dataset's event is called: many have one title, and are told apart by their dates.
  private func nameOfEvent(_ id: RecordID) throws -> String? {
    let sql = "SELECT title, date FROM listing WHERE target = ? AND kind = 'event'"
    let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id.rawValue])
    return row.map { row in
      let date = Self.date(row["date"]).map { ", \($0.words)" } ?? ""
      return "\(row["title"] as String)\(date)"
    }
  }

  /// The relations that one of these records is party to, by type.
  func relations(of ids: [RecordID]) throws -> [Relation] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          WITH party AS (SELECT value FROM json_each(?))
          SELECT * FROM record WHERE kind = 'relation'
          AND (one IN (SELECT value FROM party) OR other IN (SELECT value FROM party))
          ORDER BY term, document
          """), arguments: [Self.list(ids)])
    let statements = try statements(of: rows.map { RecordID($0["id"] as String) })
    return rows.compactMap { row in
      guard let kind = Relation.Kind(rawValue: row["term"]) else { return nil }
      let id = RecordID(row["id"] as String)
      return Relation(
        id: id, kind: kind, from: Reference(stored: row["one"]),
        to: Reference(stored: row["other"]), date: Self.date(row["date"]),
        statements: statements[id] ?? [])
    }
  }
}
