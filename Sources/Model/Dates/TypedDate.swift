/// One date as people type it, without an interval: `8 Aug 2016`, `summer 2014`, `2010s`, `2015~`.
struct TypedDate {
  /// The days it may mean; both ends are days.
  let span: DayRange

  /// The most digits a year may have, so that every typed date can be counted in days.
  private static let longestYear = 6

  /// Reads a part of a text; problems have columns of the whole.
  init(reading text: ArraySlice<Character>) throws(DateProblem) {
    let words = text.split { $0.isWhitespace || $0 == "," }.flatMap(Self.unhyphenated)
    if let time = words.dropFirst().first(where: { $0.first?.isDigit == true && $0.contains(":") })
    {
      throw .timeOfDay(String(time), column: time.startIndex + 1)
    }
    switch words.count {
    case 0: throw .empty(column: text.startIndex + 1)
    case 1: span = try Self.word(words[0])
    case 2: span = try Self.words(words[0], words[1])
    case 3: span = try Self.words(words[0], words[1], words[2])
    default:
      throw .unreadable(text[words[3].startIndex...].trimmed)
    }
  }

  /// `mid-2014` as two words.
  private static func unhyphenated(_ word: ArraySlice<Character>) -> [ArraySlice<Character>] {
    guard let hyphen = word.firstIndex(of: "-"), Third(typed: word[..<hyphen]) != nil else {
      return [word]
    }
    return [word[..<hyphen], word[(hyphen + 1)...]].filter { !$0.isEmpty }
  }

  /// `2016-08-08`, `2010s`, `201x`.
  private static func word(_ word: ArraySlice<Character>) throws(DateProblem) -> DayRange {
    if word.isPartOfYear { throw .missingYear(String(word), column: word.startIndex + 1) }
    if word.count == 5, word.last == "s" || word.last == "S", word.dropLast().last == "0",
      word.dropLast().allSatisfy(\.isDigit), let year = Int(String(word.dropLast()))
    {
      return ExtendedDate(form: .point(.init(year: year, precision: .decade))).span
    }
    let isName = word.first?.isLetter == true && !word.contains(where: \.isDigit)
    if isName { throw .unreadable(word) }
    let point = try ExtendedDate.Point(reading: word.capital)
    guard String(point.year.magnitude).count <= longestYear else {
      throw .yearTooLong(String(word), digits: longestYear, column: word.startIndex + 1)
    }
    return ExtendedDate(form: .point(point)).span
  }

  /// `Aug 2016`, `summer 2014`, `late 2014`.
  private static func words(
    _ first: ArraySlice<Character>, _ second: ArraySlice<Character>
  ) throws(DateProblem) -> DayRange {
    if Month(typed: String(second)) != nil, dayNumber(first) != nil {
      throw .missingYear("\(String(first)) \(String(second))", column: first.startIndex + 1)
    }
    if let month = Month(typed: String(first)) {
      return try ExtendedDate(form: .point(.init(year: year(second), precision: .month(month))))
        .span
    }
    if let season = Season(typed: String(first)) {
      return try ExtendedDate(form: .point(.init(year: year(second), precision: .season(season))))
        .span
    }
    guard let third = Third(typed: first) else {
      // The first of the two that could not stand alone is what is wrong.
      _ = try word(first)
      throw .unreadable(second)
    }
    return third.span(of: try year(second))
  }

  /// `8 Aug 2016`, `Aug 8th 2016`.
  private static func words(
    _ first: ArraySlice<Character>, _ second: ArraySlice<Character>, _ third: ArraySlice<Character>
  ) throws(DateProblem) -> DayRange {
    let (month, dayWord): (Month, ArraySlice<Character>)
    if let named = Month(typed: String(second)) {
      (month, dayWord) = (named, first)
    } else if let named = Month(typed: String(first)) {
      (month, dayWord) = (named, second)
    } else {
      throw .unreadable(dayNumber(first) == nil ? first : second)
    }
    guard let day = dayNumber(dayWord) else { throw .unreadable(dayWord) }
    let year = try year(third)
    try month.refuse(day, written: dayWord, in: year)
    return ExtendedDate(form: .point(.init(year: year, precision: .day(month, day)))).span
  }

  private static func year(_ word: ArraySlice<Character>) throws(DateProblem) -> Int {
    guard word.count <= 4, word.allSatisfy(\.isDigit), let year = Int(String(word)) else {
      throw .unreadable(word)
    }
    if word.count < 4 { throw .yearNotFourDigits(String(word), column: word.startIndex + 1) }
    return year
  }

  /// `8`, `08`, `8th`; any one or two digits.
  private static func dayNumber(_ word: ArraySlice<Character>) -> Int? {
    let digits = word.prefix(while: \.isDigit)
    let ending = String(word[digits.endIndex...]).lowercased()
    guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(ending) else {
      return nil
    }
    return Int(String(digits))
  }
}

/// A third of a year, four months each.
private enum Third: String {
  case early, mid, late

  init?(typed: ArraySlice<Character>) { self.init(rawValue: String(typed).lowercased()) }

  private var firstMonth: Month {
    switch self {
    case .early: .january
    case .mid: .may
    case .late: .september
    }
  }

  private var lastMonth: Month {
    switch self {
    case .early: .april
    case .mid: .august
    case .late: .december
    }
  }

  func span(of year: Int) -> DayRange {
    let start = ExtendedDate(form: .point(.init(year: year, precision: .month(firstMonth))))
    let end = ExtendedDate(form: .point(.init(year: year, precision: .month(lastMonth))))
    return DayRange(first: start.earliest, last: end.latest)
  }
}

extension ArraySlice<Character> {
  /// Whether it names a month, a season or a third of a year.
  fileprivate var isPartOfYear: Bool {
    let word = String(self)
    return Month(typed: word) != nil || Season(typed: word) != nil || Third(typed: self) != nil
  }

  /// With the letters of EDTF as capitals, every character where it was.
  fileprivate var capital: ArraySlice<Character> {
    var capital = self
    for index in indices {
      switch self[index] {
      case "x": capital[index] = "X"
      case "y": capital[index] = "Y"
      case "t": capital[index] = "T"
      default: break
      }
    }
    return capital
  }
}
