extension ExtendedDate {
  /// Reads EDTF, levels 0 and 1 and of level 2 sets, qualified parts, `X` in any place and the further
  /// seasons; nothing else: no blanks, no names of months.
  ///
  /// At the ends of an interval stands whatever may stand alone, but no set and no time of day. Years
  /// with `Y` have five to nine digits. A time of day is hours, minutes and seconds, with a zone or
  /// without. Significant digits and exponents are refused.
  /// - Throws: `DateProblem`, with the column of what cannot be read.
  public init(reading text: String) throws(DateProblem) {
    if let plain = Self(plainDays: text) {
      self = plain
      return
    }
    let characters = Array(text)
    do {
      self = try ExtendedDate(exactly: characters[...])
    } catch {
      throw error.suggesting { Suggestion.edtf(for: text) ?? Suggestion.edtf(forTyped: text) }
    }
  }

  /// Reads a part of a text; problems have columns of the whole, and no suggestion.
  init(exactly text: ArraySlice<Character>) throws(DateProblem) {
    if let bracket = text.first, "[{".contains(bracket) {
      form = try Self.set(reading: text)
      return
    }
    guard let slash = text.firstIndex(of: "/") else {
      if text.elementsEqual("..") { throw .noEnds("..", column: text.startIndex + 1) }
      form = .point(try Point(readingAlone: text))
      return
    }
    let start = try End(reading: text[..<slash])
    let rest = text[(slash + 1)...]
    if let second = rest.firstIndex(of: "/") {
      throw .unreadable(String(rest[second...]), suggestion: nil, column: second + 1)
    }
    let end = try End(reading: rest)
    form = .interval(start, end)
    switch (start, end) {
    case (.date(let first), .date(let last)):
      guard last.lastDay < first.firstDay else { return }
      throw .reversed(
        String(text), inOrder: "\(last)/\(first)", column: text.startIndex + 1)
    case (.date, _), (_, .date): return
    default: throw .noEnds(String(text), column: text.startIndex + 1)
    }
  }
}

extension ExtendedDate.End {
  fileprivate init(reading text: ArraySlice<Character>) throws(DateProblem) {
    if text.isEmpty {
      self = .unknown
    } else if text.elementsEqual("..") {
      self = .open
    } else {
      self = .date(try ExtendedDate.Point(reading: text))
    }
  }
}
