extension ExtendedDate {
  /// English for people: `8 August 2016`, `about 2015`, `2015, uncertain`, `summer 2014`, `the 2010s`,
  /// `June 2014, day unknown`, `23 July to 12 November 2016`, `from June 2014`, `until 2016, start
  /// unknown`, `one of 1667, 1668 or 1670 to 1672`, `11 June 2004, year and month approximate`.
  public var words: String {
    switch form {
    case .point(let point): point.words
    case .interval(.date(let start), .date(let end)): Self.words(from: start, to: end)
    case .interval(.date(let start), let end):
      "from \(start.words)" + (end == .unknown ? ", end unknown" : "")
    case .interval(let start, .date(let end)):
      "until \(end.words)" + (start == .unknown ? ", start unknown" : "")
    case .interval: "any day"
    case .set(let kind, let members): Self.words(of: members, kind)
    }
  }

  private static func words(of members: [Member], _ kind: SetKind) -> String {
    let words = members.map { $0.words(in: kind) }
    guard let last = words.last, words.count > 1 else {
      if case .range(.some, .some)? = members.first {
        return (kind == .one ? "one of " : "all of ") + (words.first ?? "")
      }
      return words.first ?? "any day"
    }
    let listed = words.dropLast().joined(separator: ", ")
    return kind == .one ? "one of \(listed) or \(last)" : "all of \(listed) and \(last)"
  }

  fileprivate static func words(from start: Point, to end: Point) -> String {
    if start == end { return end.words }
    let isPlain = start.marks.isEmpty && end.marks.isEmpty
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

extension ExtendedDate.Member {
  /// As one of a list, where a comma would belong to neither.
  fileprivate func words(in kind: ExtendedDate.SetKind) -> String {
    let joint = kind == .one ? "or" : "and"
    return switch self {
    case .date(let point): point.wordsInside
    case .range(let start?, let end?): ExtendedDate.words(from: start, to: end)
    case .range(let start?, nil): "\(start.wordsInside) \(joint) later"
    case .range(nil, let end?): "\(end.wordsInside) \(joint) earlier"
    case .range: "any day"
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
    parts(marked: \.isApproximate) == parts ? "about \(name)" : name
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
    case .masked(let mask): mask.words
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
    if let time { remarks.append(time.words) }
    switch precision {
    case .unknownDay, .unknownMonthAndDay: remarks.append("day unknown")
    case .unknownMonth: remarks.append("month unknown")
    case .masked(let mask) where mask.day == "XX": remarks.append("day unknown")
    case .masked(let mask) where mask.month == "XX" && mask.day == nil:
      remarks.append("month unknown")
    default: break
    }
    let approximate = parts(marked: \.isApproximate)
    if approximate != parts, !approximate.isEmpty {
      remarks.append("\(names(of: approximate)) approximate")
    }
    let uncertain = parts(marked: \.isUncertain)
    if uncertain == parts {
      remarks.append("uncertain")
    } else if !uncertain.isEmpty {
      remarks.append("\(names(of: uncertain)) uncertain")
    }
    return remarks
  }

  /// The parts it has.
  private var parts: [ExtendedDate.Part] {
    switch precision {
    case .year, .decade, .century: [.year]
    case .month, .season, .unknownMonth: [.year, .month]
    case .day, .unknownDay, .unknownMonthAndDay: [.year, .month, .day]
    case .masked(let mask):
      mask.day != nil ? [.year, .month, .day] : mask.month != nil ? [.year, .month] : [.year]
    }
  }

  private func parts(marked says: (ExtendedDate.Qualifier) -> Bool) -> [ExtendedDate.Part] {
    marks.parts(says).filter { parts.contains($0) }
  }

  private func names(of parts: [ExtendedDate.Part]) -> String {
    parts.map {
      switch $0 {
      case .year: "year"
      case .month: if case .season = precision { "season" } else { "month" }
      case .day: "day"
      }
    }.joined(separator: " and ")
  }
}
