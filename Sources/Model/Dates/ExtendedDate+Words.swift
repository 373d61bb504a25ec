extension ExtendedDate {
  /// English for people: `8 August 2016`, `about 2015`, `2015, uncertain`, `summer 2014`, `the 2010s`,
  /// `June 2014, day unknown`, `23 July to 12 November 2016`, `from June 2014`, `until 2016, start
  /// unknown`.
  public var words: String {
    switch form {
    case .point(let point): point.words
    case .interval(.date(let start), .date(let end)): Self.words(from: start, to: end)
    case .interval(.date(let start), let end):
      "from \(start.words)" + (end == .unknown ? ", end unknown" : "")
    case .interval(let start, .date(let end)):
      "until \(end.words)" + (start == .unknown ? ", start unknown" : "")
    case .interval: "any day"
    }
  }

  private static func words(from start: Point, to end: Point) -> String {
    if start == end { return end.words }
    let isPlain = start.qualifier == nil && end.qualifier == nil
    switch (start.precision, end.precision) {
    case (.day, .day) where isPlain:
      return ExtendedDate(form: .interval(.date(start), .date(end))).span.wordsInDays
    case (.month(let first), .month) where isPlain && start.year == end.year:
      return "\(first.name) to \(end.words)"
    default:
      return "\(start.wordsInside) to \(end.wordsInside)"
    }
  }
}

extension ExtendedDate.Point {
  /// Alone: `about June 2014, day unknown, uncertain`.
  var words: String { ([named] + remarks).joined(separator: ", ") }

  /// As an end of an interval, where a comma would belong to neither: `June 2014 (day unknown)`.
  var wordsInside: String {
    remarks.isEmpty ? named : "\(named) (\(remarks.joined(separator: ", ")))"
  }

  private var named: String {
    qualifier == .approximate || qualifier == .both ? "about \(name)" : name
  }

  private var name: String {
    let yearWords = CivilYear(year).words
    return switch precision {
    case .day(let month, let day): "\(day) \(month.name) \(yearWords)"
    case .month(let month), .unknownDay(let month): "\(month.name) \(yearWords)"
    case .season(let season): season.words(of: year)
    case .year, .unknownMonth, .unknownMonthAndDay: yearWords
    case .decade: year < 1000 || year.isMultiple(of: 100) ? years(10) : "the \(year)s"
    case .century: years(100)
    }
  }

  /// So many years from this one on: `2000–2009`, because "the 2000s" may be ten or a hundred.
  private func years(_ count: Int) -> String {
    let last = year + count - 1
    return year > 0 && year < 1000
      ? "AD \(year)–\(last)" : "\(CivilYear(year).words)–\(year == 0 ? "AD " : "")\(last)"
  }

  private var remarks: [String] {
    var remarks: [String] = []
    switch precision {
    case .unknownDay, .unknownMonthAndDay: remarks.append("day unknown")
    case .unknownMonth: remarks.append("month unknown")
    default: break
    }
    if qualifier == .uncertain || qualifier == .both { remarks.append("uncertain") }
    return remarks
  }
}
