extension DayRange {
  /// English for people: `8 August 2016`, `1 to 31 August 2016`, `June to August 2014`, `2014 to
  /// 2016`, `from 1 January 2016`, `until 31 December 2016`.
  public var words: String {
    if first > last || first == .distantFuture || last == .distantPast { return "no day" }
    switch (first == .distantPast, last == .distantFuture) {
    case (true, true): return "any day"
    case (true, false): return "until \(last.words)"
    case (false, true): return "from \(first.words)"
    case (false, false): break
    }
    return wholeYears ?? wholeMonths ?? wordsInDays
  }

  /// The two days, and of the first only what the second does not say again; both must be days.
  var wordsInDays: String {
    if first == last { return last.words }
    if first.year != last.year { return "\(first.words) to \(last.words)" }
    if first.month == last.month { return "\(first.day) to \(last.words)" }
    return "\(first.day) \(Month(rawValue: first.month)?.name ?? "") to \(last.words)"
  }

  private var wholeYears: String? {
    guard first.month == 1, first.day == 1, last.month == 12, last.day == 31 else { return nil }
    let (start, end) = (CivilYear(first.year).words, CivilYear(last.year).words)
    return start == end ? start : "\(start) to \(end)"
  }

  /// Two months or more; one alone is said in days.
  private var wholeMonths: String? {
    guard first.day == 1, last.advanced(by: 1).day == 1,
      let start = Month(rawValue: first.month), let end = Month(rawValue: last.month),
      (first.year, first.month) != (last.year, last.month)
    else { return nil }
    let closing = "\(end.name) \(CivilYear(last.year).words)"
    if first.year == last.year { return "\(start.name) to \(closing)" }
    return "\(start.name) \(CivilYear(first.year).words) to \(closing)"
  }
}
