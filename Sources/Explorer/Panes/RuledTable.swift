import Canvas
import Text

/// A table with lines between its columns and rows. Cells wrap; each of their lines may belong to an item.
struct RuledTable {
  /// What stands in a cell, wrapped to its column already.
  struct Cell {
    var lines: [(spans: [Span], item: Int?)] = []
  }

  /// The cells that a column's text may take.
  let widths: [Int]
  private(set) var lines: [PageLine] = []

  init(widths: [Int]) { self.widths = widths }

  /// Adds a row; `joinsAbove` leaves the first column free of the line over it, as its cell goes on.
  mutating func add(_ cells: [Cell], joinsAbove: Bool = false) {
    if !lines.isEmpty { rule(joinsAbove: joinsAbove) }
    let height = cells.map(\.lines.count).max() ?? 0
    for index in 0..<max(1, height) {
      var line = PageLine(spans: [Span(" ")], item: nil)
      var column = 1
      for (number, width) in widths.enumerated() {
        let cell = number < cells.count ? cells[number] : Cell()
        let text = index < cell.lines.count ? cell.lines[index] : (spans: [], item: nil)
        let used = text.spans.reduce(0) { $0 + Cells.width($1.text) }
        line.spans += text.spans + [Span(String(repeating: " ", count: max(0, width - used)))]
        if let item = text.item {
          line.cells.append(PageCell(item: item, columns: column..<(column + width)))
        }
        column += width
        if number < widths.count - 1 { line.spans.append(Span(" │ ", .border)) }
        column += 3
      }
      lines.append(line)
    }
  }

  private mutating func rule(joinsAbove: Bool) {
    var text = " "
    for (number, width) in widths.enumerated() {
      let isFree = joinsAbove && number == 0
      text += String(repeating: isFree ? " " : "─", count: width)
      if number < widths.count - 1 { text += isFree ? " ├─" : "─┼─" }
    }
    lines.append(PageLine(spans: [Span(text, .border)], item: nil))
  }
}
