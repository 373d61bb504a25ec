import CNcurses
import Canvas
import Text

/// Gives curses the cells of a frame that differ from the last one.
struct Painter {
  var colours = Colours()
  private var last: Frame?

  /// The next frame is painted whole.
  mutating func forget() { last = nil }

  /// Gives curses what changed and has it sent.
  ///
  /// curses moves blocks of three rows and more by scroll regions where it sees them in one update.
  /// Some terminals and recorders do not know those sequences and would show rows of former
  /// screens, and nothing turns that off. Where rows have moved, changed rows are therefore sent two
  /// at a time, so that it never sees such a block.
  mutating func paint(_ frame: Frame) {
    let before = last?.size == frame.size ? last : nil
    curs_set(0)
    var changes: [(row: Int, runs: [Range<Int>])] = []
    for row in 0..<frame.size.height {
      let cells = frame.row(row)
      let runs = before.map { Self.runs(from: $0.row(row), to: cells) } ?? [0..<cells.count]
      if !runs.isEmpty { changes.append((row, runs)) }
    }
    let byTwo = before.map { Runs.haveMoved(changes.map(\.row), from: $0, to: frame) } ?? false
    for (index, change) in changes.enumerated() {
      for run in change.runs { put(frame.row(change.row), run, row: change.row) }
      if byTwo, index % 2 == 1 { refresh() }
    }
    if let cursor = frame.cursor {
      curs_set(1)
      move(Int32(cursor.row), Int32(cursor.column))
    }
    refresh()
    last = frame
  }

  /// What changed of a row; all of it where marks of direction may have changed with it.
  private static func runs(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>) -> [Range<Int>] {
    guard old != new else { return [] }
    return Isolation.isNeeded(in: old) || Isolation.isNeeded(in: new)
      ? [0..<new.count] : Runs.changed(from: old, to: new)
  }

  private mutating func put(_ cells: ArraySlice<Cell>, _ run: Range<Int>, row: Int) {
    var wide: [cchar_t] = []
    wide.reserveCapacity(run.count)
    let isolated = Isolation.marks(in: cells)
    for index in run {
      let cell = cells[cells.startIndex + index]
      guard let grapheme = cell.grapheme else { continue }
      let look = colours.look(of: cell.style)
      let isWide = index + 1 < cells.count && cells[cells.startIndex + index + 1].grapheme == nil
      var pieces = CursesCells.pieces(of: grapheme, columns: isWide ? 2 : 1)
      if isolated.contains(index) { CursesCells.isolate(&pieces) }
      for text in pieces {
        var one = cchar_t()
        text.withUnsafeBufferPointer { buffer in
          if let address = buffer.baseAddress {
            adduce_cell(&one, address, look.attributes, look.pair)
          }
        }
        wide.append(one)
      }
    }
    _ = adduce_put_cells(Int32(row), Int32(run.lowerBound), wide, Int32(wide.count))
  }
}
