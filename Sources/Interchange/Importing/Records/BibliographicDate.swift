import Model

/// A date as a bibliography gives it, as it is known and no further: never the first of a month or a
/// year that is all that is given.
enum BibliographicDate {
  /// What was made of a date.
  struct Reading: Hashable {
    /// In EDTF; nil where the text is none, or says no more than “in press”.
    var date: ExtendedDate?
    /// The text itself where it says more than the date does.
    var words: String?
    /// Whether the text has digits but is no date.
    var isUnreadable = false
  }

  /// A year, a month or season of it, and a day of the month. A month or day of 0 is not known.
  static func edtf(year: Int, month: Int? = nil, day: Int? = nil, circa: Bool = false)
    -> ExtendedDate?
  {
    guard (-9999...9999).contains(year) else { return nil }
    var text = (year < 0 ? "-" : "") + padded(abs(year), to: 4)
    if let month, month != 0 {
      guard month > 0 else { return nil }
      text += "-" + padded(month, to: 2)
      if let day, day != 0 {
        guard day > 0 else { return nil }
        text += "-" + padded(day, to: 2)
      }
    }
    return try? ExtendedDate(reading: text + (circa ? "~" : ""))
  }

  /// From one date to another.
  static func interval(_ start: ExtendedDate, _ end: ExtendedDate) -> ExtendedDate? {
    start == end ? start : try? ExtendedDate(reading: "\(start)/\(end)")
  }

  /// Reads EDTF, `2016/08/08`, `August 2016`, `8 August 2016`, `Aug 8, 2016`, `c. 2016`, `2015-2016`,
  /// `Spring 2016`; anything else is kept as words.
  static func reading(_ text: String) -> Reading {
    let text = RecordText.oneLine(text)
    guard !text.isEmpty else { return Reading() }
    guard text.utf8.count <= 60 else {
      return Reading(words: RecordText.excerpt(text), isUnreadable: true)
    }
    if let date = date(text) { return Reading(date: date) }
    return Reading(words: text, isUnreadable: text.utf8.contains(where: isDigit))
  }

  private static func date(_ text: String) -> ExtendedDate? {
    if let date = try? ExtendedDate(reading: text) { return date }
    var words = words(of: text)
    let marks: Set<String> = ["c", "ca", "circa", "about"]
    let circa = words.first.map(marks.contains) ?? false
    if circa { words.removeFirst() }
    if !circa, words.count == 2, words.allSatisfy({ $0.utf8.count == 4 && isNumber($0) }),
      let start = edtf(year: Int(words[0]) ?? 0), let end = edtf(year: Int(words[1]) ?? 0),
      text.contains(where: { "-–—/".contains($0) })
    {
      return interval(start, end)
    }
    return parts(words).flatMap { edtf(year: $0.year, month: $0.month, day: $0.day, circa: circa) }
  }

  /// One to three words of which exactly one is a year of four digits, and one may name a month; where
  /// all are numbers, year, month and day in this order. Day and month in numbers and with the year
  /// last are refused: countries differ.
  private static func parts(_ words: [String]) -> (year: Int, month: Int?, day: Int?)? {
    guard (1...3).contains(words.count) else { return nil }
    let named = words.compactMap(month(named:))
    let numbers = words.filter(isNumber)
    guard named.count + numbers.count == words.count, named.count <= 1 else { return nil }
    let years = numbers.filter { $0.utf8.count == 4 }
    guard years.count == 1, let year = Int(years[0]) else { return nil }
    let rest = numbers.filter { $0.utf8.count <= 2 }.compactMap { Int($0) }
    guard rest.count == numbers.count - 1 else { return nil }
    if let month = named.first {
      return rest.count <= 1 ? (year, month, rest.first) : nil
    }
    return words.first == years.first ? (year, rest.first, rest.dropFirst().first) : nil
  }

  /// 1 to 12 for a month's English name or its beginning of three letters or more, 21 to 24 for a season's.
  static func month(named text: some StringProtocol) -> Int? {
    let text = text.lowercased()
    guard text.utf8.count >= 3 else { return nil }
    if let index = months.firstIndex(where: { $0.hasPrefix(text) }) { return index + 1 }
    if text == "sept" { return 9 }
    return ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24][text]
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 4 && text.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func padded(_ number: Int, to digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
