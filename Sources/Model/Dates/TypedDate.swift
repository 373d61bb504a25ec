/// One date as people type it, without an interval: `8 Aug 2016`, `summer 2014`, `2010s`, `2015~`,
/// `around 2015`.
struct TypedDate {
  /// The days it names; both ends are days.
  let span: DayRange
  /// How far it may lie off; nil where it is not approximate.
  let tolerance: Tolerance?
  /// The span and the tolerance on both sides of it.
  let widened: DayRange

  /// The most digits a year may have, so that every typed date can be counted in days.
  static let longestYear = 6

  /// Reads a part of a text; problems have columns of the whole.
  init(reading text: ArraySlice<Character>) throws(DateProblem) {
    try self.init(words: Self.words(of: text), of: text)
  }

  /// Reads words that need not stand next to each other; `text` is where they are from.
  private init(words: [Word], of text: Word) throws(DateProblem) {
    let (words, isAbout) = Self.withoutAbout(words)
    if let time = words.dropFirst().first(where: { $0.first?.isDigit == true && $0.contains(":") })
    {
      throw .timeOfDay(String(time), column: time.startIndex + 1)
    }
    let named: NamedDays
    switch words.count {
    case 0: throw .empty(column: (isAbout ? text.trimmed.endIndex : text.startIndex) + 1)
    case 1: named = try Self.word(words[0])
    case 2: named = try Self.words(words[0], words[1])
    case 3: named = try Self.words(words[0], words[1], words[2])
    default:
      // A word that the date took from the other one is not in the text.
      let extra = words[3].startIndex
      throw .unreadable(text.indices.contains(extra) ? text[extra...].trimmed : words[3])
    }
    span = named.span
    tolerance = isAbout || named.isApproximate ? named.tolerance : nil
    widened = span.widened(before: tolerance, after: tolerance)
  }

  /// Two dates; the first takes the month and the year that it lacks from the second, and the second
  /// its month from the first in `August 8-10, 2016`.
  static func pair(_ start: Word, _ end: Word) throws(DateProblem) -> (TypedDate, TypedDate) {
    let (first, second) = (words(of: start), words(of: end))
    if let year = second.last, year.isYear {
      if first.count == 1, dayNumber(first[0]) != nil, second.count == 3,
        let month = second.dropLast().first(where: \.isMonth)
      {
        return (
          try TypedDate(words: first + [month, year], of: start), try TypedDate(reading: end)
        )
      }
      if first.count == 2, let month = first.first(where: \.isMonth), second.count == 2,
        first.contains(where: { dayNumber($0) != nil }), dayNumber(second[0]) != nil
      {
        return (
          try TypedDate(words: first + [year], of: start),
          try TypedDate(words: [second[0], month, year], of: end)
        )
      }
      if let name = first.last, !first.contains(where: \.isYear),
        first.contains(where: \.isPartOfYear), name.isPartOfYear || dayNumber(name) != nil
      {
        let third = Third(typed: name)
        let between = third == nil ? [] : second.dropLast().filter { Third(typed: $0) == nil }
        return (
          try TypedDate(words: first + between + [year], of: start), try TypedDate(reading: end)
        )
      }
    }
    if first.count == 1, dayNumber(first[0]) != nil, second.contains(where: \.isMonth),
      !second.contains(where: \.isYear)
    {
      throw .missingYear(String(end.trimmed), column: end.trimmed.startIndex + 1)
    }
    return (try TypedDate(reading: start), try TypedDate(reading: end))
  }

  typealias Word = ArraySlice<Character>

  /// What blanks and commas leave, without words that say nothing: `in the summer of 2014`.
  private static func words(of text: Word) -> [Word] {
    let words = text.split { $0.isWhitespace || $0 == "," }.flatMap(unhyphenated)
    let isFiller = { (word: Word, fillers: Set<String>) in
      fillers.contains(String(word).lowercased())
    }
    // The last word stays: it may belong to what follows a date in a query.
    guard let last = words.last else { return [] }
    let start = words.dropLast().drop { isFiller($0, ["in", "on", "during"]) }
    return start.filter { !isFiller($0, ["the", "of"]) } + [last]
  }

  /// `mid-2014`, `Aug-2016` and `c.2015` as two words, `8-Aug-2016` as three.
  private static func unhyphenated(_ word: Word) -> [Word] {
    if let hyphen = word.firstIndex(of: "-"), Third(typed: word[..<hyphen]) != nil {
      return [word[..<hyphen], word[(hyphen + 1)...]].filter { !$0.isEmpty }
    }
    let fields = word.split(separator: "-")
    if fields.count > 1, fields.last?.isYear == true,
      fields.dropLast().filter(\.isPartOfYear).count == 1,
      fields.dropLast().allSatisfy({ $0.isPartOfYear || dayNumber($0) != nil })
    {
      return fields
    }
    let letters = word.prefix { $0.isLetter || $0 == "." }
    guard letters.endIndex < word.endIndex, isAbout(letters) else { return [word] }
    return [letters, word[letters.endIndex...]]
  }

  private static func withoutAbout(_ words: [Word]) -> ([Word], isAbout: Bool) {
    guard let first = words.first, isAbout(first) else { return (words, false) }
    return (Array(words.dropFirst()), true)
  }

  private static func isAbout(_ word: Word) -> Bool {
    let names = ["around", "about", "circa", "approximately", "approx", "ca", "c"]
    let typed = String(word).lowercased()
    return names.contains(typed.last == "." ? String(typed.dropLast()) : typed)
  }
}

/// What words name, and how far it would lie off if it were approximate.
private struct NamedDays {
  var span: DayRange
  var tolerance: Tolerance
  /// Whether the date itself says that it is, as `2015~`.
  var isApproximate = false

  init(_ point: ExtendedDate.Point) {
    span = ExtendedDate(form: .point(point)).span
    tolerance = point.tolerance ?? point.toleranceOfWhole
    isApproximate = point.tolerance != nil
  }

  init(span: DayRange, tolerance: Tolerance) {
    (self.span, self.tolerance) = (span, tolerance)
  }
}

extension TypedDate {
  /// `2016-08-08`, `2010s`, `201x`.
  private static func word(_ word: Word) throws(DateProblem) -> NamedDays {
    if word.isPartOfYear { throw .missingYear(String(word), column: word.startIndex + 1) }
    if let year = word.decade { return NamedDays(.init(year: year, precision: .decade)) }
    let isName = word.first?.isLetter == true && !word.contains(where: \.isDigit)
    if isName, word.capital.first != "X" { throw .unreadable(word) }
    let point = try ExtendedDate.Point(readingAlone: word.capital)
    guard String(point.year.magnitude).count <= longestYear else {
      throw .yearTooLong(String(word), digits: longestYear, column: word.startIndex + 1)
    }
    return NamedDays(point)
  }

  /// `Aug 2016`, `summer 2014`, `late 2014`, `winter 2014-15`, `late 1990s`.
  private static func words(_ first: Word, _ second: Word) throws(DateProblem) -> NamedDays {
    if second.isMonth, dayNumber(first) != nil || Third(typed: first) != nil {
      throw .missingYear("\(String(first)) \(String(second))", column: first.startIndex + 1)
    }
    if let month = Month(typed: String(first)) {
      return NamedDays(.init(year: try year(second), precision: .month(month)))
    }
    if let season = Season(typed: String(first)) {
      if season == .winter, let year = second.winter {
        return NamedDays(.init(year: year, precision: .season(season)))
      }
      return NamedDays(.init(year: try year(second), precision: .season(season)))
    }
    guard let third = Third(typed: first) else {
      // The first of the two that could not stand alone is what is wrong.
      _ = try word(first)
      throw .unreadable(second)
    }
    if let decade = second.decade {
      return NamedDays(span: third.span(ofDecade: decade), tolerance: .season(months: 3 * 12))
    }
    return NamedDays(span: third.span(of: try year(second)), tolerance: .season(months: 4))
  }

  /// `8 Aug 2016`, `Aug 8th 2016`, `late August 2016`, `early summer 2014`.
  private static func words(
    _ first: Word, _ second: Word, _ third: Word
  ) throws(DateProblem) -> NamedDays {
    if let part = Third(typed: first) {
      if let month = Month(typed: String(second)) {
        let span = part.span(of: month, in: try year(third))
        return NamedDays(span: span, tolerance: Tolerance(days: 10, months: 0))
      }
      guard let season = Season(typed: String(second)) else { throw .unreadable(second) }
      let (month, year) = season.month(after: part.index, of: try year(third))
      return NamedDays(.init(year: year, precision: .month(month)))
    }
    let (month, dayWord): (Month, Word)
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
    return NamedDays(.init(year: year, precision: .day(month, day)))
  }

  private static func year(_ word: Word) throws(DateProblem) -> Int {
    guard word.count <= 4, word.allSatisfy(\.isDigit), let year = Int(String(word)) else {
      throw .unreadable(word)
    }
    if word.count < 4 { throw .yearNotFourDigits(String(word), column: word.startIndex + 1) }
    return year
  }

  /// `8`, `08`, `8th`; any one or two digits.
  private static func dayNumber(_ word: Word) -> Int? {
    let digits = word.prefix(while: \.isDigit)
    let ending = String(word[digits.endIndex...]).lowercased()
    guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(ending) else {
      return nil
    }
    return Int(String(digits))
  }
}

extension ArraySlice<Character> {
  fileprivate var isYear: Bool { count == 4 && allSatisfy(\.isDigit) }

  fileprivate var isMonth: Bool { Month(typed: String(self)) != nil }

  /// Whether it names a month, a season or a third.
  fileprivate var isPartOfYear: Bool {
    isMonth || Season(typed: String(self)) != nil || Third(typed: self) != nil
  }

  /// The first year of `2010s`.
  fileprivate var decade: Int? {
    guard count == 5, last == "s" || last == "S", dropLast().last == "0", dropLast().isYear else {
      return nil
    }
    return Int(String(dropLast()))
  }

  /// The first year of `2014-15` or `2014-2015`.
  fileprivate var winter: Int? {
    let fields = split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 2, fields[0].isYear, fields[1].allSatisfy(\.isDigit),
      let first = Int(String(fields[0])), let second = Int(String(fields[1]))
    else { return nil }
    switch fields[1].count {
    case 2: return (first + 1) % 100 == second ? first : nil
    case 4: return first + 1 == second ? first : nil
    default: return nil
    }
  }

  /// With the letters of EDTF as capitals, every character where it was.
  var capital: ArraySlice<Character> {
    var capital = self
    for index in indices {
      switch self[index] {
      case "x": capital[index] = "X"
      case "y": capital[index] = "Y"
      case "t": capital[index] = "T"
      case "z": capital[index] = "Z"
      default: break
      }
    }
    return capital
  }
}
