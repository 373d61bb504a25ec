import Model

/// A day as spreadsheets count it (ECMA-376 Part 1, 18.17.4.1).
///
/// In the 1900 system 1 is 1 January 1900, and 60 is a 29 February 1900 that never was: kept so that days
/// agree with those of older programs. In the 1904 system 0 is 1 January 1904.
struct SheetDay: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Nil for a number before the first day, or after the year 9999.
  init?(serial: Int, since1904: Bool) {
    if !since1904, serial == 60 {
      (year, month, day) = (1900, 2, 29)
      return
    }
    guard ((since1904 ? 0 : 1)..<10_000_000).contains(serial) else { return nil }
    let start = since1904 ? Self.before1904 : serial < 60 ? Self.before1900 : Self.before1900 - 1
    let number = DayNumber(rawValue: Int32(start + serial))
    (year, month, day) = (number.year, number.month, number.day)
    guard year <= 9999 else { return nil }
  }

  /// 31 December 1899 and 1 January 1904, as days since 1970.
  private static let before1900 = -25_568
  private static let before1904 = -24_107

  /// Nil for the day that never was.
  var date: ExtendedDate? { ExtendedDate(year: year, month: month, day: day) }

  /// `1970-01-05`.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
