public import Model

/// What a query asks, as a tree. `description` reads back to the same tree.
public indirect enum QueryExpression: Hashable, Sendable, CustomStringConvertible {
  /// What a field compares; the raw value is how it is typed before the colon.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    /// What concerns a record by that name, `=name` to the letter.
    case group, person, place, source
    /// A kind of record, event, place or passage, or a property.
    case kind
    /// What rests on a passage (`roul-2016#12`), a source or a cited work.
    case cites
    /// What a source puts so: `alleged`, `denied`.
    case basis
    /// A casebook or dataset by its name.
    case collection = "in"
  }

  case everything
  /// A word as typed; `isPrefix` where it may go on. A hyphenated one means all its parts.
  case word(String, isPrefix: Bool)
  /// Words next to each other, in this order.
  case phrase(String)
  /// What concerns a group, person or place that is called just this, to the letter.
  case name(String)
  case field(Field, String)
  /// What concerns any of these records, by their ids: what a name was found to mean over several
  /// collections. Nobody types it; it is described as what was typed.
  case records(Field, [String], typed: String)
  /// Just these records, by their ids, such as those that a reader has marked; `words` say which they
  /// are. Nobody types it, and its description does not read back.
  case these([RecordID], words: String)
  /// What has a part in an event that this finds: who takes part or is named in it, where it was, what is
  /// cited for it. Nobody types it, and its description does not read back.
  case inEvents(QueryExpression)
  /// Dates that may lie in the span.
  case dates(DateFilter)
  case undated
  case figures(FigureFilter)
  /// What is placed on the map within a box.
  case area(GeoBox)
  /// What could be known by then: facts of sources that were written no later.
  case known(DateFilter)
  case not(QueryExpression)
  case all([QueryExpression])
  case any([QueryExpression])

  /// As files and messages write it.
  public var description: String {
    switch self {
    case .everything: ""
    case .word(let text, let isPrefix): isPrefix ? text + "*" : text
    case .phrase(let text): "\"\(text)\""
    case .name(let text): "=\(Self.quoted(text))"
    case .field(let field, let value): "\(field.rawValue):\(Self.quoted(value))"
    case .records(let field, _, let typed): "\(field.rawValue):\(Self.quoted(typed))"
    case .dates(let dates): "date:\(Self.quoted(dates.typed))"
    case .undated: "date:undated"
    case .figures(let figures): "\(figures.measure.rawValue):\(Self.quoted(figures.typed))"
    case .area(let box): "area:\(box)"
    case .known(let dates): "asof:\(Self.quoted(dates.typed))"
    case .not(let inner): "-\(inner.inParentheses)"
    case .all(let parts): parts.map(\.inParentheses).joined(separator: " ")
    case .any(let parts): parts.map(\.asAlternative).joined(separator: " OR ")
    case .these(_, let words): "[\(words)]"
    case .inEvents(let events): "[in events: \(events)]"
    }
  }

  private var inParentheses: String {
    switch self {
    case .any, .all, .everything: "(\(description))"
    default: description
    }
  }

  private var asAlternative: String {
    switch self {
    case .any, .everything: "(\(description))"
    default: description
    }
  }

  /// Where it would end too soon without quotation marks, within them; then it has none of its own.
  private static func quoted(_ value: String) -> String {
    value.contains { $0.isWhitespace || $0 == ")" } ? "\"\(value)\"" : value
  }

  /// Everything within it, itself first.
  private var parts: [QueryExpression] {
    switch self {
    case .not(let inner): [self] + inner.parts
    case .all(let parts), .any(let parts): [self] + parts.flatMap(\.parts)
    default: [self]
    }
  }

  /// Every span of dates that hits are wanted in, wherever it stands.
  public var spans: [DateFilter] {
    switch self {
    case .dates(let dates): [dates]
    case .all(let parts), .any(let parts): parts.flatMap(\.spans)
    default: []
    }
  }

  /// Whether it asks for dates anywhere, so that its hits are certain or merely possible.
  public var asksForDates: Bool {
    parts.contains { if case .dates = $0 { true } else { false } }
  }

  /// The events that hits must have a part in; nil where any will do.
  public var events: QueryExpression? {
    switch self {
    case .inEvents(let events): events
    case .all(let parts): parts.lazy.compactMap(\.events).first
    default: nil
    }
  }

  /// How a part of it was understood, for people to see.
  public struct Notice: Hashable, Sendable {
    /// As a clause: `2014 to 2016 (ends swapped)`.
    public var text: String
    /// Whether it was understood otherwise than typed.
    public var isMended: Bool
  }

  /// How dates were understood, and what was mended.
  public var notices: [Notice] {
    parts.compactMap { part in
      switch part {
      case .dates(let dates):
        Notice(text: dates.words, isMended: dates.isMended)
      case .known(let dates):
        Notice(
          text: "as it could be known by the end of \(dates.words)",
          isMended: dates.dates.isReversed)
      case .figures(let figures) where figures.isReversed:
        Notice(
          text: "\(figures.measure.rawValue):\(figures.typed) (ends swapped)", isMended: true)
      default: nil
      }
    }
  }

  /// The words that hits are found by, as typed: what a list may highlight.
  public var words: [String] {
    switch self {
    case .word(let text, _), .phrase(let text), .name(let text): [text]
    case .field(let field, let value):
      [.group, .person, .place, .source].contains(field)
        ? [value.hasPrefix("=") ? String(value.dropFirst()) : value] : []
    case .records(let field, _, let typed): QueryExpression.field(field, typed).words
    case .all(let parts), .any(let parts): parts.flatMap(\.words)
    case .dates, .undated, .everything, .not, .figures, .area, .known, .these, .inEvents: []
    }
  }

  /// What may be meant as a name: the words of a query that has nothing else, in their order; nil for
  /// any other.
  public var asName: String? {
    switch self {
    case .word(let text, _), .phrase(let text): text
    case .name(let text): "=" + text
    case .all(let parts):
      parts.allSatisfy { if case .word = $0 { true } else { false } }
        ? parts.flatMap(\.words).joined(separator: " ") : nil
    default: nil
    }
  }
}
