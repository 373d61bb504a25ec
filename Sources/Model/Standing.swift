/// Whether a relation stands at a date: a state of the world, not of what was known of it.
public enum Standing: String, CaseIterable, Hashable, Sendable {
  /// It had begun by then, and had not ended.
  case stands
  /// It may have begun by then, or may still last.
  case possibly
  /// Nothing is told of its time.
  case undated
  /// It certainly began later.
  case later
  /// It was certainly over before.
  case ended
}

extension Relation {
  /// How it stands in a range of days.
  ///
  /// A date that is no interval is taken as the beginning. An act (`Kind.isAct`) stands from then on:
  /// who has pledged, has pledged. Of a state whose end no source tells (an alliance in 2016), it is not
  /// known how long it lasted: after that date it stands possibly. Approximate ends are taken as widely as
  /// `ExtendedDate.widened` does, and what is uncertain (`?`) never stands for certain.
  public func standing(in days: DayRange) -> Standing {
    guard let date else { return .undated }
    let (start, end) = date.ends
    if start.first > days.last { return .later }
    let isSure: Bool
    switch end {
    case .told(let end):
      if end.last < days.first { return .ended }
      isSure = start.last <= days.last && end.first >= days.first
    case .none: isSure = start.last <= days.last
    case .untold where kind.isAct: isSure = start.last <= days.last
    case .untold: isSure = days.contains(start)
    }
    return isSure && !date.isUncertain ? .stands : .possibly
  }
}

extension Relation.Kind {
  /// Whether it is done at one time and is then done, and no state that lasts.
  public var isAct: Bool {
    switch self {
    case .pledge, .splinter, .merger, .defection: true
    case .alliance, .factionOf, .affiliate, .rivalry, .leadership, .membership, .hedging, .support,
      .recruitment, .cooperation:
      false
    }
  }
}

extension ExtendedDate {
  fileprivate enum Ending {
    /// Somewhere in these days.
    case told(DayRange)
    /// `..`: it goes on.
    case none
    /// No source says.
    case untold
  }

  /// The days in which the start lies, and those of the end.
  fileprivate var ends: (start: DayRange, end: Ending) {
    guard case .interval(let first, let last) = form else { return (widened, .untold) }
    let start = first.point.map { ExtendedDate(form: .point($0)).widened }
    let end = last.point.map { ExtendedDate(form: .point($0)).widened }
    // A start that is not told is at the end at the latest.
    let begun = start ?? DayRange(first: .distantPast, last: end?.last ?? .distantFuture)
    return (begun, end.map(Ending.told) ?? (last == .open ? .none : .untold))
  }

  /// The days on which something begins or ends, as exactly as they are told: what to step through.
  public var turns: [DayRange] {
    points.map { ExtendedDate(form: .point($0)).span }
  }
}
