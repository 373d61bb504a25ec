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

  /// Whether the last row has but two cells.
  private var lastSpans = false

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - joinsAbove: leaves the first column free of the line over it, as its cell goes on.
  ///   - spansRest: the second cell takes all columns but the first.
  mutating func add(_ cells: [Cell], joinsAbove: Bool = false, spansRest: Bool = false) {
    if !lines.isEmpty { rule(joinsAbove: joinsAbove, isOverSpan: spansRest) }
    lastSpans = spansRest
    let rest = self.widths.dropFirst()
    let widths =
      spansRest ? [self.widths[0], rest.reduce(0, +) + 3 * (rest.count - 1)] : self.widths
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

  private mutating func rule(joinsAbove: Bool, isOverSpan: Bool) {
    var text = " "
    for (number, width) in widths.enumerated() {
      let isFree = joinsAbove && number == 0
      text += String(repeating: isFree ? " " : "─", count: width)
      guard number < widths.count - 1 else { break }
      switch (lastSpans && number > 0, isOverSpan && number > 0) {
      case (true, true): text += "───"
      case (true, false): text += "─┬─"
      case (false, true): text += "─┴─"
      case (false, false): text += isFree ? " ├─" : "─┼─"
      }
    }
    lines.append(PageLine(spans: [Span(text, .border)], item: nil))
  }
}
