/// Whether a thing lies in a range of days.
public enum Certainty: String, CaseIterable, Hashable, Sendable {
  /// It must, whichever of its possible days is the true one.
  case certainly
  /// It may, and it may not.
  case possibly
  /// It cannot.
  case not
}

/// The days of a date, as far as a query needs them; every part of it can be stored as day numbers.
public struct EventSpan: Hashable, Sendable {
  /// Every day it may mean (`ExtendedDate.span`).
  public var span: DayRange
  /// The members of the date, each wider where it is approximate; one for anything but a set.
  public var possible: [DayRange]
  /// The days certainly covered; nil where there are none.
  public var sure: DayRange?

  /// The days of a date that the thing filled in this way.
  public init(of date: ExtendedDate, _ extent: Extent = .within) {
    span = date.span
    possible = date.widenedMembers
    sure = date.sure(extent)
  }

  /// *Certainly* where the whole span lies in the range, or the range has one of the sure days;
  /// *possibly* where the widened span, of a set a widened member, has a day in common with it.
  ///
  /// A siege that lasted from May to July (`.throughout`) is certainly in June, an attack between May
  /// and July (`.within`) is possibly.
  public func certainty(in range: DayRange) -> Certainty {
    if range.first > range.last { return .not }
    if range.contains(span) { return .certainly }
    if let sure, range.overlaps(sure) { return .certainly }
    return possible.contains(where: range.overlaps) ? .possibly : .not
  }

  /// The same for dates as typed: certain by what they name, possible by that and what `around` adds.
  public func certainty(in dates: TypedDates) -> Certainty {
    if dates.isUndated { return .not }
    let named = certainty(in: dates.range)
    guard named == .not else { return named }
    return possible.contains(where: dates.widened.overlaps) ? .possibly : .not
  }
}

extension ExtendedDate {
  /// Whether a thing of this date and extent lies in a range (see `EventSpan`).
  public func certainty(_ extent: Extent = .within, in range: DayRange) -> Certainty {
    EventSpan(of: self, extent).certainty(in: range)
  }
}
