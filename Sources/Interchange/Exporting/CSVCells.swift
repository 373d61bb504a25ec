import Text

/// A row of a CSV file by RFC 4180, its cells harmless.
enum CSVRow {
  /// The cells parted by commas, those that need it in quotes, with CRLF behind them.
  static func text(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell as it stands in the file.
  ///
  /// Controls and what hides are made visible (`Harmless`). What a spreadsheet would run as a formula,
  /// by its first character that is no blank (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, their
  /// full-width forms; tabs and carriage returns are no more), has an apostrophe before it, unless it
  /// is a plain number.
  static func cell(_ text: String) -> String {
    let safe = Harmless.line(text)
    let cell = isFormula(safe) ? "'" + safe : safe
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }) else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      starts.contains(first)
    else { return false }
    return !isPlainNumber(text)
  }

  /// `-33.5`, `+12`: a sign, digits, and at most one point between digits.
  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(text.hasPrefix("-") || text.hasPrefix("+") ? 1 : 0)
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
