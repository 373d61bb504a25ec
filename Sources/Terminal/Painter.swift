import CNcurses
import Canvas
import Text

/// Which cells of a row changed.
enum Runs {
  /// Unchanged cells between two runs that are not worth a run's end.
  private static let gap = 6

  /// The changed parts of a row, from left to right; none begins in the second half of a wide
  /// grapheme.
  static func changed(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, (before, after)) in zip(old, new).enumerated() where before != after {
      var first = index
      while first > 0, new[new.startIndex + first].grapheme == nil { first -= 1 }
      if let last = runs.last, first - last.upperBound <= gap {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(first..<(index + 1))
      }
    }
    return runs
  }
}

extension Runs {
  /// Whether one of the changed rows, blank ones aside, stood elsewhere on the frame before.
  static func haveMoved(_ rows: [Int], from old: Frame, to new: Frame) -> Bool {
    rows.contains { row in
      let cells = new.row(row)
      guard cells.contains(where: { $0.grapheme != " " }) else { return false }
      return (0..<old.size.height).contains { $0 != row && old.row($0) == cells }
    }
  }
}

/// Gives curses the cells of a frame that differ from the last one.
struct Painter {
  var inColour: Bool
  private var last: Frame?

  init(inColour: Bool) { self.inColour = inColour }

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
      let runs = before.map { Runs.changed(from: $0.row(row), to: cells) } ?? [0..<cells.count]
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

  private func put(_ cells: ArraySlice<Cell>, _ run: Range<Int>, row: Int) {
    var wide: [cchar_t] = []
    wide.reserveCapacity(run.count)
    for index in run {
      let cell = cells[cells.startIndex + index]
      guard let grapheme = cell.grapheme else { continue }
      let look = Colours.look(of: cell.style, inColour: inColour)
      let isWide = index + 1 < cells.count && cells[cells.startIndex + index + 1].grapheme == nil
      for text in Self.pieces(of: grapheme, columns: isWide ? 2 : 1) {
        var one = cchar_t()
        text.withUnsafeBufferPointer { buffer in
          if let address = buffer.baseAddress {
            adduce_cell(&one, address, look.attributes, Colours.pair(look.colour))
          }
        }
        wide.append(one)
      }
    }
    _ = adduce_put_cells(Int32(row), Int32(run.lowerBound), wide, Int32(wide.count))
  }

  /// A grapheme as curses can hold it, in cells that fill `columns` exactly, each ended by 0.
  ///
  /// curses counts by the system's `wcwidth` and holds a base with at most four marks. A cluster
  /// whose width it sees otherwise (joined emoji, flags, keycaps) is shown by its first scalar and a
  /// blank where needed, so that columns stay straight.
  static func pieces(of grapheme: Character, columns: Int) -> [[wchar_t]] {
    let scalars = Array(grapheme.unicodeScalars)
    guard let base = scalars.first else { return [] }
    let baseWidth = Int(adduce_wcwidth(base.value))
    guard baseWidth == columns || baseWidth == 1 else {
      return Array(repeating: [wchar_t(bitPattern: 0x20), 0], count: columns)
    }
    let marks = scalars.dropFirst().prefix(4).filter {
      adduce_wcwidth($0.value) == 0 && $0.value != 0x200D && $0.value != 0xFE0F
    }
    let first = ([base] + marks).map { wchar_t(bitPattern: $0.value) } + [0]
    return [first] + Array(repeating: [wchar_t(bitPattern: 0x20), 0], count: columns - baseWidth)
  }
}
