public import Canvas
public import Model
public import Query

/// What can happen to the explorer.
public enum Action: Equatable, Sendable {
  /// The program begins on a screen of this size, with what it remembers of earlier days.
  case started(Size, Memory = Memory())
  case pressed(Key)
  /// The mouse did something at a row and column of the screen.
  case mouse(MouseEvent)
  /// The mouse shall be used, or left to the terminal.
  case usesMouse(Bool)
  /// Whether a question has been without its answer for so long that the reader is told.
  case working(Bool)
  case resized(Size)
  /// A store has answered the newest question of a slot.
  case answered(Slot, Reply)
  case failed(Slot, StoreProblem)
  /// The reader is to know something; it stands at the foot until the next key.
  case told(String)
  /// The records that the reader marked as reviewed in the past.
  case reviewed(Set<RecordID>)
  /// What the reader made and kept, another program's share included.
  case kept(Keepsakes)
  /// The lines and names that maps are drawn of.
  case outlines(MapOutlines)
  /// How far the writing of a file has come, in words; the last time it is done, or has failed.
  case exporting(String, isDone: Bool)
  /// What the reader chose before the start.
  case configured(Settings)
  /// First keys are to be taught, but those of these commands, which the reader has used in the past.
  case taught(Set<String>)
  /// What a command shall read has been written.
  case prepared(ShellJob)
  /// An editor has ended in which the files may have been changed.
  case edited
  /// The files could not be read, for this reason; the library of before goes on answering.
  case notRead(String)
  /// Another library, of the same files as they are now, answers from here on.
  case reloaded
  /// The files cannot be read as they are now; the library of before goes on answering.
  case unreadable([FileProblem])
}

/// A place for one question at a time: a newer one takes the place of the older, whose answer is
/// then dropped.
public enum Slot: Hashable, CaseIterable, Sendable {
  case overview, index, indexPosition, events, eventsPosition, months, record, reader
  case facts, rivals, resting, network, timeline, map, search, searchMonths, support
  /// Of works, by what is to be done with them.
  case errand
  /// Where the rows under the cursors stand now that another day is read as of.
  case standing
  /// How many of a list are reviewed; where a kept place stands in it now.
  case indexReviewed, eventsReviewed, indexPlace, eventsPlace
  /// How many pass a filter that is typed, or are found by a saved search.
  case filter, searches
  /// Not a question, but the reading of the outlines.
  case outlines
  /// Not a question, but the writing of a file.
  case export
  /// Nor this, but the reading of the files.
  case reload

  /// Those of questions to the store.
  static let questions = allCases.filter { ![.outlines, .export, .reload].contains($0) }

  /// Those that only what lies over the panes asks.
  static let ofOverlays: [Slot] = [
    .facts, .rivals, .resting, .network, .timeline, .map, .search, .searchMonths, .support, .filter,
    .searches,
  ]
}

/// What the explorer wants done; it does nothing itself.
public enum Effect: Equatable, Sendable {
  case ask(Slot, Request)
  /// Forget a slot's question.
  case cancel(Slot)
  case redraw
  /// Have the mouse reported, or not.
  case mouse(Bool)
  /// Show all in a theme, by its name.
  case theme(String)
  /// Show a file or an address with whatever the system opens such a one with.
  case open(String)
  /// Keep the mark that a record is reviewed, or that it is not.
  case mark(RecordID, isReviewed: Bool)
  /// Keep what the reader made, or keep it no longer.
  case keep(Keepsakes.Change)
  /// Write a file, and say how far that has come.
  case export(ExportRequest)
  /// Put a text into the clipboard of the reader's terminal; what it is, in words.
  case copy(String, as: String)
  /// The same of a row, as CSV.
  case copyRow(ListRow)
  /// Write what a command shall read.
  case pipe(PipeRequest)
  /// Give the terminal to a command.
  case run(ShellJob)
  /// Give the terminal to an editor, and read the files again.
  case edit(EditTarget)
  case reload
  /// Bring the outlines of maps.
  case loadOutlines
  case suspend
  case quit
}
