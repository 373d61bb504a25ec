import GRDB
import Model
import Query
import SearchIndex
import Text

/// From a query to the documents it finds.
extension Answering {
  /// The documents of a section that a query finds.
  func documents(_ expression: QueryExpression, in kind: RecordKind) throws -> Bitmap {
    let section = Bitmap(index.documents(in: kind.rawValue))
    switch expression {
    case .everything: return section
    case .word(let text, let isPrefix): return word(text, isPrefix: isPrefix, in: section)
    case .phrase(let text): return try phrase(text, in: section)
    case .field(let field, let value): return section.and(try documents(field, value))
    case .undated: return section.and(index.undated)
    case .dates(let dates, _):
      let days = dates.range.first.rawValue...dates.range.last.rawValue
      return index.documents(
        overlapping: days, in: kind.rawValue, isSorted: kind == .event)
    case .not(let inner): return section.minus(try documents(inner, in: kind))
    case .all(let parts):
      return try parts.reduce(section) { $0.and(try documents($1, in: kind)) }
    case .any(let parts):
      return Bitmap.union(try parts.map { try documents($0, in: kind) })
    }
  }

  private func word(_ text: String, isPrefix: Bool, in section: Bitmap) -> Bitmap {
    let words = Folding.words(text)
    return words.enumerated().reduce(section) { found, word in
      let isLast = word.offset == words.count - 1
      return found.and(
        isLast && isPrefix
          ? index.documents(prefix: word.element) : index.documents(word: word.element))
    }
  }

  /// Documents with all words of a phrase, looked at in their wording.
  private func phrase(_ text: String, in section: Bitmap) throws -> Bitmap {
    let words = Folding.words(text)
    let candidates = words.reduce(section) { $0.and(index.documents(word: $1)) }
    guard words.count > 1 else { return candidates }
    let statement = try database.cachedStatement(
      sql: "SELECT text FROM wording WHERE document = ?")
    return Bitmap(
      try candidates.numbers.filter { document in
        let wording = try String.fetchOne(statement, arguments: [document]) ?? ""
        return wording.split(separator: "\n").contains { Phrases.contains(words, in: $0) }
      })
  }

  /// Documents that concern the records a name finds; the kinds of its vocabulary for `kind:`.
  private func documents(_ field: QueryExpression.Field, _ value: String) throws -> Bitmap {
    if field == .kind { return try documents(kind: value) }
    let key = Field(field.rawValue)
    let exact = index.documents(key, key: value)
    if !exact.isEmpty { return exact }
    let ids = try names(of: field).best(for: value).map(\.id)
    return Bitmap.union(ids.map { index.documents(key, key: $0) })
  }

  /// A kind by any spelling: `suicide-bombing`, `Suicide bombing`, or words that begin it.
  private func documents(kind value: String) throws -> Bitmap {
    var names = NameIndex()
    let terms = try Row.fetchAll(
      database, sql: "SELECT DISTINCT term, termLabel FROM record WHERE term IS NOT NULL")
    for term in terms {
      let key: String = term["term"]
      names.add(key, of: key)
      names.add(term["termLabel"], of: key)
    }
    for kind in RecordKind.allCases {
      names.add(kind.rawValue, of: kind.rawValue)
      names.add(kind.plural, of: kind.rawValue)
    }
    let found = Set(names.best(for: value).map(\.id) + [Folding.fold(value)])
    return Bitmap.union(found.map { index.documents("kind", key: $0) })
  }

  /// The names by which records of a kind are found: their own, their aliases, their id.
  private func names(of field: QueryExpression.Field) throws -> NameIndex {
    var names = NameIndex()
    let records = try Row.fetchAll(
      database, sql: "SELECT id, name FROM record WHERE kind = ?", arguments: [field.rawValue])
    for record in records { names.add(record["name"], of: record["id"]) }
    let aliases = try Row.fetchAll(
      database,
      sql: """
        SELECT alias.record, alias.text FROM alias JOIN record ON record.id = alias.record
        WHERE record.kind = ? ORDER BY alias.record, alias.position
        """, arguments: [field.rawValue])
    for alias in aliases { names.add(alias["text"], of: alias["record"]) }
    guard field == .source else { return names }
    let sources = try Row.fetchAll(database, sql: "SELECT id, title, publisher, series FROM source")
    for source in sources {
      for column in ["title", "publisher", "series", "id"] {
        if let name: String = source[column] { names.add(name, of: source["id"]) }
      }
    }
    return names
  }
}
