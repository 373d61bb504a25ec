import CNcurses
import Canvas
import Text

/// Keeps what is written from right to left within its own cells.
///
/// A terminal that reorders such text takes a row for one paragraph: two Arabic cells would change
/// places, and a number beside one would jump over it. A mark that is itself a strong left-to-right
/// character (U+200E), before a run and after it, ends that: what lies between two of them cannot
/// reach out. Isolates (U+2066 to U+2069) would say the same, but many terminals count widths by
/// tables that are older than they are and give each a cell; U+200E has no width in any of them,
/// and nothing to show where a terminal knows no directions. mlterm 3.9 shows a box for an isolate and
/// moves the rest of the row; VTE 0.70 takes both.
enum Isolation {
  /// U+200E LEFT-TO-RIGHT MARK.
  static let mark: wchar_t = 0x200E
  /// U+200D ZERO WIDTH JOINER.
  static let joiner: wchar_t = 0x200D

  /// The columns of a lam that an alef follows. mlterm draws the two in one column, as print does, and the
  /// rest of the row then stands a column too far left; a joiner between them keeps them in two. Terminals that
  /// join letters but draw each in its column, such as those of VTE, show no difference.
  static func lams(in cells: ArraySlice<Cell>) -> Set<Int> {
    var found: Set<Int> = []
    var before: UInt32?
    for (column, cell) in cells.enumerated() {
      let base = cell.grapheme?.unicodeScalars.first?.value
      if before == 0x644, let base, [0x622, 0x623, 0x625, 0x627].contains(base) {
        found.insert(column - 1)
      }
      before = base
    }
    return found
  }

  /// Whether a row needs marks at all.
  static func isNeeded(in cells: ArraySlice<Cell>) -> Bool {
    cells.contains { $0.grapheme.map(Direction.isRightToLeft) ?? false }
  }

  /// The columns behind whose graphemes a mark belongs: the last of each right-to-left run, and the
  /// one before its first. A run goes on over single blanks and signs of the same role, and over the number
  /// that ends its text, which else would stand at the text's beginning.
  static func marks(in cells: ArraySlice<Cell>) -> Set<Int> {
    var marks: Set<Int> = []
    var last: Int?
    var start = 0
    for (column, cell) in cells.enumerated() {
      guard let grapheme = cell.grapheme, Direction.isRightToLeft(grapheme) else { continue }
      if let before = last, goesOn(cells, from: before, to: column) {
        last = column
        continue
      }
      if let last { marks.insert(end(of: last, in: cells)) }
      start = column
      if start > 0 { marks.insert(owner(of: start - 1, in: cells)) }
      last = column
    }
    if let last { marks.insert(end(of: last, in: cells)) }
    return marks
  }

  /// The last column of the number that ends the text of a run, or the run's own last. Where another word
  /// follows, the number may be that word's.
  private static func end(of run: Int, in cells: ArraySlice<Cell>) -> Int {
    let role = cells[cells.startIndex + run].style.role
    let behind = cells[(cells.startIndex + run + 1)...].prefix { $0.style.role == role }
    var end = run
    var wasBlank = false
    for (offset, cell) in behind.enumerated() {
      guard let grapheme = cell.grapheme else { continue }
      let isBlank = grapheme == " "
      if isBlank, wasBlank { return end }
      if grapheme.isLetter { return run }
      if grapheme.isASCII, grapheme.isNumber {
        end = run + 1 + offset
      } else if !isBlank, !joinsNumbers(grapheme) {
        return end
      }
      wasBlank = isBlank
    }
    return end
  }

  /// Signs within dates, spans and figures.
  private static func joinsNumbers(_ grapheme: Character) -> Bool {
    "-–/.,:~%".contains(grapheme)
  }

  /// Whether nothing between two right-to-left cells parts them.
  private static func goesOn(_ cells: ArraySlice<Cell>, from: Int, to: Int) -> Bool {
    let first = cells.startIndex
    let between = cells[(first + from + 1)..<(first + to)]
    guard between.allSatisfy({ $0.style.role == cells[first + from].style.role }),
      cells[first + to].style.role == cells[first + from].style.role
    else { return false }
    var wasBlank = false
    for cell in between {
      guard let grapheme = cell.grapheme else { continue }
      let isBlank = grapheme == " "
      if isBlank, wasBlank { return false }
      wasBlank = isBlank
      if grapheme.isLetter || (0x2500...0x28FF).contains(grapheme.unicodeScalars.first?.value ?? 0)
      {
        return false
      }
    }
    return true
  }

  /// The column whose grapheme fills a column.
  private static func owner(of column: Int, in cells: ArraySlice<Cell>) -> Int {
    cells[cells.startIndex + column].grapheme == nil ? max(0, column - 1) : column
  }
}
