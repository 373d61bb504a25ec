import Canvas
import Text

/// What may follow a first key, such as `g`: in the line at the foot where all of it fits, else in a
/// box over it.
extension ExplorerState {
  func drawPending(on frame: inout Frame) {
    let row = size.height - 1
    let prefix = pending.map(\.name).joined(separator: " ")
    let choices = keymap.continuations(of: pending, in: scope).map {
      (key: $0.key.name, word: $0.binding.help)
    }
    let line = choices.reduce(0) { $0 + Cells.width($1.key) + Cells.width($1.word) + 3 }
    let after = frame.put(" \(prefix)", row: row, style: .focus) + 2
    if after + line <= size.width {
      frame.put(hints: choices, row: row, column: after)
    } else {
      frame.put("and one of these keys; Esc ends it", row: row, column: after, style: .dim)
      drawBox(of: choices, on: &frame)
    }
  }

  /// Columns as wide as the longest choice, as many as fit, read downwards.
  private func drawBox(of choices: [(key: String, word: String)], on frame: inout Frame) {
    let keys = choices.map { Cells.width($0.key) }.max() ?? 1
    let words = choices.map { Cells.width($0.word) }.max() ?? 1
    let width = min(size.width - 1, keys + words + 5)
    let room = max(1, size.height - 3)
    let fitting = max(1, (size.width - 1) / width)
    let columns = min(fitting, max(1, (choices.count + 3) / 4))
    let rows = min(room, (choices.count + columns - 1) / columns)
    let top = size.height - 1 - rows
    frame.fill(row: top - 1, columns: 0..<size.width, with: "─", style: .border)
    for row in top..<(size.height - 1) { frame.fill(row: row, columns: 0..<size.width) }
    for (index, choice) in choices.prefix(rows * columns).enumerated() {
      let (row, column) = (top + index % rows, index / rows * width)
      frame.put(choice.key, row: row, column: column + 2, style: .key)
      frame.put(
        choice.word, row: row, column: column + keys + 4, limit: min(size.width, column + width))
    }
  }
}
