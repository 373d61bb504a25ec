extension DateProblem {
  /// What is wrong, without capital and full stop. A long offending text is cut.
  public var message: String {
    let quoted = text.count > 40 ? "“\(text.prefix(39))…”" : "“\(text)”"
    return switch self {
    case .empty: "there is no date here"
    case .unreadable: "\(quoted) is no part of a date"
    case .yearNotFourDigits: "\(quoted) is not a year of four digits"
    case .yearTooLong(_, let digits, _): "\(quoted) is a year of more than \(digits) digits"
    case .missingYear: "\(quoted) has no year"
    case .noSuchMonth: "there is no month \(quoted)"
    case .noSuchDay(_, let last, _): "\(Self.month(of: last)) has no day \(quoted)"
    case .misplacedX: "\(quoted) has an X where none may stand"
    case .timeOfDay: "\(quoted) is a time of day"
    case .misplacedMark: "\(quoted) stands where no mark may"
    case .notRead: "\(quoted) is a form of EDTF level 2 that is not read"
    case .missingEnd: "\(quoted) has no second date"
    case .openInside: "\(quoted) is open on a side where others of the set follow"
    case .noEnds: "\(quoted) has neither a first nor a last date"
    case .reversed: "\(quoted) ends before it begins"
    case .ambiguous: "\(quoted) may be read day first or month first"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .empty, .unreadable(_, nil, _):
      "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."
    case .unreadable(_, let suggestion?, _), .reversed(_, let suggestion, _):
      // An open end closes the sentence: a third full stop would be taken for part of the date.
      suggestion.hasSuffix("..") ? "Write \(suggestion)" : "Write \(suggestion)."
    case .yearNotFourDigits: "Write the year with four digits, such as 2016."
    case .yearTooLong(_, let digits, _): "Write a year of at most \(digits) digits."
    case .missingYear(let text, _) where text.count <= 20:
      "Add the year, with four digits: \(text) 2016."
    case .missingYear: "Add the year, with four digits."
    case .noSuchMonth:
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
    case .noSuchDay(_, let last, _):
      "\(Self.month(of: last)) has \(last.day) days: write \(last) for its last."
    case .misplacedX:
      "Write X for a digit of a year of four digits, or of a month or day of two, as in 201X, "
        + "2016-XX or 2016-08-1X."
    case .timeOfDay: "Leave the time away and write the day alone, such as 2016-08-08."
    case .misplacedMark:
      "Write one of ? ~ % (uncertain, approximate, both) before or after a year, a month or a day."
    case .notRead(_, let instead?, _): "Write \(instead)."
    case .notRead: "Write the year in full, or several as a set, such as [Y17000..Y17999]."
    case .missingEnd(let text, _) where text.count <= 20: "Add the second date: \(text) and 2016."
    case .missingEnd: "Add the second date, such as between 2014 and 2016."
    case .openInside:
      "Begin the set with what is open before it, and end it with what is open after it: "
        + "[..1667,1760..]."
    case .noEnds: "Write a date on at least one side, such as 2014/.. or ../2016."
    case .ambiguous(_, let readings, _): Self.choice(of: readings)
    }
  }

  private static func choice(of readings: [DayNumber]) -> String {
    guard let first = readings.first else {
      return "Write the year first and with four digits, then month and day: 2016-08-08."
    }
    guard let second = readings.dropFirst().first else { return "Write \(first)." }
    return "Write \(first) for \(first.words), or \(second) for \(second.words)."
  }

  private static func month(of day: DayNumber) -> String {
    "\(Month(rawValue: day.month)?.name ?? "") \(CivilYear(day.year).words)"
  }
}
