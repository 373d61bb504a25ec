import Canvas
import Text

extension NetworkLayout {
  /// Draws it; `tops` are the first rows of each side that are shown.
  func view(tops: [Int], cursor: Int) -> Frame {
    var frame = Frame(size)
    for (side, top) in zip(sides, tops) {
      draw(side, from: top, on: &frame)
      let rows = side.column.rows(of: cursor)
      for row in rows where row >= top && row - top < size.height {
        let columns =
          side.isLeft ? side.columns.dropLast() : side.columns.dropFirst()
        frame.mark(row: row - top, columns: columns, .selected)
      }
    }
    if let box { draw(box, on: &frame) }
    return frame
  }

  private func draw(_ box: Box, on frame: inout Frame) {
    let inner = box.columns.count - 2
    let first = box.columns.lowerBound
    for row in box.rows {
      let line = row - box.rows.lowerBound - 1
      let edge = line < 0 || line == box.lines.count
      if edge {
        let bar = String(repeating: "─", count: inner)
        let text = line < 0 ? "┌\(bar)┐" : "└\(bar)┘"
        frame.put(text, row: row, column: first, style: .border)
      } else {
        frame.put("│", row: row, column: first, style: .border)
        let isKind = line == box.lines.count - 1 && line > 0
        frame.put(box.lines[line], row: row, column: first + 2, style: isKind ? .dim : .title)
        frame.put("│", row: row, column: first + inner + 1, style: .border)
      }
    }
    for side in sides where !side.column.rows.isEmpty {
      let at = side.isLeft ? first - 2 : box.columns.upperBound
      frame.put("──", row: box.middle, column: at, style: .border)
      frame.put(
        side.isLeft ? "┤" : "├", row: box.middle,
        column: side.isLeft ? first : box.columns.upperBound - 1, style: .border)
    }
  }

  private func draw(_ side: Side, from top: Int, on frame: inout Frame) {
    let shown = side.column.rows.dropFirst(top).prefix(size.height)
    drawTrunk(of: side, from: top, on: &frame)
    for (row, line) in zip(0..<size.height, shown) {
      var pen = Pen(side: side, row: row)
      pen.draw(line, on: &frame)
    }
  }

  private func drawTrunk(of side: Side, from top: Int, on frame: inout Frame) {
    let rows = side.column.rows
    guard let first = rows.firstIndex(where: \.isFirst), let last = rows.lastIndex(where: \.isFirst)
    else { return }
    let middle = box?.middle
    let start = min(first - top, middle ?? .max)
    let end = max(last - top, middle ?? .min)
    for row in max(0, start)..<max(0, start, min(end + 1, size.height)) {
      let index = row + top
      let hasEdge = rows.indices.contains(index) && rows[index].isFirst
      let isMiddle = row == middle
      let up = row > start
      let down = row < end
      let outwards = side.isLeft ? isMiddle : hasEdge
      let inwards = side.isLeft ? hasEdge : isMiddle
      frame.put(
        String(Self.joint(up: up, down: down, left: inwards, right: outwards)), row: row,
        column: side.trunk, style: .border)
    }
  }

  private static func joint(up: Bool, down: Bool, left: Bool, right: Bool) -> Character {
    switch (up, down, left, right) {
    case (true, true, true, true): "┼"
    case (true, true, true, false): "┤"
    case (true, true, false, true): "├"
    case (true, true, false, false): "│"
    case (false, true, true, true): "┬"
    case (true, false, true, true): "┴"
    case (false, true, false, true): "┌"
    case (true, false, false, true): "└"
    case (false, true, true, false): "┐"
    case (true, false, true, false): "┘"
    case (false, true, false, false), (true, false, false, false): "│"
    default: "─"
    }
  }
}

/// Draws a row of one side from its trunk outwards, to the right or mirrored to the left.
private struct Pen {
  let side: NetworkLayout.Side
  let row: Int

  private var column: NetworkColumn { side.column }

  mutating func draw(_ line: NetworkColumn.Row, on frame: inout Frame) {
    if !line.heading.isEmpty {
      // A heading stands over the edges, beside the trunk.
      let room = max(0, side.columns.count - 2)
      put(Cells.clipped(line.heading, to: room), at: 2, width: room, .heading, on: &frame)
      return
    }
    let labels = column.labelWidth
    let end = 5 + labels
    if line.isFirst {
      let stroke: Character = line.isDoubtful ? "╌" : "─"
      put(line.pointsIn ? "◀" : stroke, at: 1, on: &frame)
      put(stroke, at: 2, on: &frame)
      for at in (4 + Cells.width(line.label) + 1)..<max(end, 4 + Cells.width(line.label) + 1) {
        put(stroke, at: at, on: &frame)
      }
      put(stroke, at: end, on: &frame)
      put(line.pointsOut ? "▶" : stroke, at: end + 1, on: &frame)
    }
    put(line.joint, at: end + 2, on: &frame)
    put(line.label, at: 4, width: labels, line.isDoubtful ? .caution : .plain, on: &frame)
    let name = end + 4
    put(line.name, at: name, width: column.nameWidth, line.isRecord ? .link : .plain, on: &frame)
    guard column.beyondWidth > 0, !line.beyond.isEmpty else { return }
    if !line.name.isEmpty { put("─", at: name + column.nameWidth + 1, on: &frame) }
    put(
      line.beyond, at: name + column.nameWidth + 3, width: column.beyondWidth, .dim, on: &frame)
  }

  /// One cell so many cells from the trunk.
  private func put(_ character: Character, at offset: Int, on frame: inout Frame) {
    guard character != " " else { return }
    frame.put(
      String(side.isLeft ? Self.mirrored(character) : character), row: row,
      column: side.isLeft ? side.trunk - offset : side.trunk + offset, style: .border)
  }

  /// A text whose cell next to the trunk is so far from it; mirrored, it ends there.
  private func put(
    _ text: String, at offset: Int, width: Int, _ style: Style, on frame: inout Frame
  ) {
    let start =
      side.isLeft ? side.trunk - offset - Cells.width(text) + 1 : side.trunk + offset
    frame.put(text, row: row, column: start, limit: side.columns.upperBound, style: style)
  }

  private static func mirrored(_ character: Character) -> Character {
    switch character {
    case "◀": "▶"
    case "▶": "◀"
    case "┤": "├"
    case "┘": "└"
    default: character
    }
  }
}
