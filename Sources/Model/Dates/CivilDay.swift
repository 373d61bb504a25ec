/// Year, month and day of a date that may be too far off to have a number.
struct CivilDay: Hashable, Comparable, Sendable {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The last day of a month.
  init(endOf month: Month, in year: Int) {
    self.init(year, month.rawValue, month.lastDay(in: year))
  }

  static func < (one: CivilDay, other: CivilDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension DayNumber {
  /// The day's number; `distantPast` or `distantFuture` where its year is not in `DayNumber.years`.
  init(clamping day: CivilDay) {
    self =
      DayNumber(year: day.year, month: day.month, day: day.day)
      ?? (day.year < 0 ? .distantPast : .distantFuture)
  }

  /// The same day so many months later, or earlier when negative: the last of its month where that
  /// is shorter. Open ends stay, and what leaves `years` becomes one.
  func advanced(months: Int) -> DayNumber {
    if self == .distantPast || self == .distantFuture { return self }
    let total = year * 12 + month - 1 + months
    let number = ((total % 12) + 12) % 12
    let shiftedYear = (total - number) / 12
    guard let shiftedMonth = Month(rawValue: number + 1) else { return self }
    let shiftedDay = Swift.min(day, shiftedMonth.lastDay(in: shiftedYear))
    return DayNumber(year: shiftedYear, month: number + 1, day: shiftedDay)
      ?? (months < 0 ? .distantPast : .distantFuture)
  }
}
