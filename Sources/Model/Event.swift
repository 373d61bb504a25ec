/// A dated happening: what, when, where, who in which role, with what casualties.
///
/// All of that are statements. Where sources differ on a date or a figure, each value is one of its own
/// (see `RivalValues`), with its citations.
public struct Event: Hashable, Sendable {
  /// Unique in its casebook.
  public var id: RecordID
  /// In words; lists and headings show it.
  public var title: String
  /// A word of the casebook's vocabulary of events: `suicide-bombing`, and its label.
  public var kind: Term
  /// Its facts, in the order of the casebook.
  public var statements: [Statement]

  /// Takes the parts as they are.
  public init(id: RecordID, title: String, kind: Term, statements: [Statement]) {
    self.id = id
    self.title = title
    self.kind = kind
    self.statements = statements
  }

  /// Every date that a source gives, in the casebook's order; the first is the one lists show.
  public var dates: [ExtendedDate] {
    statements.compactMap {
      if $0.property == .date, case .date(let date) = $0.value { date } else { nil }
    }
  }

  /// The span that every date given fits in; nil where the event is undated.
  public var span: DayRange? {
    let spans = dates.map(\.span)
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max() else {
      return nil
    }
    return DayRange(first: first, last: last)
  }

  /// The days on which it certainly was, whichever of the days possible are the true ones: where every
  /// date given says that it lasted throughout; nil where there are none.
  public var sureDays: DayRange? {
    let sure = statements.compactMap { statement -> DayRange?? in
      guard statement.property == .date, case .date(let date) = statement.value else { return nil }
      return .some(date.sure(statement.extent))
    }
    guard let first = sure.first else { return nil }
    return sure.dropFirst().reduce(first) { one, other in
      guard let one, let other, one.overlaps(other) else { return nil }
      return DayRange(first: max(one.first, other.first), last: min(one.last, other.last))
    }
  }

  /// The span that every date given fits in where approximate ones are widened (`ExtendedDate.widened`);
  /// nil where the event is undated.
  public var widenedSpan: DayRange? {
    let spans = dates.map(\.widened)
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max() else {
      return nil
    }
    return DayRange(first: first, last: last)
  }

  /// Who took part, in which role.
  public var participants: [Statement] { statements.filter { $0.property.role != nil } }

  /// The figures given for `killed`, `wounded` or `killedAndWounded`.
  public func figures(_ property: Property) -> [CasualtyFigure] {
    statements.compactMap {
      if $0.property == property, case .figure(let figure) = $0.value { figure } else { nil }
    }
  }

  /// One line of an event's casualties for a list: `>70 killed, >100 wounded`; empty when unknown.
  public var casualtiesInShort: String {
    [(Property.killed, "killed"), (.wounded, "wounded"), (.killedAndWounded, "killed or wounded")]
      .compactMap { property, word in
        let figures = figures(property)
        guard !figures.isEmpty else { return nil }
        return figures.map(\.short).joined(separator: "/") + " " + word
      }
      .joined(separator: ", ")
  }
}
