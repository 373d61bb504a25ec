public import Canvas
public import Model
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
  /// The records that the reader marked as reviewed in the past.
  case reviewed(Set<RecordID>)
  /// The lines and names that maps are drawn of.
  case outlines(MapOutlines)
  /// How far the writing of a file has come, in words; the last time it is done, or has failed.
  case exporting(String, isDone: Bool)
}

/// A place for one question at a time: a newer one takes the place of the older, whose answer is
/// then dropped.
public enum Slot: Hashable, Sendable {
  case overview, index, indexPosition, events, eventsPosition, months, record, reader
  case facts, rivals, resting, search, searchMonths, map
  /// Not a question, but the reading of the outlines.
  case outlines
  /// Not a question, but the writing of a file.
  case export
}

/// What the explorer wants done; it does nothing itself.
public enum Effect: Equatable, Sendable {
  case ask(Slot, Request)
  /// Forget a slot's question.
  case cancel(Slot)
  case redraw
  /// Show a file or an address with whatever the system opens such a one with.
  case open(String)
  /// Keep the mark that a record is reviewed, or that it is not.
  case mark(RecordID, isReviewed: Bool)
  /// Write a file, and say how far that has come.
  case export(ExportRequest)
  /// Bring the outlines of maps.
  case loadOutlines
  case suspend
  case quit
}
