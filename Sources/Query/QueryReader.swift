import Model

/// Reads the query language.
///
///     query  = part { "OR" part }
///     part   = item { item }                 all of them
///     item   = [ "-" ] atom
///     atom   = "(" query ")" | phrase | field ":" value | word
///     phrase = '"' text '"'
///     field  = "group" | "person" | "place" | "source" | "kind" | "date" | "before" | "after"
///     value  = phrase | characters up to a blank or parenthesis
///
/// Words are AND-ed; the last word of the query is a prefix. `date:` takes what `TypedDates` reads, of
/// several words too (`date:8 Aug 2016`), or `undated`. Any text whatever gives an expression or a problem.
public struct QueryReader {
  /// How deep parentheses may be nested.
  static let deepest = 32

  private let characters: [Character]
  private var at = 0
  private var depth = 0

  /// Reads a whole query; blanks alone mean everything.
  public static func read(_ text: String) throws(QueryProblem) -> QueryExpression {
    var reader = QueryReader(text)
    guard let expression = try reader.query() else { return .everything }
    if reader.at < reader.characters.count { throw .strayParenthesis(column: reader.at + 1) }
    return expression
  }

  private init(_ text: String) { characters = Array(text) }

  private var next: Character? { at < characters.count ? characters[at] : nil }

  private mutating func skipBlanks() {
    while let character = next, character.isWhitespace { at += 1 }
  }

  private mutating func query() throws(QueryProblem) -> QueryExpression? {
    var parts: [QueryExpression] = []
    while true {
      let part = try part()
      skipBlanks()
      let column = at + 1
      guard let part else {
        if !parts.isEmpty { throw .nothingToCombine("OR", column: column) }
        if isOr { throw .nothingToCombine("OR", column: column) }
        return nil
      }
      parts.append(part)
      guard isOr else { break }
      at += 2
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// Whether an `OR` that stands alone comes next.
  private var isOr: Bool {
    guard at + 1 < characters.count, characters[at] == "O", characters[at + 1] == "R" else {
      return false
    }
    return at + 2 == characters.count || characters[at + 2].isWhitespace
      || characters[at + 2] == "(" || characters[at + 2] == ")"
  }

  private mutating func part() throws(QueryProblem) -> QueryExpression? {
    var items: [QueryExpression] = []
    while true {
      skipBlanks()
      guard let character = next, character != ")", !isOr else { break }
      items.append(try item())
    }
    return items.count > 1 ? .all(items) : items.first
  }

  private mutating func item() throws(QueryProblem) -> QueryExpression {
    guard next == "-" else { return try atom() }
    let column = at + 1
    at += 1
    guard let character = next, !character.isWhitespace, character != ")", character != "-" else {
      throw .nothingToCombine("-", column: column)
    }
    return .not(try atom())
  }

  private mutating func atom() throws(QueryProblem) -> QueryExpression {
    if next == "(" { return try parenthesis() }
    if next == "\"" { return .phrase(try quoted()) }
    let start = at
    while let character = next, !character.isWhitespace, character != "(", character != ")",
      character != "\"", character != ":"
    {
      at += 1
    }
    let word = String(characters[start..<at])
    if next == ":" {
      at += 1
      return try field(word, column: start + 1)
    }
    let isLast = characters[at...].allSatisfy { $0.isWhitespace || $0 == ")" }
    return .word(word, isPrefix: isLast)
  }

  private mutating func parenthesis() throws(QueryProblem) -> QueryExpression {
    let column = at + 1
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw .nestedTooDeep(column: column) }
    at += 1
    let inner = try query()
    guard next == ")" else { throw .openParenthesis(column: column) }
    at += 1
    return inner ?? .everything
  }

  private mutating func quoted() throws(QueryProblem) -> String {
    let column = at + 1
    at += 1
    let start = at
    while let character = next, character != "\"" { at += 1 }
    guard next == "\"" else { throw .openQuote(column: column) }
    at += 1
    return String(characters[start..<(at - 1)])
  }

  private mutating func field(_ name: String, column: Int) throws(QueryProblem) -> QueryExpression {
    let known = name.lowercased()
    let valueColumn = at + 1
    let value = try value()
    let isDate = ["date", "before", "after"].contains(known)
    guard isDate || QueryExpression.Field(rawValue: known) != nil else {
      throw .unknownField(name, column: column)
    }
    if value.allSatisfy(\.isWhitespace) { throw .emptyField(known, column: column) }
    if let field = QueryExpression.Field(rawValue: known) { return .field(field, value) }
    if known == "date", value.lowercased() == "undated" { return .undated }
    let prefix = known == "date" ? "" : "\(known) "
    let isQuoted = characters[valueColumn - 1] == "\""
    if !isQuoted, let dates = datesOfSeveralWords(value, prefix: prefix) { return dates }
    do {
      return .dates(try TypedDates(reading: prefix + value), typed: prefix + value)
    } catch {
      let shift = (isQuoted ? 1 : 0) - prefix.count
      throw .date(error, column: max(1, valueColumn + error.column - 1 + shift))
    }
  }

  /// `date:8 Aug 2016` without quotation marks: as many of the words that follow as make a date with
  /// the first, at most four; nil where none does.
  private mutating func datesOfSeveralWords(_ first: String, prefix: String) -> QueryExpression? {
    var typed = prefix + first
    var end = at
    var best: (QueryExpression, end: Int)?
    for _ in 0..<4 {
      while end < characters.count, characters[end] == " " { end += 1 }
      let word = characters[end...].prefix {
        !$0.isWhitespace && $0 != ")" && $0 != "(" && $0 != "\""
      }
      if word.isEmpty { break }
      typed += " " + String(word)
      end += word.count
      if let dates = try? TypedDates(reading: typed) { best = (.dates(dates, typed: typed), end) }
    }
    guard let best else { return nil }
    at = best.end
    return best.0
  }

  private mutating func value() throws(QueryProblem) -> String {
    if next == "\"" { return try quoted() }
    let start = at
    while let character = next, !character.isWhitespace, character != ")" { at += 1 }
    return String(characters[start..<at])
  }
}
