import Canvas
import Model
import Query
import Text

extension TimelineOverlay {
  // What the bars on the screen are of, until there are others.
  private var shownStacking: TimelineRequest.Stacking? { answered?.stacking }
  private var shownMeasure: TimelineRequest.Measure { answered?.measure ?? .events }

  /// The lines below the bars that say what their signs stand for.
  func legend(width: Int) -> [[Span]] {
    guard let timeline else { return [] }
    return TimelineLegend.lines(
      TimelineLegend.entries(timeline, shownStacking, shownMeasure), width: width)
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    drawTitle(on: &frame)
    guard let timeline else { return frame }
    let legend = legend(width: size.width)
    let layout = TimelineLayout(size, legendLines: legend.count)
    guard let window else {
      if isCurrent { frame.put(Self.nothing(timeline), row: 2, column: 1, style: .caution) }
      return frame
    }
    drawBeside(timeline, on: &frame, row: layout.beside)
    // After a change of scale the old bars stand until there are new ones, over their own axis.
    let shown = timeline.unit == window.unit ? window : TimelineWindow(of: timeline, like: window)
    let bars = TimelineBars(timeline, shown, shownMeasure, height: layout.bars.count)
    draw(bars, on: &frame, layout, isOld: shown != window)
    drawAxis(shown, on: &frame, layout, isOld: shown != window)
    if let editor {
      draw(editor, on: &frame, row: layout.reading)
    } else {
      frame.put(
        reading(bars, width: size.width - 2), row: layout.reading, column: 1, style: .title)
    }
    for (row, line) in zip(layout.legend, legend) {
      var column = 1
      for span in line {
        column = frame.put(span.text, row: row, column: column, style: span.style)
      }
    }
    drawSpans(timeline, shown, on: &frame, layout)
    return frame
  }

  private static func nothing(_ timeline: Timeline) -> String {
    timeline.total == 0
      ? "no events" : "no event with a known beginning; \(timeline.undated) without a date"
  }

  // MARK: Above the bars

  private func drawTitle(on frame: inout Frame) {
    let width = frame.size.width
    var column = frame.put(" Timeline", row: 0, style: .focus)
    let sign = isCurrent ? "" : "counting…"
    let limit = width - (sign.isEmpty ? 0 : sign.count + 2)
    column = frame.put(" · \(words)", row: 0, column: column, limit: limit, style: .heading)
    var parts = [measure == .events ? "events" : measure.rawValue]
    if let window { parts[0] += " by \(window.unit.rawValue)" }
    if let stacking { parts.append("stacked by \(stacking.rawValue)") }
    if let timeline { parts.append("\(timeline.total) in all") }
    frame.put(
      "  " + parts.joined(separator: " · "), row: 0, column: column, limit: limit, style: .dim)
    frame.put(sign, row: 0, column: width - sign.count - 1, style: .caution)
  }

  private func drawBeside(_ timeline: Timeline, on frame: inout Frame, row: Int) {
    let inBars =
      timeline.total - timeline.before - timeline.after - timeline.wide - timeline.undated
    let parts = [
      timeline.before == 0 ? nil : "‹ \(timeline.before) before", "\(inBars) in the bars",
      timeline.wide == 0 ? nil : "\(timeline.wide) wider than a \(timeline.unit.rawValue)",
      timeline.undated == 0 ? nil : "\(timeline.undated) undated",
      timeline.after == 0 ? nil : "\(timeline.after) after ›",
    ].compactMap(\.self)
    frame.put(parts.joined(separator: "   "), row: row, column: 1, style: .dim)
  }

  // MARK: Bars and axis

  private func draw(
    _ bars: TimelineBars, on frame: inout Frame, _ layout: TimelineLayout, isOld: Bool
  ) {
    let top = layout.bars.lowerBound + bars.headroom
    put(bars.most, on: &frame, row: top)
    if bars.height >= 8, bars.most >= 4, bars.most % 2 == 0 {
      put(bars.most / 2, on: &frame, row: top + bars.height / 2)
    }
    let window = bars.window
    let gap = window.columns > 2 ? 1 : 0
    for bar in window.bars {
      guard let columns = window.columns(of: bar) else { continue }
      let isChosen = !isOld && isChosen(bar)
      for row in 0..<layout.bars.count {
        guard let cell = bars.cell(bar, row) else { continue }
        let style =
          isChosen && cell.style.role == bars.measure.style.role ? Style.focus : cell.style
        let start = layout.plot.lowerBound
        frame.fill(
          row: layout.bars.upperBound - 1 - row,
          columns: (start + columns.lowerBound)..<(start + columns.upperBound - gap),
          with: Character(cell.text), style: style)
      }
    }
  }

  private func put(_ value: Int, on frame: inout Frame, row: Int) {
    let text =
      value < 100_000
      ? "\(value)" : value < 100_000_000 ? "\(value / 1000)k" : "\(value / 1_000_000)m"
    frame.put(
      text, row: row, column: max(0, TimelineLayout.gutter - 1 - text.count), style: .dim)
  }

  private func isChosen(_ bar: Int) -> Bool {
    guard let span, let window else { return false }
    return span.days.overlaps(window.unit.days(of: bar..<(bar + 1)))
  }

  private func isApplied(_ bar: Int) -> Bool {
    guard let applied, let window else { return false }
    return applied.overlaps(window.unit.days(of: bar..<(bar + 1)))
  }

  private func drawAxis(
    _ window: TimelineWindow, on frame: inout Frame, _ layout: TimelineLayout, isOld: Bool
  ) {
    let start = layout.plot.lowerBound
    frame.put("0", row: layout.axis - 1, column: start - 2, style: .dim)
    frame.fill(row: layout.axis, columns: layout.plot, with: "─", style: .border)
    for tick in TimelineAxis(window).ticks {
      guard let columns = window.columns(of: tick.bar) else { continue }
      let column = start + columns.lowerBound
      frame.put("┬", row: layout.axis, column: column, style: .border)
      if column + tick.label.count <= frame.size.width {
        frame.put(tick.label, row: layout.labels, column: column, style: .date)
      }
    }
    guard !isOld else { return }
    for bar in window.bars {
      guard let columns = window.columns(of: bar) else { continue }
      let place = (start + columns.lowerBound)..<(start + columns.upperBound)
      if isApplied(bar) { frame.fill(row: layout.axis, columns: place, with: "═", style: .caution) }
      if isChosen(bar) {
        frame.fill(row: layout.axis, columns: place, with: "━", style: .focus)
        frame.mark(row: layout.axis, columns: place, .selected)
      }
      if bar == window.cursor {
        frame.put(
          "▲", row: layout.axis, column: place.lowerBound + (place.count - 1) / 2, style: .focus)
        frame.mark(row: layout.axis, columns: place, .selected)
      }
    }
  }

  // MARK: Below the bars

  private func draw(_ editor: LineEditor, on frame: inout Frame, row: Int) {
    let prompt = " Go to a date  "
    frame.put(prompt, row: row, style: .focus)
    let after = frame.put(editor.text, row: row, column: prompt.count)
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    frame.cursor = .init(row: row, column: min(prompt.count + before, frame.size.width - 1))
    frame.put(
      "2016, 2016-08, 8 Aug 2016, summer 2014", row: row, column: max(after + 3, 30), style: .dim)
  }

  /// What the bar under the cursor says, or all bars of the span that is being chosen.
  private func reading(_ bars: TimelineBars, width: Int) -> String {
    guard let window, let span else { return "" }
    guard current != nil else { return "\(span.words): counting" }
    let unit = window.unit
    let chosen = unit.number(of: span.days.first)...unit.number(of: span.days.last)
    let counted = bars.timeline.bars
    let sum = counted.filter(chosen.contains).compactMap(bars.sum).reduce(FigureSum(), +)
    let isPart = !counted.contains(chosen.lowerBound) || !counted.contains(chosen.upperBound)
    if isPart, anchor == nil { return "\(span.words): counting" }
    var text = "\(span.words): \(sum.words(bars.measure))" + (isPart ? " on the screen" : "")
    if anchor == nil, bars.measure == .events, shownStacking != nil, sum.events > 0 {
      let parts = bars.timeline.layers.compactMap { layer -> String? in
        let count = layer.sums[window.cursor - counted.lowerBound].events
        return count == 0 ? nil : "\(layer.part.name) \(count)"
      }
      text += " · " + parts.joined(separator: ", ")
    }
    let help = " · Enter narrows the list"
    return anchor == nil || Cells.width(text) + help.count > width ? text : text + help
  }

  private func drawSpans(
    _ timeline: Timeline, _ window: TimelineWindow, on frame: inout Frame, _ layout: TimelineLayout
  ) {
    guard !layout.spans.isEmpty, layout.spansTitle < frame.size.height else { return }
    let unit = timeline.unit.rawValue
    if timeline.wide == 0 {
      frame.put(
        "no event here is wider than a \(unit)", row: layout.spansTitle, column: 1, style: .dim)
      return
    }
    let first = timeline.firstSpan
    let which = "\(first + 1)–\(first + timeline.spans.count) of \(timeline.wide)"
    frame.put(
      "may lie in several, so in no bar: \(which)"
        + (timeline.wide > layout.spans.count ? " · j k" : ""),
      row: layout.spansTitle, column: 1, style: .heading)
    for (row, span) in zip(layout.spans, timeline.spans) {
      TimelineStrip(span: span, window: window).draw(on: &frame, row: row, plot: layout.plot)
    }
  }
}

extension Timeline.Layer.Part {
  /// In a list of parts.
  fileprivate var name: String {
    switch self {
    case .one(_, let name): name
    case .several: "several of these"
    case .others: "others"
    }
  }
}

extension TimelineWindow {
  /// The bars of an answer of another unit, on as many columns.
  fileprivate init(of timeline: Timeline, like other: TimelineWindow) {
    let step = Self.steps.lastIndex {
      $0.unit == timeline.unit && $0.columns * max(1, timeline.bars.count) <= other.width
    }
    self.init(
      step: step ?? Self.steps.firstIndex { $0.unit == timeline.unit } ?? 0, width: other.width,
      first: timeline.bars.lowerBound, cursor: timeline.bars.lowerBound)
  }
}
