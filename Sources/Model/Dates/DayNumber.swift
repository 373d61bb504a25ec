/// Days since 1970-01-01, proleptic Gregorian.
///
/// Any raw value is a day, of a year between about -5,877,000 and 5,881,000, but the first and the
/// last, which stand for open ends.
public struct DayNumber: RawRepresentable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var rawValue: Int32

  /// The day so many days after 1970-01-01; the extremes are the open ends.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Before every day: the start of what has no known start.
  public static let distantPast = DayNumber(rawValue: .min)
  /// After every day: the end of what has no known end.
  public static let distantFuture = DayNumber(rawValue: .max)

  /// The years that `init(year:month:day:)` takes; every day of them has a number.
  public static let years = -5_800_000...5_800_000

  /// The number of a civil date; nil when there is no such day, or its year is not in `years`.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), let known = Month(rawValue: month),
      day >= 1, day <= known.lastDay(in: year)
    else { return nil }
    self.init(counting: year, month, day)
  }

  /// As `days_from_civil` in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years
  /// begin in March, so that the leap day is the last, and are counted in eras of 400 years.
  private init(counting year: Int, _ month: Int, _ day: Int) {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month (1 to 12) and day of the month (1 to 31), as `civil_from_days` in the same work.
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The year; 0 is 1 BC.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// The day so many days later, or earlier when negative.
  ///
  /// What leaves the countable days becomes `distantPast` or `distantFuture`, and these two stay what
  /// they are.
  public func advanced(by days: Int) -> DayNumber {
    if self == .distantPast || self == .distantFuture { return self }
    let (sum, isOverflow) = Int(rawValue).addingReportingOverflow(days)
    if isOverflow { return days < 0 ? .distantPast : .distantFuture }
    return DayNumber(rawValue: Int32(clamping: sum))
  }

  /// Whether the one is before the other.
  public static func < (one: DayNumber, other: DayNumber) -> Bool { one.rawValue < other.rawValue }
}

extension DayNumber: CustomStringConvertible {
  /// `2016-08-08`; a sign before years that are negative or have more than four digits; the open ends
  /// are `distant past` and `distant future`.
  public var description: String {
    if self == .distantPast { return "distant past" }
    if self == .distantFuture { return "distant future" }
    let (year, month, day) = civil
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return sign + year.magnitude.padded(to: 4) + "-" + month.magnitude.padded(to: 2) + "-"
      + day.magnitude.padded(to: 2)
  }

  /// In English: `8 August 2016`.
  public var words: String {
    if self == .distantPast || self == .distantFuture { return description }
    let (year, month, day) = civil
    return "\(day) \(Month(rawValue: month)?.name ?? "") \(CivilYear(year).words)"
  }
}

extension UInt {
  /// In decimal, with zeros before it up to so many digits.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
