import Text

/// A screen, or a part of one, as a value: rows of styled cells.
///
/// Everything that is put outside its bounds is cut off, so a view need not measure twice. Text is
/// made harmless on its way in (`Harmless.line`): a frame holds no control character, whatever the
/// data held. A wide grapheme takes two cells, the second one empty; what covers one half of it
/// turns the other half into a blank.
public struct Frame: Equatable, Sendable {
  /// Columns and rows.
  public let size: Size
  private var cells: [Cell]

  /// Where the terminal's cursor stands, for a line that is being typed; nil hides it.
  public var cursor: Position?

  /// A place on a frame; both count from 0.
  public struct Position: Hashable, Sendable {
    /// From the top, from 0.
    public var row: Int
    /// Where the offending text begins, from 1, in characters.
    public var column: Int
    /// Row and column, from 0.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// A frame of blanks.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The cells of one row, from left to right. `row` must be inside the frame.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[(row * size.width)..<((row + 1) * size.width)]
  }

  /// The cell at a place inside the frame.
  public subscript(row row: Int, column column: Int) -> Cell {
    cells[row * size.width + column]
  }

  /// Writes one line of text from `column` on and returns the column after it.
  ///
  /// - Parameter limit: the first column that must stay untouched; the frame's width if nil. A
  ///   text that does not fit ends in `…`.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int = 0, limit: Int? = nil, style: Style = .plain
  ) -> Int {
    let end = min(limit ?? size.width, size.width)
    guard row >= 0, row < size.height, column < end, column >= 0 else { return column }
    var at = column
    for grapheme in Cells.clipped(Harmless.line(text), to: end - column) {
      let width = Cells.width(grapheme)
      if width == 0 { continue }
      guard at + width <= end else { break }
      set(Cell(grapheme, style: style), row: row, column: at)
      if width == 2 { set(Cell(nil, style: style), row: row, column: at + 1) }
      at += width
    }
    return at
  }

  /// Fills a part of a row with one grapheme of width 1.
  public mutating func fill(
    row: Int, columns: Range<Int>, with grapheme: Character = " ", style: Style = .plain
  ) {
    guard row >= 0, row < size.height else { return }
    for column in columns.clamped(to: 0..<size.width) {
      set(Cell(grapheme, style: style), row: row, column: column)
    }
  }

  /// Draws a line of cells down a column.
  public mutating func fill(
    column: Int, rows: Range<Int>, with grapheme: Character, style: Style
  ) {
    for row in rows { fill(row: row, columns: column..<(column + 1), with: grapheme, style: style) }
  }

  /// Lays marks over the cells of a row, keeping text and roles.
  public mutating func mark(row: Int, columns: Range<Int>? = nil, _ marks: Style.Marks) {
    guard row >= 0, row < size.height else { return }
    for column in (columns ?? 0..<size.width).clamped(to: 0..<size.width) {
      cells[row * size.width + column].style.marks.formUnion(marks)
    }
  }

  /// Copies another frame onto this one, its upper left corner at `position`.
  public mutating func put(_ other: Frame, at position: Position) {
    for row in 0..<other.size.height where position.row + row < size.height {
      for column in 0..<other.size.width where position.column + column < size.width {
        set(
          other[row: row, column: column],
          row: position.row + row, column: position.column + column)
      }
    }
    if let inner = other.cursor {
      cursor = Position(row: position.row + inner.row, column: position.column + inner.column)
    }
  }

  /// The text of a row with its trailing blanks.
  public func text(row: Int) -> String {
    String(self.row(row).compactMap(\.grapheme))
  }

  /// The text of the frame, one line a row, without trailing blanks.
  public var text: String {
    (0..<size.height).map { index in
      var line = Substring(text(row: index))
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  private mutating func set(_ cell: Cell, row: Int, column: Int) {
    guard row >= 0, row < size.height, column >= 0, column < size.width else { return }
    let index = row * size.width + column
    if cells[index].grapheme == nil, cell.grapheme != nil, column > 0 {
      cells[index - 1].grapheme = " "
    }
    if column + 1 < size.width, cells[index + 1].grapheme == nil {
      cells[index + 1].grapheme = " "
    }
    cells[index] = cell
  }
}
