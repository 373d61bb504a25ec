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
    let changes = (0..<frame.size.height).compactMap { row in
      Self.change(of: row, from: before?.row(row), to: frame.row(row))
    }
    let byTwo = before.map { Runs.haveMoved(changes.map(\.row), from: $0, to: frame) } ?? false
    for (index, change) in changes.enumerated() {
      for run in change.runs { put(frame.row(change.row), run, of: change) }
      if change.isWhole { sendWhole(change.row, of: frame) }
      if byTwo, index % 2 == 1 { refresh() }
    }
    if let cursor = frame.cursor {
      curs_set(1)
      move(Int32(cursor.row), Int32(cursor.column))
    }
    refresh()
    last = frame
  }

  /// A row that is not as it was.
  private struct Change {
    var row: Int
    var runs: [Range<Int>]
    /// Whether it must go out from its first column on, without a move of the cursor: mlterm counts each mark
    /// of direction as a column when the cursor moves, though it shows none.
    var isWhole: Bool
  }

  /// Has curses send a row whatever it has sent before, and those below up to the first without marks: at the
  /// end of a row that is full, mlterm breaks by its own count of columns.
  private func sendWhole(_ row: Int, of frame: Frame) {
    var last = row
    repeat { last += 1 } while last < frame.size.height && Isolation.isNeeded(in: frame.row(last))
    wredrawln(adduce_stdscr(), Int32(row), Int32(min(last + 1, frame.size.height) - row))
  }

  private static func change(of row: Int, from old: ArraySlice<Cell>?, to new: ArraySlice<Cell>)
    -> Change?
  {
    guard old != new else { return nil }
    // Where there are marks now they may move, and where there were some the cursor is led astray by them.
    let isWhole = Isolation.isNeeded(in: new) || old.map(Isolation.isNeeded) ?? false
    guard let old, !isWhole else {
      return Change(row: row, runs: [0..<new.count], isWhole: isWhole)
    }
    return Change(row: row, runs: Runs.changed(from: old, to: new), isWhole: false)
  }

  private mutating func put(_ cells: ArraySlice<Cell>, _ run: Range<Int>, of change: Change) {
    var wide: [cchar_t] = []
    wide.reserveCapacity(run.count)
    let end =
      change.isWhole
      ? cells.lastIndex { $0.grapheme != " " }.map { $0 - cells.startIndex } ?? 0 : 0
    let isolated = change.isWhole ? Isolation.marks(in: cells) : []
    let lams = change.isWhole ? Isolation.lams(in: cells) : []
    var (style, look) = (Style.plain, colours.look(of: .plain))
    for index in run {
      let cell = cells[cells.startIndex + index]
      guard let grapheme = cell.grapheme else { continue }
      if cell.style != style { (style, look) = (cell.style, colours.look(of: cell.style)) }
      if !change.isWhole, let plain = CursesCells.plain(grapheme) {
        wide.append(adduce_plain_cell(plain, look.attributes, look.pair))
        continue
      }
      let isWide = index + 1 < cells.count && cells[cells.startIndex + index + 1].grapheme == nil
      var pieces = CursesCells.pieces(of: grapheme, columns: isWide ? 2 : 1)
      // curses jumps over blanks, and over nothing else. Those at the end it clears.
      if change.isWhole, index < end, pieces == [[0x20, 0]] { pieces = [[0xA0, 0]] }
      if lams.contains(index) { CursesCells.append(Isolation.joiner, to: &pieces) }
      if isolated.contains(index) { CursesCells.append(Isolation.mark, to: &pieces) }
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
    _ = adduce_put_cells(Int32(change.row), Int32(run.lowerBound), wide, Int32(wide.count))
  }
}
