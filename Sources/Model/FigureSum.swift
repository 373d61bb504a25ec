/// What events amount to: how many they are, and what is known of those they killed or wounded.
public struct FigureSum: Hashable, Sendable {
  /// How many events.
  public var events: Int
  /// How many of them have a figure; of the rest nothing is known, which is not 0.
  public var known: Int
  /// The sums of the least and of the most that the figures allow. A figure without an upper bound adds
  /// its least to both.
  public var low: Int
  /// See `low`.
  public var high: Int
  /// How many figures have no upper bound, so that there may be more than `high`.
  public var open: Int

  /// Takes the parts as they are; no events without them.
  public init(events: Int = 0, known: Int = 0, low: Int = 0, high: Int = 0, open: Int = 0) {
    self.events = events
    self.known = known
    self.low = low
    self.high = high
    self.open = open
  }

  /// Both together.
  public static func + (one: Self, other: Self) -> Self {
    Self(
      events: one.events + other.events, known: one.known + other.known, low: one.low + other.low,
      high: one.high + other.high, open: one.open + other.open)
  }

  /// How many events have no figure.
  public var unknown: Int { events - known }
}
