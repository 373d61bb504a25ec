/// A month of a certain year, proleptic Gregorian.
public struct CalendarMonth: RawRepresentable, Hashable, Comparable, Sendable {
  /// Months since January of the year 0; negative before it.
  public var rawValue: Int32

  /// The month so many months after January of the year 0.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The month of a day; nil for `distantPast` and `distantFuture`, which lie in none.
  public init?(of day: DayNumber) {
    guard day != .distantPast, day != .distantFuture else { return nil }
    let (year, month) = (day.year, day.month)
    rawValue = Int32(12 * year + month - 1)
  }

  /// The year; 0 is 1 BC.
  public var year: Int { (Int(rawValue) - (month - 1)) / 12 }

  /// The month, 1 to 12.
  public var month: Int {
    let rest = Int(rawValue) % 12
    return (rest < 0 ? rest + 12 : rest) + 1
  }

  /// Its first day; `distantPast` or `distantFuture` where the year has no days that are counted.
  public var firstDay: DayNumber {
    DayNumber(year: year, month: month, day: 1) ?? (year < 0 ? .distantPast : .distantFuture)
  }

  /// The first month of its year.
  public var january: CalendarMonth { advanced(by: 1 - month) }

  /// The month so many months later, or earlier when negative.
  public func advanced(by months: Int) -> CalendarMonth {
    CalendarMonth(rawValue: Int32(clamping: Int(rawValue) + months))
  }

  /// Whether the one is before the other.
  public static func < (one: CalendarMonth, other: CalendarMonth) -> Bool {
    one.rawValue < other.rawValue
  }
}

extension CalendarMonth: CustomStringConvertible {
  /// As ISO 8601 writes it: `2016-08`.
  public var description: String { String(firstDay.description.dropLast(3)) }
}
