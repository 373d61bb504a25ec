import GRDB
import Model
import Query
import SearchIndex
import Text

/// Records found by any of their names.
extension Answering {
  /// The names by which records of a kind are found, made ready for search.
  func names(of field: QueryExpression.Field) throws -> NameIndex {
    try names.names(of: field) { NameIndex(try called(field)) }
  }

  /// The names of records of a kind: their own, their aliases; a work's title, publisher and series.
  func called(_ field: QueryExpression.Field) throws -> [(id: String, aliases: [String])] {
    var names: [(id: String, aliases: [String])] = []
    // A dataset's works are as many as its rows: who published them finds them, and their words.
    if field == .source, dataset != nil { return try vocabulary("source").map { ($0, [$1]) } }
    let records = try Row.fetchAll(
      database, sql: "SELECT id, name FROM record WHERE kind = ? ORDER BY document",
      arguments: [field.rawValue])
    for record in records { names.append((record["id"], [record["name"]])) }
    let aliases = try Row.fetchAll(
      database,
      sql: """
        SELECT alias.record, alias.text FROM alias JOIN record ON record.id = alias.record
        WHERE record.kind = ? ORDER BY record.document, alias.position
        """, arguments: [field.rawValue])
    for alias in aliases { names.append((alias["record"], [alias["text"]])) }
    guard field == .source else { return names }
    let sources = try Row.fetchAll(
      database, sql: "SELECT id, title, publisher, series FROM source")
    for source in sources {
      let columns = ["title", "publisher", "series", "id"]
      names.append((source["id"], columns.compactMap { source[$0] }))
    }
    return names
  }

  /// What finds many records of a dataset at once, as the index's key and in words.
  func vocabulary(_ field: String) throws -> [(key: String, name: String)] {
    try Row.fetchAll(
      database, sql: "SELECT key, name FROM vocabulary WHERE field = ?", arguments: [field]
    ).map { ($0["key"], $0["name"]) }
  }

  /// The records of a kind that a name finds, by tier, as documents; none for kinds without names.
  func hits(
    for expression: QueryExpression, in kind: RecordKind
  ) throws -> [(document: UInt32, hit: NameHit)] {
    guard let text = expression.asName, let field = QueryExpression.Field(rawValue: kind.rawValue),
      [.group, .person, .place].contains(field)
    else { return [] }
    return try names(of: field).hits(for: text).compactMap { hit in
      try document(of: RecordID(hit.id)).map { ($0, hit) }
    }
  }
}
