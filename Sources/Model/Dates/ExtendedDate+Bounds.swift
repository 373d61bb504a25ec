extension ExtendedDate {
  /// The first day it may mean; `.distantPast` when the start is open or unknown, or too long ago to
  /// be counted in days.
  public var earliest: DayNumber {
    switch form {
    case .point(let point), .interval(.date(let point), _): DayNumber(clamping: point.firstDay)
    case .interval: .distantPast
    }
  }

  /// The last day it may mean; `.distantFuture` when the end is open or unknown, or too far ahead to
  /// be counted in days.
  public var latest: DayNumber {
    switch form {
    case .point(let point), .interval(_, .date(let point)): DayNumber(clamping: point.lastDay)
    case .interval: .distantFuture
    }
  }

  /// From `earliest` to `latest`.
  public var span: DayRange { DayRange(first: earliest, last: latest) }

  /// Whether it can mean one day only, were it exact: `2016-08-08`, and `2016-08-08~` too.
  public var isSingleDay: Bool {
    earliest == latest && earliest != .distantPast && earliest != .distantFuture
  }
}

extension ExtendedDate: Comparable {
  /// By earliest day, then latest day, then as written.
  public static func < (one: ExtendedDate, other: ExtendedDate) -> Bool {
    if one.earliest != other.earliest { return one.earliest < other.earliest }
    if one.latest != other.latest { return one.latest < other.latest }
    return one.description < other.description
  }
}

extension ExtendedDate.Point {
  /// Year, month and day of a date that may be too far off to have a number.
  typealias CivilDay = (year: Int, month: Int, day: Int)

  var firstDay: CivilDay {
    switch precision {
    case .day(let month, let day): (year, month.rawValue, day)
    case .month(let month), .unknownDay(let month): (year, month.rawValue, 1)
    case .season(let season): (year, season.firstMonth.rawValue, 1)
    case .year, .unknownMonth, .unknownMonthAndDay, .decade, .century: (year, 1, 1)
    }
  }

  var lastDay: CivilDay {
    switch precision {
    case .day(let month, let day): (year, month.rawValue, day)
    case .month(let month), .unknownDay(let month): Self.end(of: month, year)
    case .season(let season): Self.end(of: season.lastMonth, season.lastYear(of: year))
    case .year, .unknownMonth, .unknownMonthAndDay: (year, 12, 31)
    case .decade: (year + 9, 12, 31)
    case .century: (year + 99, 12, 31)
    }
  }

  private static func end(of month: Month, _ year: Int) -> CivilDay {
    (year, month.rawValue, month.lastDay(in: year))
  }
}

extension DayNumber {
  /// The day's number; `distantPast` or `distantFuture` where its year is not in `DayNumber.years`.
  fileprivate init(clamping day: ExtendedDate.Point.CivilDay) {
    self =
      DayNumber(year: day.year, month: day.month, day: day.day)
      ?? (day.year < 0 ? .distantPast : .distantFuture)
  }
}
