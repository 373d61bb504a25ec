/// Dates in digits with the year last, as `8/9/2016`, `08.09.2016` or `8-9-16`: which of the first two
/// numbers is the month differs between countries, so they are refused, whatever the numbers.
enum DigitsWithYearLast {
  /// The problem of the first such date in a text; nil where there is none.
  static func first(in text: ArraySlice<Character>) -> DateProblem? {
    for word in words(of: text) {
      for separator: Character in ["/", ".", "-"] {
        let fields = word.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count == 3, fields.joined().allSatisfy(\.isDigit),
          (1...2).contains(fields[0].count), (1...2).contains(fields[1].count),
          fields[2].count == 2 || fields[2].count == 4
        else { continue }
        let readings = fields[2].count == 4 ? readings(of: fields) : []
        return .ambiguous(String(word), readings: readings, column: word.startIndex + 1)
      }
    }
    return nil
  }

  /// Day first, then month first; only days that there are, each once.
  private static func readings(of fields: [ArraySlice<Character>]) -> [DayNumber] {
    let numbers = fields.compactMap { Int(String($0)) }
    guard numbers.count == 3 else { return [] }
    let (one, two, year) = (numbers[0], numbers[1], numbers[2])
    let dayFirst = DayNumber(year: year, month: two, day: one)
    let monthFirst = DayNumber(year: year, month: one, day: two)
    return [dayFirst, monthFirst == dayFirst ? nil : monthFirst].compactMap { $0 }
  }

  /// What blanks, commas and `..` leave, and between two dates with `/` or `.` a hyphen.
  private static func words(of text: ArraySlice<Character>) -> [ArraySlice<Character>] {
    text.split { $0.isWhitespace || $0 == "," }.flatMap { word in
      guard
        let dots = word.indices.dropLast().first(where: { word[$0] == "." && word[$0 + 1] == "." })
      else { return [word] }
      return [word[..<dots], word[(dots + 2)...]]
    }.flatMap { word in
      word.contains("/") || word.contains(".") ? word.split(separator: "-") : [word]
    }
  }
}
