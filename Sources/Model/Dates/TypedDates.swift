/// A span of days as people type it in a search or at the date prompt.
///
///     2016   2016-08   2016-08-08   Aug 2016   8 August 2016   August 8th, 2016   2010s
///     summer 2014   early 2014   mid 2014   late 2014   and any date of EDTF level 1
///     2014..2016   2014..   ..2016   2014/2016   of any of these
///     before 2015   after 8 Aug 2016   since 2015   until 2016
///
/// Case and extra blanks do not matter. Seasons are those of EDTF here (northern, meteorological;
/// the winter of 2014 ends in February 2015). `early`, `mid` and `late` are thirds of the year:
/// January to April, May to August, September to December. `2000s` is the decade. `before` and
/// `after` leave the date itself out, `since` (or `from`) and `until` include it.
public struct TypedDates: Hashable, Sendable {
  /// The days meant; at least one end is a day.
  public var range: DayRange
  /// Whether the ends were given the wrong way round and swapped.
  public var isReversed: Bool

  /// How it was understood: `1 to 31 August 2016`, `2014 to 2016`, `from 1 January 2016`.
  public var words: String { range.words }

  /// Reads one of the forms above.
  ///
  /// - Throws: `DateProblem` with the column in the whole text. Dates with the year last in digits, as
  ///   `8/8/2016`, are refused as ambiguous, whatever the numbers; so are years of two digits.
  public init(reading text: String) throws(DateProblem) {
    do {
      self = try TypedDates(characters: Array(text)[...])
    } catch {
      throw error.suggesting { Suggestion.edtf(for: text) }
    }
  }

  private init(characters text: ArraySlice<Character>) throws(DateProblem) {
    if let ambiguous = DigitsWithYearLast.first(in: text) { throw ambiguous }
    let trimmed = text.trimmed
    let first = trimmed.prefix { !$0.isWhitespace }
    if let preposition = Preposition(rawValue: String(first).lowercased()) {
      let date = try TypedDate(reading: trimmed[first.endIndex...])
      self.init(range: preposition.range(of: date.span), isReversed: false)
    } else if let (start, end) = Self.ends(of: trimmed) {
      try self.init(start, end, whole: trimmed)
    } else {
      self.init(range: try TypedDate(reading: trimmed).span, isReversed: false)
    }
  }

  private init(range: DayRange, isReversed: Bool) {
    self.range = range
    self.isReversed = isReversed
  }

  private init(
    _ start: ArraySlice<Character>?, _ end: ArraySlice<Character>?, whole: ArraySlice<Character>
  ) throws(DateProblem) {
    var (first, last): (DayRange?, DayRange?)
    if let start { first = try TypedDate(reading: start).span }
    if let end { last = try TypedDate(reading: end).span }
    if first == nil, last == nil {
      throw .noEnds(String(whole), column: whole.startIndex + 1)
    }
    range = DayRange(
      first: first?.first ?? .distantPast, last: last?.last ?? .distantFuture)
    isReversed = range.first > range.last
    if isReversed, let first, let last { range = DayRange(first: last.first, last: first.last) }
  }

  /// What stands on either side of the first `/` or, without one, of the first `..`; nil where that is
  /// open. Nil as a whole where there is neither.
  private static func ends(
    of text: ArraySlice<Character>
  ) -> (ArraySlice<Character>?, ArraySlice<Character>?)? {
    let side = { (part: ArraySlice<Character>) in
      part.trimmed.isEmpty || part.trimmed.elementsEqual("..") ? nil : part
    }
    if let slash = text.firstIndex(of: "/") {
      return (side(text[..<slash]), side(text[(slash + 1)...]))
    }
    let pairs = text.indices.dropLast()
    guard let dots = pairs.first(where: { text[$0] == "." && text[$0 + 1] == "." }) else {
      return nil
    }
    return (side(text[..<dots]), side(text[(dots + 2)...]))
  }
}

/// A word before a date that makes it one end of an open span.
private enum Preposition: String {
  case before, after, since, from, until

  func range(of span: DayRange) -> DayRange {
    switch self {
    case .before: DayRange(first: .distantPast, last: span.first.advanced(by: -1))
    case .after: DayRange(first: span.last.advanced(by: 1), last: .distantFuture)
    case .since, .from: DayRange(first: span.first, last: .distantFuture)
    case .until: DayRange(first: .distantPast, last: span.last)
    }
  }
}

extension ArraySlice<Character> {
  /// Without blanks at either end; a blank text becomes its empty end.
  var trimmed: ArraySlice<Character> {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
