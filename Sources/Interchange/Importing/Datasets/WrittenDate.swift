import Model

/// A date as people and spreadsheets write it: `2018-01-02`, `2 January 2018`, `Jan. 2, 2018`, `January
/// 2018`, `2018`, `02-Jan-2018`, `02/01/2018`, `2-Jan-18`. A time of day after `2018-01-02` is passed over.
enum WrittenDate: Equatable {
  case date(ExtendedDate)
  /// Digits alone, the year last: which is the day and which the month is not said. Equal where both
  /// readings are one day; nil where a reading is no day of the calendar.
  case digits(dayFirst: ExtendedDate?, monthFirst: ExtendedDate?)
  /// The year has two digits.
  case shortYear(day: Int, month: Int, year: Int)

  /// Nil where it is none of these, or no day of the calendar.
  init?(_ text: ArraySlice<UInt8>) {
    let text = Self.withoutTime(text)
    // What nearly all dates of a file are, without taking it apart.
    if text.count == 10,
      let date = try? ExtendedDate(reading: String(decoding: text, as: UTF8.self)),
      date.isSingleDay
    {
      self = .date(date)
      return
    }
    guard let parts = Self.parts(text) else { return nil }
    switch (parts.first, parts.dropFirst().first, parts.dropFirst(2).first) {
    case (.number(let year, 4)?, nil, nil):
      self.init(ExtendedDate(year: year))
    case (.number(let year, 4)?, .number(let month, 1...2)?, .number(let day, 1...2)?):
      self.init(ExtendedDate(year: year, month: month, day: day))
    case (.month(let month)?, .number(let year, 4)?, nil):
      self.init(ExtendedDate(year: year, month: month))
    case (.month(let month)?, .number(let day, 1...2)?, .number(let year, 4)?),
      (.number(let day, 1...2)?, .month(let month)?, .number(let year, 4)?):
      self.init(ExtendedDate(year: year, month: month, day: day))
    case (.number(let day, 1...2)?, .month(let month)?, .number(let year, 2)?):
      self = .shortYear(day: day, month: month, year: year)
    case (.number(let first, 1...2)?, .number(let second, 1...2)?, .number(let year, 4)?):
      let dayFirst = ExtendedDate(year: year, month: second, day: first)
      let monthFirst = ExtendedDate(year: year, month: first, day: second)
      if dayFirst == nil, monthFirst == nil { return nil }
      self = .digits(dayFirst: dayFirst, monthFirst: monthFirst)
    default: return nil
    }
  }

  private init?(_ date: ExtendedDate?) {
    guard let date else { return nil }
    self = .date(date)
  }

  /// The date where it can be but one.
  var sure: ExtendedDate? {
    switch self {
    case .date(let date): date
    case .digits(let one?, nil), .digits(nil, let one?): one
    case .digits(let one?, let other?): one == other ? one : nil
    case .digits(nil, nil), .shortYear: nil
    }
  }

  private enum Part {
    /// And how many digits it has.
    case number(Int, Int)
    case month(Int)
  }

  /// `2018-01-02 00:00:00` and `2018-01-02T00:00:00.000Z` without what follows the day.
  private static func withoutTime(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.dropFirst(10)
    guard let mark = rest.first, mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "),
      text.prefix(10).filter({ $0 == UInt8(ascii: "-") }).count == 2,
      rest.contains(UInt8(ascii: ":")),
      rest.dropFirst().allSatisfy({ isDigit($0) || ":.+-Z".utf8.contains($0) })
    else { return text }
    return text.prefix(10)
  }

  /// At most three, between blanks, commas, full stops, strokes and hyphens.
  private static func parts(_ text: ArraySlice<UInt8>) -> [Part]? {
    var parts: [Part] = []
    var rest = text
    while let byte = rest.first {
      if isDigit(byte) {
        let digits = rest.prefix(while: isDigit)
        guard digits.count <= 4 else { return nil }
        parts.append(
          .number(digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }, digits.count))
        rest = rest[digits.endIndex...]
      } else if isLetter(byte) {
        let word = rest.prefix(while: isLetter)
        guard let month = month(word) else { return nil }
        parts.append(.month(month))
        rest = rest[word.endIndex...]
      } else if " ,.-/".utf8.contains(byte) {
        rest.removeFirst()
      } else {
        return nil
      }
      if parts.count > 3 { return nil }
    }
    return parts
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") <= 25 }

  /// The number of an English month by its name, its first three letters, or `Sept`.
  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    let lower = word.map { $0 | 0x20 }
    let place = months.firstIndex { name in
      lower.elementsEqual(name) || lower.elementsEqual(name.prefix(3))
        || lower.elementsEqual(name.prefix(4)) && name.count == 9
    }
    return place.map { $0 + 1 }
  }

  private static let months: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }
}

extension ExtendedDate {
  /// A day, a month or a year of four digits; nil where there is none such.
  init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (0...9999).contains(year), (0...99).contains(month ?? 0), (0...99).contains(day ?? 0)
    else { return nil }
    let parts: [(number: Int, places: [Int])] =
      [(year, [1000, 100, 10, 1])] + [month, day].compactMap { $0 }.map { ($0, [10, 1]) }
    let text = String(unsafeUninitializedCapacity: 10) { room in
      var length = 0
      for part in parts {
        if length > 0 {
          room[length] = UInt8(ascii: "-")
          length += 1
        }
        for place in part.places {
          room[length] = UInt8(ascii: "0") + UInt8(part.number / place % 10)
          length += 1
        }
      }
      return length
    }
    guard let date = try? ExtendedDate(reading: text) else { return nil }
    self = date
  }
}
