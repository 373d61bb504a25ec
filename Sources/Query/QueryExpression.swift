public import Model

/// What a query asks, as a tree. `description` reads back to the same tree.
public indirect enum QueryExpression: Hashable, Sendable, CustomStringConvertible {
  /// What a field compares; the raw value is how it is typed before the colon.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case group, person, place, source, kind
  }

  case everything
  /// A word as typed; `isPrefix` where it may go on. A hyphenated one means all its parts.
  case word(String, isPrefix: Bool)
  /// Words next to each other, in this order.
  case phrase(String)
  case field(Field, String)
  /// Dates that may lie in the span (`DayRange.overlaps`).
  case dates(TypedDates, typed: String)
  case undated
  case not(QueryExpression)
  case all([QueryExpression])
  case any([QueryExpression])

  /// As files and messages write it.
  public var description: String {
    switch self {
    case .everything: ""
    case .word(let text, _): text
    case .phrase(let text): "\"\(text)\""
    case .field(let field, let value): "\(field.rawValue):\(Self.quoted(value))"
    case .dates(_, let typed): "date:\(Self.quoted(typed))"
    case .undated: "date:undated"
    case .not(let inner): "-\(inner.inParentheses)"
    case .all(let parts): parts.map(\.inParentheses).joined(separator: " ")
    case .any(let parts): parts.map(\.description).joined(separator: " OR ")
    }
  }

  private var inParentheses: String {
    switch self {
    case .any, .all: "(\(description))"
    default: description
    }
  }

  private static func quoted(_ value: String) -> String {
    value.contains { $0 == " " || $0 == "(" || $0 == ")" } ? "\"\(value)\"" : value
  }

  /// Every span of dates that the query asks for, wherever it stands.
  public var spans: [TypedDates] {
    switch self {
    case .dates(let dates, _): [dates]
    case .not, .everything, .word, .phrase, .field, .undated: []
    case .all(let parts), .any(let parts): parts.flatMap(\.spans)
    }
  }

  /// The words that hits are found by, as typed: what a list may highlight.
  public var words: [String] {
    switch self {
    case .word(let text, _), .phrase(let text): [text]
    case .field(.kind, _), .dates, .undated, .everything, .not: []
    case .field(_, let value): [value]
    case .all(let parts), .any(let parts): parts.flatMap(\.words)
    }
  }
}
