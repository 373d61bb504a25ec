import Canvas
import Model
import Query
import Text

/// An event that lies in no single bar, as a line from its first possible day to its last: `├──┤ title`.
struct TimelineStrip {
  let span: Timeline.Span
  let window: TimelineWindow

  /// The columns of its possible days on the screen, from 0, and how each end looks: an arrow where it is
  /// open, dots where it goes on beyond the screen.
  private var line: (columns: Range<Int>, start: Character, end: Character) {
    let unit = window.unit
    let first = unit.number(of: span.days.first)
    let last = unit.number(of: span.days.last)
    let start = window.columns(of: first)?.lowerBound ?? 0
    let end = window.columns(of: last)?.upperBound ?? window.count * window.columns
    return (
      start..<max(end, start + 1),
      span.days.first == .distantPast ? "←" : first < window.first ? "┄" : "├",
      span.days.last == .distantFuture ? "→" : last >= window.bars.upperBound ? "┄" : "┤"
    )
  }

  /// Draws it on a row, with its date and title beside the line where there is room, else on it.
  func draw(on frame: inout Frame, row: Int, plot: Range<Int>) {
    let (columns, start, end) = line
    let first = plot.lowerBound + columns.lowerBound
    let last = plot.lowerBound + columns.upperBound - 1
    frame.fill(row: row, columns: first..<(last + 1), with: "─", style: .border)
    frame.put(String(start), row: row, column: first, style: .caution)
    if last > first { frame.put(String(end), row: row, column: last, style: .caution) }
    // What stands in lists is the first of several dates that sources give.
    let date =
      (span.row.date?.description ?? "")
      + (span.row.date?.span == span.days ? "" : " (dates differ)")
    let needed = Cells.width(date) + 1 + Cells.width(span.row.title)
    let (right, left) = (plot.upperBound - last - 2, first - 1)
    let inside = last - first - 5
    if right >= min(needed, 20), right >= min(needed, max(left, inside)) {
      put(date, on: &frame, row: row, column: last + 2, limit: plot.upperBound)
    } else if inside >= min(needed, 20), inside >= min(needed, left) {
      frame.put(" ", row: row, column: first + 2)
      let after = put(date, on: &frame, row: row, column: first + 3, limit: last - 2)
      frame.put(" ", row: row, column: after)
    } else {
      let room = min(needed, max(0, left - 1))
      put(date, on: &frame, row: row, column: first - 1 - room, limit: first - 1)
    }
  }

  @discardableResult
  private func put(
    _ date: String, on frame: inout Frame, row: Int, column: Int, limit: Int
  ) -> Int {
    let after = frame.put(date, row: row, column: column, limit: limit, style: .date)
    guard after + 1 < limit else { return after }
    frame.put(" ", row: row, column: after)
    return frame.put(span.row.title, row: row, column: after + 1, limit: limit)
  }
}
