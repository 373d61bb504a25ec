public import Canvas
public import Query

/// What can happen to the explorer.
public enum Action: Equatable, Sendable {
  /// The program begins on a screen of this size.
  case started(Size)
  case pressed(Key)
  case resized(Size)
  /// A store has answered the newest question of a slot.
  case answered(Slot, Reply)
  case failed(Slot, StoreProblem)
  /// The reader is to know something; it stands at the foot until the next key.
  case told(String)
}

/// A place for one question at a time: a newer one takes the place of the older, whose answer is
/// then dropped.
public enum Slot: Hashable, Sendable {
  case overview, index, indexPosition, events, eventsPosition, months, record, reader
  case facts, rivals, resting, search, searchMonths
}

/// What the explorer wants done; it does nothing itself.
public enum Effect: Equatable, Sendable {
  case ask(Slot, Request)
  /// Forget a slot's question.
  case cancel(Slot)
  case redraw
  /// Show a file or an address with whatever the system opens such a one with.
  case open(String)
  case suspend
  case quit
}
