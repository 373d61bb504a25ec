extension ExtendedDate.Point {
  /// The most digits a year may have.
  static let longestYear = 9

  /// `Y17000`, `Y-17000`: five digits or more, the first not 0.
  static func longYear(_ text: ArraySlice<Character>) throws(DateProblem) -> Int {
    let isNegative = text.dropFirst().first == "-"
    let digits = text.dropFirst(isNegative ? 2 : 1)
    if !digits.allSatisfy(\.isDigit) {
      if digits.contains("X"), digits.allSatisfy({ $0 == "X" || $0.isDigit }) {
        throw .misplacedX(text)
      }
      throw .unreadable(text)
    }
    guard digits.count > 4, digits.first != "0" else { throw .unreadable(text) }
    guard digits.count <= longestYear, let year = Int(String(digits)) else {
      throw .yearTooLong(String(text), digits: longestYear, column: text.startIndex + 1)
    }
    return isNegative ? -year : year
  }
}

/// A year with an exponent or with significant digits (ISO 8601-2:2019, 4.7.2 and 4.7.3), which is not
/// read, and how to write the same: `1950S2` is 19XX, `Y17E7` Y170000000, `Y17321S3` a year of
/// [Y17300..Y17399].
enum SpareYear {
  /// The problem of such a year; nil for any other text.
  static func problem(in text: ArraySlice<Character>) -> DateProblem? {
    let start = text.dropFirst(text.first == "Y" ? 1 : 0)
    let isNegative = start.first == "-"
    let digits = start.dropFirst(isNegative ? 1 : 0).prefix(while: \.isDigit)
    let rest = text[digits.endIndex...]
    guard !digits.isEmpty, let letter = rest.first, letter == "E" || letter == "S",
      rest.dropFirst().first?.isDigit ?? false
    else { return nil }
    return .notRead(
      String(rest), instead: instead(of: digits, rest, isNegative: isNegative),
      column: rest.startIndex + 1)
  }

  private static func instead(
    of digits: ArraySlice<Character>, _ rest: ArraySlice<Character>, isNegative: Bool
  ) -> String? {
    var rest = rest
    guard let zeros = number(after: "E", &rest), let significant = number(after: "S", &rest),
      rest.isEmpty, (zeros ?? 0) <= 9, digits.count + (zeros ?? 0) <= 9
    else { return nil }
    let year = String(digits) + String(repeating: "0", count: zeros ?? 0)
    let sign = isNegative ? "-" : ""
    let known = significant ?? year.count
    guard year.count >= 4, known > 0, year.count == 4 || year.first != "0" else { return nil }
    let open = max(0, year.count - known)
    if year.count == 4 {
      let written = sign + year.dropLast(open) + String(repeating: "X", count: open)
      return written == "-0000" ? nil : written
    }
    if open == 0 { return "Y\(sign)\(year)" }
    let ends = ["0", "9"].map {
      "Y\(sign)\(year.dropLast(open))" + String(repeating: $0, count: open)
    }
    return isNegative ? "[\(ends[1])..\(ends[0])]" : "[\(ends[0])..\(ends[1])]"
  }

  /// Takes a letter and up to two digits from the front; nil inside where the letter is not there, and
  /// nil as a whole where no such number follows it.
  private static func number(after letter: Character, _ rest: inout ArraySlice<Character>) -> Int??
  {
    guard rest.first == letter else { return .some(nil) }
    let digits = rest.dropFirst().prefix(while: \.isDigit)
    guard digits.count <= 2, let number = Int(String(digits)) else { return nil }
    rest = rest[digits.endIndex...]
    return number
  }
}
