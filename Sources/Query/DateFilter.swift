public import Model

/// The dates that a query asks for.
public struct DateFilter: Hashable, Sendable {
  /// What was typed after the colon, or after the preposition that stands for the field.
  public var typed: String
  /// How that was understood.
  public var dates: TypedDates

  /// Takes what was typed and how it was understood.
  public init(_ dates: TypedDates, typed: String) {
    self.dates = dates
    self.typed = typed
  }

  /// What lies wholly in it is certainly meant.
  public var range: DayRange { dates.range }

  /// What overlaps it is possibly meant: wider than `range` where the dates were typed as approximate.
  public var possible: DayRange { dates.widened }

  /// How it was understood, and what was done to it: `2015, possibly 2014 to 2016`.
  public var words: String { dates.words + (dates.isReversed ? " (ends swapped)" : "") }

  /// Whether it was understood otherwise than typed.
  public var isMended: Bool { dates.isReversed || dates.widened != dates.range }
}
