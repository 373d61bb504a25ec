/// A date with an `X` for digits that are not known, in any place of year, month and day (EDTF level
/// 2): `156X-12-25`, `15XX-12-XX`, `1X3X`, `1984-1X`, `XXXX-02-29`.
///
/// The days it may mean can have gaps; its bounds are the first and the last of them that there are:
/// 201X-02-29 is from 29 February 2012 to 29 February 2016.
struct DigitMask: Hashable, Sendable {
  /// The four characters of the year, with a minus before them where it is negative.
  let year: String
  /// Two characters; the number of a season where there is no day.
  let month: String?
  /// Two characters.
  let day: String?
  let first: CivilDay
  let last: CivilDay

  /// Reads the fields of a date, of digits and `X` in the right number; the year has no sign.
  init(
    year: ArraySlice<Character>, isNegative: Bool, month: ArraySlice<Character>?,
    day: ArraySlice<Character>?
  ) throws(DateProblem) {
    let years = MaskedYears(digits: Array(year), isNegative: isNegative)
    self.year = (isNegative ? "-" : "") + String(year)
    self.month = month.map { String($0) }
    self.day = day.map { String($0) }
    if day == nil, let month, let season = Int(String(month)).flatMap(Season.init(rawValue:)) {
      let (start, end) = (years.first, years.last)
      first = CivilDay(start, season.firstMonth.rawValue, 1)
      last = CivilDay(endOf: season.lastMonth, in: season.lastYear(of: end))
      return
    }
    let months = Month.allCases.filter { month?.admits($0.rawValue) ?? true }
    if months.isEmpty, let month {
      throw .noSuchMonth(String(month), column: month.startIndex + 1)
    }
    let days = (1...31).filter { day?.admits($0) ?? true }
    guard let first = Self.first(years.ascending, months, days),
      let last = Self.last(years.descending, months, days)
    else {
      let longest = years.ascending.prefix(9).first { CivilYear($0).isLeap } ?? years.first
      try (months.last ?? .december).refuse(99, written: day ?? year, in: longest)
      throw .unreadable(year)
    }
    (self.first, self.last) = (first, last)
  }

  private static func first(
    _ years: some Sequence<Int>, _ months: [Month], _ days: [Int]
  ) -> CivilDay? {
    for year in years {
      for month in months {
        if let day = days.first, day <= month.lastDay(in: year) {
          return CivilDay(year, month.rawValue, day)
        }
      }
    }
    return nil
  }

  private static func last(
    _ years: some Sequence<Int>, _ months: [Month], _ days: [Int]
  ) -> CivilDay? {
    for year in years {
      for month in months.reversed() {
        let lastDay = month.lastDay(in: year)
        if let day = days.last(where: { $0 <= lastDay }) {
          return CivilDay(year, month.rawValue, day)
        }
      }
    }
    return nil
  }

  /// With every `X` as it is: `25 December 156X`, `month 1X of 1984`.
  var words: String {
    let yearWords = year.first == "-" || year.first == "0" ? "year \(year)" : year
    guard let month, month != "XX" else {
      guard let day, day != "XX" else { return yearWords }
      return "day \(Int(day).map { "\($0)" } ?? day) of a month of \(yearWords)"
    }
    let number = Int(month)
    if let season = number.flatMap(Season.init(rawValue:)), day == nil {
      return "\(season.name) \(yearWords)"
    }
    let known = number.flatMap(Month.init(rawValue:))
    let monthWords = known.map { "\($0.name) \(yearWords)" } ?? "month \(month) of \(yearWords)"
    guard let day, day != "XX" else { return monthWords }
    let dayWords = Int(day).map { "\($0)" } ?? day
    return known == nil ? "day \(dayWords), \(monthWords)" : "\(dayWords) \(monthWords)"
  }
}

/// The years that four characters of digits and `X` may mean; there is no year -0000.
private struct MaskedYears {
  let digits: [Character]
  let isNegative: Bool

  private var places: [Int] { digits.indices.filter { digits[$0] == "X" } }

  private func years(upwards: Bool) -> some Sequence<Int> {
    var count = 1
    for _ in places { count *= 10 }
    let steps =
      upwards ? stride(from: 0, to: count, by: 1) : stride(from: count - 1, to: -1, by: -1)
    let base = digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
    let weights = places.reversed().map { [1000, 100, 10, 1][$0] }
    let sign = isNegative ? -1 : 1
    return steps.lazy.map { step in
      var (year, rest) = (base, step)
      for weight in weights {
        year += rest % 10 * weight
        rest /= 10
      }
      return sign * year
    }.filter { sign > 0 || $0 != 0 }
  }

  var ascending: some Sequence<Int> { years(upwards: !isNegative) }
  var descending: some Sequence<Int> { years(upwards: isNegative) }
  var first: Int { ascending.first { _ in true } ?? 0 }
  var last: Int { descending.first { _ in true } ?? 0 }
}

extension ArraySlice<Character> {
  /// Whether a number of one or two digits has these digits, but for `X`.
  fileprivate func admits(_ number: Int) -> Bool {
    zip(self, number.magnitude.padded(to: 2)).allSatisfy { $0 == "X" || $0 == $1 }
  }
}
