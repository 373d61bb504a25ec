/// `early`, `mid` or `late` of something.
enum Third: String {
  case early, mid, late

  init?(typed: ArraySlice<Character>) {
    let word = String(typed).lowercased()
    self.init(rawValue: word == "middle" ? "mid" : word)
  }

  /// 0, 1 or 2.
  var index: Int {
    switch self {
    case .early: 0
    case .mid: 1
    case .late: 2
    }
  }

  /// Four months of a year.
  func span(of year: Int) -> DayRange {
    let seasons = [Season.firstThird, .secondThird, .lastThird]
    return ExtendedDate(form: .point(.init(year: year, precision: .season(seasons[index])))).span
  }

  /// The days up to the 10th, up to the 20th, or the rest.
  func span(of month: Month, in year: Int) -> DayRange {
    let last = [10, 20, month.lastDay(in: year)][index]
    return DayRange(
      first: DayNumber(clamping: CivilDay(year, month.rawValue, index * 10 + 1)),
      last: DayNumber(clamping: CivilDay(year, month.rawValue, last)))
  }

  /// Years 0 to 3, 4 to 6 or 7 to 9 of ten that begin with this one.
  func span(ofDecade year: Int) -> DayRange {
    let (first, last) = [(0, 3), (4, 6), (7, 9)][index]
    return DayRange(
      first: DayNumber(clamping: CivilDay(year + first, 1, 1)),
      last: DayNumber(clamping: CivilDay(year + last, 12, 31)))
  }
}
