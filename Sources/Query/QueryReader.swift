import Model

/// Reads the query language.
///
///     query  = part { "OR" part }
///     part   = item { item }                 all of them
///     item   = [ "-" ] atom
///     atom   = "(" query ")" | phrase | "=" ( phrase | word ) | field ":" value | word [ "*" ]
///     phrase = '"' text '"'
///     field  = "group" | "person" | "place" | "source" | "kind" | "cites" | "basis" | "in"
///            | "killed" | "wounded" | "area" | "date" | "before" | "after" | "asof"
///     value  = [ "=" ] phrase | characters up to a blank or parenthesis
///
/// Words are AND-ed; a word with `*` and the last word of the query are prefixes; `=` means a name to
/// the letter. `date:` takes what `TypedDates` reads, of several words too (`date:8 Aug 2016`); `killed:` takes what `FigureFilter` reads; `area:` what `GeoBox` reads; `asof:` a date. Any
/// text whatever gives an expression or a problem.
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
    if next == "=" { return try name() }
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
    if word.count > 1, word.last == "*" {
      return .word(String(word.dropLast()), isPrefix: true)
    }
    let isLast = characters[at...].allSatisfy { $0.isWhitespace || $0 == ")" }
    return .word(word, isPrefix: isLast)
  }

  private mutating func name() throws(QueryProblem) -> QueryExpression {
    let column = at + 1
    at += 1
    let name = try value()
    if name.allSatisfy(\.isWhitespace) { throw .nothingToCombine("=", column: column) }
    return .name(name)
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
    let measure = FigureFilter.Measure(rawValue: known)
    let isDate = Self.dateFields.contains(known)
    guard
      isDate || measure != nil || known == "area" || QueryExpression.Field(rawValue: known) != nil
    else {
      throw .unknownField(name, column: column)
    }
    if value.allSatisfy(\.isWhitespace) || value == "=" {
      throw .emptyField(known, column: column)
    }
    if let field = QueryExpression.Field(rawValue: known) { return .field(field, value) }
    if let measure {
      guard let figures = FigureFilter(measure, reading: value) else {
        throw .number(known, value, column: valueColumn)
      }
      return .figures(figures)
    }
    if known == "area" {
      guard let box = GeoBox(reading: value) else { throw .area(value, column: valueColumn) }
      return .area(box)
    }
    return try dates(known, value, column: valueColumn)
  }

  /// How many words a date may have after its first: `between 8 August 2016 and 10 September 2016`.
  private static let mostWords = 8

  static let dateFields = ["date", "before", "after", "asof"]

  /// Every field, as it is typed before the colon.
  public static let fields =
    QueryExpression.Field.allCases.map(\.rawValue)
    + FigureFilter.Measure.allCases.map(\.rawValue) + ["area"] + dateFields

  private mutating func dates(
    _ field: String, _ value: String, column: Int
  ) throws(QueryProblem) -> QueryExpression {
    // In EDTF a ~ before a date is for its year alone; who types one here means the whole.
    let isAround = field == "date" && value.hasPrefix("~") && value.count > 1
    let value = isAround ? String(value.dropFirst()) : value
    let prefix = isAround ? "around " : ["date", "asof"].contains(field) ? "" : "\(field) "
    let isQuoted = characters[column - 1] == "\""
    func made(_ dates: TypedDates, _ typed: String) -> QueryExpression {
      if dates.isUndated { return .undated }
      let filter = DateFilter(dates, typed: typed)
      return field == "asof" ? .known(filter) : .dates(filter)
    }
    if !isQuoted, let (dates, typed) = datesOfSeveralWords(value, prefix: prefix) {
      return made(dates, typed)
    }
    do {
      return made(try TypedDates(reading: prefix + value), prefix + value)
    } catch {
      let shift = (isQuoted ? 1 : 0) + (isAround ? 1 : 0) - prefix.count
      throw .date(error, column: max(1, column + error.column - 1 + shift))
    }
  }

  /// `date:8 Aug 2016` without quotation marks: as many of the words that follow as make a date with
  /// the first; nil where none does.
  private mutating func datesOfSeveralWords(
    _ first: String, prefix: String
  ) -> (TypedDates, typed: String)? {
    var typed = prefix + first
    var end = at
    var best: (dates: TypedDates, typed: String, end: Int)?
    for _ in 0..<Self.mostWords {
      while end < characters.count, characters[end] == " " { end += 1 }
      let word = characters[end...].prefix {
        !$0.isWhitespace && $0 != ")" && $0 != "(" && $0 != "\""
      }
      if word.isEmpty { break }
      typed += " " + String(word)
      end += word.count
      if let dates = try? TypedDates(reading: typed) { best = (dates, typed, end) }
    }
    guard let best else { return nil }
    at = best.end
    return (best.dates, best.typed)
  }

  private mutating func value() throws(QueryProblem) -> String {
    if next == "\"" { return try quoted() }
    let start = at
    if next == "=", at + 1 < characters.count, characters[at + 1] == "\"" {
      at += 1
      return "=" + (try quoted())
    }
    while let character = next, !character.isWhitespace, character != ")" { at += 1 }
    return String(characters[start..<at])
  }
}
