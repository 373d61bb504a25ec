import Canvas
import Model
import Text

/// How many events lie in each month, quarter, year or more, as one line of bars between the first
/// and the last year; what certainly lies in no single bar is counted at its end.
struct MonthLine: Equatable {
  let counts: MonthCounts

  private static let heights = Array("▁▂▃▄▅▆▇█")

  func view(width: Int) -> Frame {
    var frame = Frame(Size(width: width, height: 1))
    let bars = MonthBars(counts, room: max(4, width - 14))
    guard let first = bars.first, let last = bars.last else {
      frame.put(beside(bars, isLong: true), row: 0, column: 1, limit: width, style: .dim)
      return frame
    }
    var (start, end) = labels(first, last)
    if bars.earlier > 0 { start = "\(bars.earlier) before \(start)" }
    let aside = beside(bars, isLong: width >= 60)
    let taken = start.count + end.count + (aside.isEmpty ? 0 : Cells.width(aside) + 2) + 4
    guard width - taken >= 4 else {
      frame.put("\(start)–\(end)", row: 0, column: 1, limit: width, style: .dim)
      return frame
    }
    return draw(MonthBars(counts, room: width - taken), start, end, isLong: width >= 60, on: frame)
  }

  private func draw(
    _ bars: MonthBars, _ start: String, _ end: String, isLong: Bool, on blank: Frame
  ) -> Frame {
    var frame = blank
    frame.put(start, row: 0, column: 1, style: .dim)
    var column = start.count + 2
    for height in bars.heights {
      let glyph = height == 0 ? " " : String(Self.heights[height - 1])
      for _ in 0..<bars.columns { column = frame.put(glyph, row: 0, column: column, style: .date) }
    }
    if !end.isEmpty { column = frame.put(end, row: 0, column: column + 1, style: .dim) }
    frame.put(
      beside(bars, isLong: isLong), row: 0, column: column + 2, limit: frame.size.width, style: .dim
    )
    return frame
  }

  /// What the bars do not show.
  private func beside(_ bars: MonthBars, isLong: Bool) -> String {
    let unit = bars.showsYears ? "year" : "month"
    let parts = [
      bars.wider == 0 ? nil : "\(bars.wider) wider" + (isLong ? " than a \(unit)" : ""),
      counts.undated == 0 ? nil : "\(counts.undated) undated",
    ].compactMap(\.self)
    if !isLong, parts.count == 2 { return "+ \(bars.wider + counts.undated)" }
    return parts.isEmpty ? "" : "+ " + parts.joined(separator: ", ")
  }

  /// The years of the first and the last bar, or their months where all is in one year.
  private func labels(_ first: CalendarMonth, _ last: CalendarMonth) -> (String, String) {
    guard first.year == last.year else { return ("\(first.year)", "\(last.year)") }
    return (first.description, first == last ? "" : last.description)
  }
}
