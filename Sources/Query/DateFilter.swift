public import Model

/// The dates that a query asks for.
///
/// With `~` before them, what may lie in them is sought in a wider span: by as much again as the span
/// is long, on either side, a day by three; an open end stays open. What lies in them for certain
/// is not widened.
public struct DateFilter: Hashable, Sendable {
  /// What was typed after the colon, or after the preposition that stands for the field.
  public var typed: String
  /// How that was understood.
  public var dates: TypedDates
  /// By how many days the possible span is widened on either side; 0 without `~`.
  public var widening: Int

  /// Takes what was typed, without the `~`.
  public init(_ dates: TypedDates, typed: String, isWidened: Bool = false) {
    self.dates = dates
    self.typed = typed
    widening = isWidened ? Self.widening(of: dates.range) : 0
  }

  /// What lies wholly in it is certainly meant.
  public var range: DayRange { dates.range }

  /// What overlaps it is possibly meant.
  public var possible: DayRange {
    DayRange(
      first: range.first == .distantPast ? .distantPast : range.first.advanced(by: -widening),
      last: range.last == .distantFuture ? .distantFuture : range.last.advanced(by: widening))
  }

  /// How it was understood, and what was done to it: `1 to 31 August 2016, possibly 31 days around it`.
  public var words: String {
    var words = dates.words
    if widening > 0 { words += ", possibly \(widening) days around it" }
    if dates.isReversed { words += " (ends swapped)" }
    return words
  }

  private static func widening(of range: DayRange) -> Int {
    guard range.first != .distantPast, range.last != .distantFuture else { return 366 }
    let days = Int(range.last.rawValue) - Int(range.first.rawValue) + 1
    return max(3, min(days, 36_525))
  }
}
