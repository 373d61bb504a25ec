/// A stretch of the calendar that is counted: what one bar of a timeline stands for.
///
/// Stretches of a unit have numbers: days since 1970-01-01, months since January of the year 0, years.
public enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
  case day, month, year

  /// The numbers that a timeline may ask for; every one of them begins on a day that is counted.
  public var numbers: ClosedRange<Int> {
    let years = -9999...99_999
    switch self {
    case .year: return years
    case .month: return (12 * years.lowerBound)...(12 * years.upperBound)
    case .day: return (366 * (years.lowerBound - 1970))...(365 * (years.upperBound - 1970))
    }
  }

  /// The number of the stretch in which a day lies; that of the first or last one for days beyond all.
  public func number(of day: DayNumber) -> Int {
    let number: Int
    switch self {
    case .day: number = Int(day.rawValue)
    case .month:
      number =
        CalendarMonth(of: day).map { Int($0.rawValue) }
        ?? (day == .distantPast ? Int.min : Int.max)
    case .year:
      number = day == .distantPast ? Int.min : day == .distantFuture ? Int.max : day.year
    }
    return min(max(number, numbers.lowerBound), numbers.upperBound)
  }

  /// The first day of the stretch of a number, which is first brought into `numbers`.
  public func firstDay(of number: Int) -> DayNumber {
    let number = min(max(number, numbers.lowerBound), numbers.upperBound)
    switch self {
    case .day: return DayNumber(rawValue: Int32(number))
    case .month: return CalendarMonth(rawValue: Int32(number)).firstDay
    case .year: return CalendarMonth(rawValue: Int32(12 * number)).firstDay
    }
  }

  /// The days of some stretches, one or more.
  public func days(of numbers: Range<Int>) -> DayRange {
    DayRange(
      first: firstDay(of: numbers.lowerBound),
      last: firstDay(of: numbers.upperBound).advanced(by: -1))
  }

  /// A stretch as a query writes it: `2016`, `2016-08`, `2016-08-08`.
  public func written(_ number: Int) -> String {
    let day = firstDay(of: number)
    switch self {
    case .day: return day.description
    case .month: return String(day.description.dropLast(3))
    case .year: return String(day.description.dropLast(6))
    }
  }
}
