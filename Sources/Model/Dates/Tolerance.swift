/// How far from the days it names an approximate date may lie, to either side.
///
/// An amount by the part that is marked `~` or `%`: a date about 8 August may lie three days off, one
/// about 2015 a year. Where both a year and a day are marked on their own, the larger one holds.
public struct Tolerance: Hashable, Sendable {
  /// Days to either side.
  public var days: Int
  /// Calendar months to either side.
  public var months: Int

  /// About a day: 3 days.
  public static let day = Tolerance(days: 3, months: 0)
  /// About a month: 1 month.
  public static let month = Tolerance(days: 0, months: 1)
  /// About a year: 1 year.
  public static let year = Tolerance(days: 0, months: 12)
  /// About a decade: 5 years.
  public static let decade = Tolerance(days: 0, months: 5 * 12)
  /// About a century: 25 years.
  public static let century = Tolerance(days: 0, months: 25 * 12)
  /// About a year of which two digits or fewer at the front are known, such as 1X3X: 250 years.
  public static let millennium = Tolerance(days: 0, months: 250 * 12)

  /// About a season, a quarter or a half of a year: its own length, 3, 4 or 6 months.
  public static func season(months: Int) -> Tolerance { Tolerance(days: 0, months: months) }
}

extension DayRange {
  /// The range with so much before its first and after its last day; open ends stay open.
  func widened(before: Tolerance?, after: Tolerance?) -> DayRange {
    var range = self
    if let before {
      range.first = first.advanced(months: -before.months).advanced(by: -before.days)
    }
    if let after {
      // Whole months stay whole: the end is reckoned from the day after it.
      range.last = last.advanced(by: 1).advanced(months: after.months).advanced(by: after.days - 1)
    }
    return range
  }
}

extension ExtendedDate {
  /// The possible span, wider by a `Tolerance` on both sides of what is approximate; `span` where
  /// nothing is. `?` alone widens nothing.
  ///
  /// In an interval the start is widened to before and the end to after, each by its own amount.
  public var widened: DayRange {
    let members = widenedMembers
    return DayRange(
      first: members.map(\.first).min() ?? earliest, last: members.map(\.last).max() ?? latest)
  }

  /// The day at whose end it has certainly passed, whichever of its possible days is the true one; nil
  /// where its end is open or unknown.
  public var certainEnd: DayNumber? {
    let last = widened.last
    return last == .distantFuture ? nil : last
  }

  /// `members`, each widened where it is approximate.
  var widenedMembers: [DayRange] {
    let ends: [(Point?, Point?)] =
      switch form {
      case .point(let point): [(point, point)]
      case .interval(let start, let end): [(start.point, end.point)]
      case .set(_, let members): members.map(\.ends)
      }
    return zip(members, ends).map { range, ends in
      range.widened(before: ends.0?.tolerance, after: ends.1?.tolerance)
    }
  }
}

extension ExtendedDate.Point {
  /// How far the date may lie off; nil where it is not approximate.
  var tolerance: Tolerance? {
    marks.approximateAt.map(tolerance).max {
      ($0.months, $0.days) < ($1.months, $1.days)
    }
  }

  /// How far it would lie off if all of it were approximate.
  var toleranceOfWhole: Tolerance {
    switch precision {
    case .year, .decade, .century: tolerance(at: .year)
    case .month, .season, .unknownMonth: tolerance(at: .month)
    case .day, .unknownDay, .unknownMonthAndDay: tolerance(at: .day)
    case .masked(let mask):
      tolerance(at: mask.day != nil ? .day : mask.month != nil ? .month : .year)
    }
  }

  /// A month or day that is wholly open is as exact as what is before it.
  private func tolerance(at part: ExtendedDate.Part) -> Tolerance {
    switch part {
    case .year: yearTolerance
    case .month:
      switch precision {
      case .season(let season): .season(months: season.length)
      case .unknownMonth, .unknownMonthAndDay: yearTolerance
      case .masked(let mask): maskedMonthTolerance(mask)
      default: .month
      }
    case .day:
      switch precision {
      case .unknownDay: .month
      case .unknownMonthAndDay: yearTolerance
      case .masked(let mask) where mask.day == "XX": maskedMonthTolerance(mask)
      default: .day
      }
    }
  }

  private func maskedMonthTolerance(_ mask: DigitMask) -> Tolerance {
    if mask.month == "XX" { return yearTolerance }
    let season = mask.day == nil ? mask.month.flatMap { Int($0) }.flatMap(Season.init) : nil
    return season.map { .season(months: $0.length) } ?? .month
  }

  private var yearTolerance: Tolerance {
    switch precision {
    case .decade: .decade
    case .century: .century
    case .masked(let mask):
      switch mask.year.drop(while: { $0 != "X" }).count {
      case 0: .year
      case 1: .decade
      case 2: .century
      default: .millennium
      }
    default: .year
    }
  }
}
