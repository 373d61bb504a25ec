extension ExtendedDate {
  /// The first day it may mean; `.distantPast` when the start is open or unknown, or too long ago to
  /// be counted in days.
  public var earliest: DayNumber {
    switch form {
    case .point(let point), .interval(.date(let point), _): DayNumber(clamping: point.firstDay)
    case .interval: .distantPast
    case .set: members.map(\.first).min() ?? .distantPast
    }
  }

  /// The last day it may mean; `.distantFuture` when the end is open or unknown, or too far ahead to
  /// be counted in days.
  public var latest: DayNumber {
    switch form {
    case .point(let point), .interval(_, .date(let point)): DayNumber(clamping: point.lastDay)
    case .interval: .distantFuture
    case .set: members.map(\.last).max() ?? .distantFuture
    }
  }

  /// From `earliest` to `latest`.
  public var span: DayRange { DayRange(first: earliest, last: latest) }

  /// The spans of the members of a set, in the order written, so that gaps show; of anything else the
  /// one span.
  public var members: [DayRange] {
    guard case .set(_, let members) = form else { return [span] }
    return members.map {
      DayRange(
        first: $0.ends.0.map { DayNumber(clamping: $0.firstDay) } ?? .distantPast,
        last: $0.ends.1.map { DayNumber(clamping: $0.lastDay) } ?? .distantFuture)
    }
  }

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
  var firstDay: CivilDay {
    switch precision {
    case .day(let month, let day): CivilDay(year, month.rawValue, day)
    case .month(let month), .unknownDay(let month): CivilDay(year, month.rawValue, 1)
    case .season(let season): CivilDay(year, season.firstMonth.rawValue, 1)
    case .year, .unknownMonth, .unknownMonthAndDay, .decade, .century: CivilDay(year, 1, 1)
    case .masked(let mask): mask.first
    }
  }

  var lastDay: CivilDay {
    switch precision {
    case .day(let month, let day): CivilDay(year, month.rawValue, day)
    case .month(let month), .unknownDay(let month): CivilDay(endOf: month, in: year)
    case .season(let season): CivilDay(endOf: season.lastMonth, in: season.lastYear(of: year))
    case .year, .unknownMonth, .unknownMonthAndDay: CivilDay(year, 12, 31)
    case .decade: CivilDay(year + 9, 12, 31)
    case .century: CivilDay(year + 99, 12, 31)
    case .masked(let mask): mask.last
    }
  }
}
