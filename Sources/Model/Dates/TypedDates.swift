/// A span of days as people type it in a search or at the date prompt.
///
///     2016   2016-08   2016-08-08   Aug 2016   8 August 2016   August 8th, 2016   2010s
///     summer 2014   Q1 2014   early 2014   mid-August 2016   late 1990s   any one date of EDTF
///     2014..2016   2014..   ..2016   2014/2016   2014-2016   2014 to 2016   between 2014 and 2016
///     from May to July 2014   May–July 2014   8-10 August 2016   August 8-10, 2016
///     before 2015   after 8 Aug 2016   since 2015   until 2016   by 2016
///     around 2015   about 2015   c. 2015   circa 2015   2015~   undated
///
/// Case, extra blanks and the kind of dash do not matter. Seasons are those of EDTF here (northern,
/// meteorological; the winter of 2014 ends in February 2015). `early`, `mid` and `late` are thirds:
/// of a year January to April, May to August, September to December; of a month up to the 10th, up to
/// the 20th, the rest; of a season its months; of a decade years 0 to 3, 4 to 6, 7 to 9. `2000s` is
/// the decade. `before` and `after` leave the date itself out, `since` (or `from`), `until` and `by`
/// include it. The first of two dates takes the month and the year it lacks from the second.
public struct TypedDates: Hashable, Sendable {
  /// The days meant; at least one end is a day. Where `isUndated`, both ends are `distantFuture`.
  public var range: DayRange
  /// The same and what `around` adds by a `Tolerance`: events in it possibly answer.
  public var widened: DayRange
  /// Whether the ends were given the wrong way round and swapped.
  public var isReversed = false
  /// Whether what has no date is meant.
  public var isUndated = false

  /// How it was understood: `1 to 31 August 2016`, `2014 to 2016`, `from 1 January 2016`, `2015,
  /// possibly 2014 to 2016`, `undated`.
  public var words: String {
    if isUndated { return "undated" }
    return isExact ? range.words : "\(range.words), possibly \(widened.words)"
  }

  /// What was done to the dates that was not asked for, as a sentence; nil where nothing was.
  public var notice: String? {
    isReversed ? "The first date was after the second; they were swapped: \(range.words)." : nil
  }

  /// Whether nothing is approximate.
  var isExact: Bool { widened == range }

  /// Reads one of the forms above.
  ///
  /// - Throws: `DateProblem` with the column in the whole text. Dates with the year last in digits, as
  ///   `8/8/2016`, are refused as ambiguous, whatever the numbers; so are years of two digits.
  public init(reading text: String) throws(DateProblem) {
    do {
      self = try TypedDates(characters: Array(text).map { $0.isDash ? "-" : $0 }[...])
    } catch {
      throw error.suggesting { Suggestion.edtf(for: text) }
    }
  }

  private init(characters text: ArraySlice<Character>) throws(DateProblem) {
    if let ambiguous = DigitsWithYearLast.first(in: text) { throw ambiguous }
    let trimmed = text.trimmed
    let words = trimmed.words
    if Self.namesForUndated.contains(String(words.joined(separator: " ")).lowercased()) {
      self.init(range: DayRange(first: .distantFuture, last: .distantFuture))
      isUndated = true
    } else if let first = trimmed.first, "[{".contains(first) {
      let set = try Self.set(trimmed)
      self.init(range: set.span, widened: set.widened)
    } else if let first = words.first, String(first).lowercased() == "between" {
      guard let (start, end) = trimmed[first.endIndex...].halves(at: ["and", "to"]) else {
        if words.count == 1 { throw .empty(column: trimmed.endIndex + 1) }
        throw .missingEnd(String(trimmed), column: trimmed.startIndex + 1)
      }
      try self.init(start, end)
    } else if let first = words.first,
      let preposition = Preposition(rawValue: String(first).lowercased())
    {
      try self.init(preposition, trimmed[first.endIndex...])
    } else {
      try self.init(spanOrDate: trimmed)
    }
  }

  private static let namesForUndated: Set = ["undated", "no date", "n.d.", "nd"]

  private init(range: DayRange, widened: DayRange? = nil) {
    self.range = range
    self.widened = widened ?? range
  }

  private init(
    _ preposition: Preposition, _ rest: ArraySlice<Character>
  ) throws(DateProblem) {
    let isSpan = Self.ends(of: rest) != nil || rest.halves(at: joints) != nil
    if preposition == .from, isSpan {
      try self.init(spanOrDate: rest)
      return
    }
    do {
      let date = try TypedDate(reading: rest)
      self.init(
        range: preposition.range(of: date.span),
        widened: preposition.range(of: date.span, give: date.tolerance))
    } catch {
      guard preposition == .from, case .success(let span)? = Self.dashed(rest) else { throw error }
      self = span
    }
  }

  private init(spanOrDate text: ArraySlice<Character>) throws(DateProblem) {
    if let (start, end) = Self.ends(of: text) {
      guard start != nil || end != nil else {
        throw .noEnds(String(text), column: text.startIndex + 1)
      }
      try self.init(start, end)
    } else if let (start, end) = text.halves(at: joints) {
      try self.init(start, end)
    } else {
      do {
        let date = try TypedDate(reading: text)
        self.init(range: date.span, widened: date.widened)
      } catch {
        switch (Self.dashed(text), error) {
        case (.success(let span)?, _): self = span
        case (.failure(let problem)?, .unreadable), (.failure(let problem)?, .yearNotFourDigits):
          throw problem
        default: throw error
        }
      }
    }
  }

  /// Two dates, of which one may be open.
  private init(
    _ start: ArraySlice<Character>?, _ end: ArraySlice<Character>?
  ) throws(DateProblem) {
    var (first, last): (TypedDate?, TypedDate?)
    if let start, let end {
      (first, last) = try TypedDate.pair(start, end)
    } else {
      if let start { first = try TypedDate(reading: start) }
      if let end { last = try TypedDate(reading: end) }
    }
    let asTyped = DayRange(
      first: first?.span.first ?? .distantPast, last: last?.span.last ?? .distantFuture)
    let isSwapped = asTyped.first > asTyped.last && first != nil && last != nil
    if isSwapped { (first, last) = (last, first) }
    self.init(
      range: DayRange(
        first: first?.span.first ?? .distantPast, last: last?.span.last ?? .distantFuture),
      widened: DayRange(
        first: first?.widened.first ?? .distantPast, last: last?.widened.last ?? .distantFuture))
    isReversed = isSwapped
  }

  /// The first reading of `2014-2016`, `8-10 August 2016` or `May - July 2014` as two dates; where
  /// there is none, the problem of two that are only lacking something. Nil where it is no such text.
  private static func dashed(_ text: ArraySlice<Character>) -> Result<TypedDates, DateProblem>? {
    guard text.count <= 64 else { return nil }
    var near: DateProblem?
    for index in text.indices.dropFirst() where text[index] == "-" && text[index - 1] != "-" {
      do {
        return .success(try TypedDates(text[..<index], text[index...].drop { $0 == "-" }))
      } catch {
        switch error {
        case .noSuchDay, .missingYear: near = near ?? error
        default: continue
        }
      }
    }
    return near.map { .failure($0) }
  }

  /// A set of EDTF; it is taken from its first to its last day.
  private static func set(_ text: ArraySlice<Character>) throws(DateProblem) -> ExtendedDate {
    let date = try ExtendedDate(exactly: text.capital)
    let isCountable = date.points.allSatisfy {
      String($0.year.magnitude).count <= TypedDate.longestYear
    }
    guard isCountable else {
      throw .yearTooLong(String(text), digits: TypedDate.longestYear, column: text.startIndex + 1)
    }
    if date.earliest == .distantPast, date.latest == .distantFuture {
      throw .noEnds(String(text), column: text.startIndex + 1)
    }
    return date
  }

  /// What stands on either side of the first `/` or, without one, of the first `..` or `…`; nil where
  /// that is open. Nil as a whole where there is neither.
  private static func ends(
    of text: ArraySlice<Character>
  ) -> (ArraySlice<Character>?, ArraySlice<Character>?)? {
    let side = { (part: ArraySlice<Character>) in
      part.trimmed.isEmpty || part.trimmed.elementsEqual("..") ? nil : part
    }
    if let slash = text.firstIndex(of: "/") ?? text.firstIndex(of: "…") {
      return (side(text[..<slash]), side(text[(slash + 1)...]))
    }
    let pairs = text.indices.dropLast()
    guard let dots = pairs.first(where: { text[$0] == "." && text[$0 + 1] == "." }) else {
      return nil
    }
    return (side(text[..<dots]), side(text[(dots + 2)...]))
  }
}

/// The words between two dates.
private let joints: Set = ["to", "until", "till", "through"]

/// A word before a date that makes it one end of an open span.
private enum Preposition: String {
  case before, after, since, from, until, till, by

  /// The span, its end further out by a tolerance.
  func range(of span: DayRange, give: Tolerance? = nil) -> DayRange {
    let range =
      switch self {
      case .before: DayRange(first: .distantPast, last: span.first.advanced(by: -1))
      case .after: DayRange(first: span.last.advanced(by: 1), last: .distantFuture)
      case .since, .from: DayRange(first: span.first, last: .distantFuture)
      case .until, .till, .by: DayRange(first: .distantPast, last: span.last)
      }
    return range.widened(before: give, after: give)
  }
}

extension ArraySlice<Character> {
  /// Without blanks at either end; a blank text becomes its empty end.
  var trimmed: ArraySlice<Character> {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }

  /// What blanks leave.
  fileprivate var words: [ArraySlice<Character>] { split(whereSeparator: \.isWhitespace) }

  /// What stands before and after the first of these words; nil where there is none.
  fileprivate func halves(
    at joints: Set<String>
  ) -> (ArraySlice<Character>, ArraySlice<Character>)? {
    guard let joint = words.first(where: { joints.contains(String($0).lowercased()) }) else {
      return nil
    }
    return (self[..<joint.startIndex], self[joint.endIndex...])
  }
}

extension Character {
  /// Whether it is a hyphen or a dash of any length, or a minus.
  var isDash: Bool { self == "-" || ("\u{2010}"..."\u{2015}").contains(self) || self == "\u{2212}" }
}
