/// How a text that is no date may be meant, in EDTF: `2016-8-8` is likely 2016-08-08.
enum Suggestion {
  /// The first near form that can be read; nil where none can, or the text is longer than any date.
  static func edtf(for text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let characters = Array(text)
    return candidates(for: characters).first {
      $0 != characters && (try? ExtendedDate(exactly: $0[...])) != nil
    }.map { String($0) }
  }

  /// The day, month or year that the text means when people type it.
  static func edtf(forTyped text: String) -> String? {
    guard text.utf8.count <= 64, let typed = try? TypedDates(reading: text), typed.isExact else {
      return nil
    }
    let first = typed.range.first
    let day = "\(first)"
    return [day, String(day.dropLast(3)), String(day.dropLast(6))].first {
      (try? ExtendedDate(exactly: Array($0)[...]))?.span == typed.range
    }
  }

  private static func candidates(for text: [Character]) -> [[Character]] {
    let tight = text.filter { !$0.isWhitespace }
    let capital = tight.map { $0 == "x" ? "X" : $0 == "y" ? "Y" : $0.isDash ? "-" : $0 }
    return [
      capital, hyphenated(capital), padded(capital, separator: "-"),
      padded(capital, separator: "/"), capital.first == "Y" ? Array(capital.dropFirst()) : capital,
      ["Y"] + capital, interval(capital), set(capital),
    ]
  }

  /// `[2014/2016` as `[2014..2016]`.
  private static func set(_ text: [Character]) -> [Character] {
    guard let opening = text.first, "[{".contains(opening) else { return text }
    let inside = text.dropFirst().filter { !"[]{}".contains($0) }
    let dotted = inside.flatMap { $0 == "/" ? [".", "."] : [$0] }
    return [opening] + dotted + [opening == "[" ? "]" : "}"]
  }

  /// `20160808` as `2016-08-08`.
  private static func hyphenated(_ text: [Character]) -> [Character] {
    guard text.count == 8, text.allSatisfy(\.isDigit) else { return text }
    return text[..<4] + ["-"] + text[4..<6] + ["-"] + text[6...]
  }

  /// `2016-8-8` or `2016/8/8` as `2016-08-08`.
  private static func padded(_ text: [Character], separator: Character) -> [Character] {
    let fields = text.split(separator: separator, omittingEmptySubsequences: false)
    guard (separator == "-" ? 2...3 : 3...3).contains(fields.count) else { return text }
    let full = fields.map { $0.count == 1 ? ["0"] + $0 : Array($0) }
    return Array(full.joined(separator: ["-"]))
  }

  /// `2014..2016` or `2014-2016` as `2014/2016`.
  private static func interval(_ text: [Character]) -> [Character] {
    if text.count == 9, text[4] == "-" { return text[..<4] + ["/"] + text[5...] }
    guard
      let dots = text.indices.dropLast().first(where: { text[$0] == "." && text[$0 + 1] == "." })
    else { return text }
    let (start, end) = (text[..<dots], text[(dots + 2)...])
    return (start.isEmpty ? [".", "."] : start) + ["/"] + (end.isEmpty ? [".", "."] : end)
  }
}

extension DateProblem {
  /// The same problem; one that has no suggestion gets this one.
  func suggesting(_ suggestion: () -> String?) -> DateProblem {
    guard case .unreadable(let text, nil, let column) = self else { return self }
    return .unreadable(text, suggestion: suggestion(), column: column)
  }
}
