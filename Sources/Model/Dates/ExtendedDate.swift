/// A date as it is known: EDTF (ISO 8601-2:2019) levels 0 and 1, and of level 2 what sources need.
///
/// `2016-08-08`, `2016-08` and `2016` are a day, a month and a year; `201X`, `2016-XX` and
/// `2016-08-XX` leave digits open, and so may any other place (`156X-12-25`); `2014-22` is a season,
/// `2014-33` a quarter; `2015~` is approximate, `2015?` uncertain, `2015%` both, and in `2004-06~-11`
/// and `2004-06-~11` some parts alone are; `2014-06/2016` is an interval, `2014-06/..` has no end and
/// `2014-06/` none that is known; `[1667,1668,1670..1672]` is one of these, `{1960,1961-12}` all of
/// them. A date never pretends to be more exact than it is: its bounds are the first and the last day
/// it may mean, and `~` and `?` add nothing to them (`widened` does). A time of day is kept as it is
/// written, and bounds nothing.
public struct ExtendedDate: Hashable, Sendable {
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
    /// Any other place of `X`; the year is that of the first day it may mean.
    indirect case masked(DigitMask)
  }

  /// One date, as it stands alone or at an end of an interval.
  struct Point: Hashable, Sendable {
    /// At most `Point.longestYear` digits.
    var year: Int
    var precision: Precision
    var marks = Marks()
    /// After a whole day without marks, and in no interval or set.
    var time: TimeOfDay?
  }

  /// One end of an interval.
  enum End: Hashable, Sendable {
    case date(Point)
    /// `..`: there is none.
    case open
    /// Blank: there is one, but it is not known.
    case unknown
  }

  /// Whether a set is of one date or of several.
  enum SetKind: Hashable, Sendable {
    /// `[1667,1668]`: one of these, it is not known which.
    case one
    /// `{1667,1668}`: all of these.
    case all
  }

  /// A date in a set, or several from one to another.
  enum Member: Hashable, Sendable {
    case date(Point)
    /// `1670..1672`; of two nils at most one, for an open end.
    case range(Point?, Point?)
  }

  enum Form: Hashable, Sendable {
    case point(Point)
    case interval(End, End)
    case set(SetKind, [Member])
  }

  var form: Form

  /// Every date in it.
  var points: [Point] {
    switch form {
    case .point(let point): [point]
    case .interval(let start, let end): [start.point, end.point].compactMap { $0 }
    case .set(_, let members): members.flatMap { [$0.ends.0, $0.ends.1] }.compactMap { $0 }
    }
  }

  /// Whether a part of the date, of an end of the interval or of a member is marked `?` or `%`.
  public var isUncertain: Bool { points.contains { !$0.marks.parts(\.isUncertain).isEmpty } }

  /// Whether a part of the date, of an end of the interval or of a member is marked `~` or `%`.
  public var isApproximate: Bool { points.contains { !$0.marks.parts(\.isApproximate).isEmpty } }
}

extension ExtendedDate.End {
  var point: ExtendedDate.Point? { if case .date(let point) = self { point } else { nil } }
}

extension ExtendedDate.Member {
  /// From which date to which; the same twice for one date, nil where it is open.
  var ends: (ExtendedDate.Point?, ExtendedDate.Point?) {
    switch self {
    case .date(let point): (point, point)
    case .range(let start, let end): (start, end)
    }
  }
}

extension ExtendedDate: CustomStringConvertible {
  /// In EDTF; what it was read from, character for character.
  public var description: String {
    switch form {
    case .point(let point): point.description
    case .interval(let start, let end): "\(start.written)/\(end.written)"
    case .set(.one, let members): "[\(members.map(\.written).joined(separator: ","))]"
    case .set(.all, let members): "{\(members.map(\.written).joined(separator: ","))}"
    }
  }
}

extension ExtendedDate.Member {
  fileprivate var written: String {
    switch self {
    case .date(let point): point.description
    case .range(let start, let end): "\(start?.description ?? "")..\(end?.description ?? "")"
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
    let (yearText, monthText, dayText): (String, String?, String?) =
      switch precision {
      case .day(let month, let day): (written, month.written, day.magnitude.padded(to: 2))
      case .month(let month): (written, month.written, nil)
      case .season(let season): (written, "\(season.rawValue)", nil)
      case .year: (written, nil, nil)
      case .unknownDay(let month): (written, month.written, "XX")
      case .unknownMonth: (written, "XX", nil)
      case .unknownMonthAndDay: (written, "XX", "XX")
      case .decade: ("\(digits.dropLast())X", nil, nil)
      case .century: ("\(digits.dropLast(2))XX", nil, nil)
      case .masked(let mask): (mask.year, mask.month, mask.day)
      }
    var text = marks.around(yearText, .year)
    if let monthText { text += "-" + marks.around(monthText, .month) }
    if let dayText { text += "-" + marks.around(dayText, .day) }
    return text + (time?.written ?? "")
  }
}

extension Month {
  fileprivate var written: String { rawValue.magnitude.padded(to: 2) }
}
