/// A date as it is known: EDTF (ISO 8601-2:2019) levels 0 and 1.
///
/// `2016-08-08`, `2016-08` and `2016` are a day, a month and a year; `201X`, `2016-XX` and
/// `2016-08-XX` leave digits open; `2014-22` is a season; `2015~` is approximate, `2015?` uncertain,
/// `2015%` both; `2014-06/2016` is an interval, `2014-06/..` has no end and `2014-06/` none that is
/// known. A date never pretends to be more exact than it is: its bounds are the first and the last
/// day it may mean, and `~` and `?` add nothing to them. No time of day is kept.
public struct ExtendedDate: Hashable, Sendable {
  /// What may follow a date (ISO 8601-2:2019, 8.4).
  enum Qualifier: Character, CaseIterable, Hashable, Sendable {
    case uncertain = "?"
    case approximate = "~"
    case both = "%"
  }

  /// How much of a date is given.
  enum Precision: Hashable, Sendable {
    case day(Month, Int)
    case month(Month)
    case season(Season)
    case year
    /// `2016-08-XX`.
    case unknownDay(Month)
    /// `2016-XX`.
    case unknownMonth
    /// `2016-XX-XX`.
    case unknownMonthAndDay
    /// `201X`; the year is the first of the ten.
    case decade
    /// `20XX`; the year is the first of the hundred.
    case century
  }

  /// One date, as it stands alone or at an end of an interval.
  struct Point: Hashable, Sendable {
    /// At most `Point.longestYear` digits.
    var year: Int
    var precision: Precision
    var qualifier: Qualifier?
  }

  /// One end of an interval.
  enum End: Hashable, Sendable {
    case date(Point)
    /// `..`: there is none.
    case open
    /// Blank: there is one, but it is not known.
    case unknown
  }

  enum Form: Hashable, Sendable {
    case point(Point)
    case interval(End, End)
  }

  var form: Form

  private var points: [Point] {
    switch form {
    case .point(let point): [point]
    case .interval(let start, let end):
      [start, end].compactMap { if case .date(let point) = $0 { point } else { nil } }
    }
  }

  /// Whether the date, or an end of the interval, is marked `?` or `%`.
  public var isUncertain: Bool {
    points.contains { $0.qualifier == .uncertain || $0.qualifier == .both }
  }

  /// Whether the date, or an end of the interval, is marked `~` or `%`.
  public var isApproximate: Bool {
    points.contains { $0.qualifier == .approximate || $0.qualifier == .both }
  }
}

extension ExtendedDate: CustomStringConvertible {
  /// In EDTF; what it was read from, character for character.
  public var description: String {
    switch form {
    case .point(let point): point.description
    case .interval(let start, let end): "\(start.written)/\(end.written)"
    }
  }
}

extension ExtendedDate.End {
  fileprivate var written: String {
    switch self {
    case .date(let point): point.description
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension ExtendedDate.Point: CustomStringConvertible {
  var description: String {
    let digits = year.magnitude.padded(to: 4)
    let sign = year < 0 ? "-" : ""
    let written = digits.count > 4 ? "Y\(sign)\(digits)" : sign + digits
    let mark = qualifier.map { String($0.rawValue) } ?? ""
    return switch precision {
    case .day(let month, let day):
      "\(written)-\(month.written)-\(day.magnitude.padded(to: 2))\(mark)"
    case .month(let month): "\(written)-\(month.written)\(mark)"
    case .season(let season): "\(written)-\(season.rawValue)\(mark)"
    case .year: "\(written)\(mark)"
    case .unknownDay(let month): "\(written)-\(month.written)-XX\(mark)"
    case .unknownMonth: "\(written)-XX\(mark)"
    case .unknownMonthAndDay: "\(written)-XX-XX\(mark)"
    case .decade: "\(digits.dropLast())X\(mark)"
    case .century: "\(digits.dropLast(2))XX\(mark)"
    }
  }
}

extension Month {
  fileprivate var written: String { rawValue.magnitude.padded(to: 2) }
}
