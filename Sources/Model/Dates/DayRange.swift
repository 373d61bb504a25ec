/// A closed span of days, both ends inclusive.
///
/// `DayNumber.distantPast` and `.distantFuture` are open ends. A range whose first day is after its
/// last holds no day.
public struct DayRange: Hashable, Sendable {
  /// The first day in it; `distantPast` where it has no start.
  public var first: DayNumber
  /// The last day in it; `distantFuture` where it has no end.
  public var last: DayNumber

  /// From one day to another, both in it.
  public init(first: DayNumber, last: DayNumber) {
    self.first = first
    self.last = last
  }

  /// Whether every day of the other is a day of this one: *certainly inside*.
  public func contains(_ other: DayRange) -> Bool { first <= other.first && other.last <= last }

  /// Whether the two have a day in common: *possibly inside*.
  public func overlaps(_ other: DayRange) -> Bool {
    max(first, other.first) <= min(last, other.last)
  }
}
