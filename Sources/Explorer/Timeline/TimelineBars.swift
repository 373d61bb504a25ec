import Canvas
import Model
import Query

/// Bars of block characters over several rows, drawn from what an answer tells.
struct TimelineBars {
  let timeline: Timeline
  let window: TimelineWindow
  let measure: TimelineRequest.Measure
  /// How many rows the highest bar takes.
  let height: Int
  /// How many rows stay free above it, for the signs that there may be more.
  let headroom: Int
  private let sums: [FigureSum]
  /// What the highest bar on the screen stands for.
  let most: Int

  /// Between the least and the most that the figures of a bar allow.
  static let upTo = "┊"
  private static let eighths = Array("▁▂▃▄▅▆▇█")

  init(
    _ timeline: Timeline, _ window: TimelineWindow, _ measure: TimelineRequest.Measure, height: Int
  ) {
    self.timeline = timeline
    self.window = window
    self.measure = measure
    let sums = timeline.sums
    self.sums = sums
    let shown = window.bars.clamped(to: timeline.bars)
      .map { sums[$0 - timeline.bars.lowerBound] }
    most = shown.map { $0.most(measure) }.max() ?? 0
    let isOpen = measure != .events && shown.contains { $0.open > 0 }
    headroom = isOpen && height > 1 ? 1 : 0
    self.height = max(1, height - headroom)
  }

  /// What a bar stands for; nil where no answer tells.
  func sum(_ bar: Int) -> FigureSum? {
    timeline.bars.contains(bar) ? sums[bar - timeline.bars.lowerBound] : nil
  }

  /// The cell of a bar in a row, from 0 at the foot; nil for none.
  func cell(_ bar: Int, _ row: Int) -> (text: String, style: Style)? {
    guard let sum = sum(bar) else { return row == 0 ? ("·", .dim) : nil }
    if measure != .events, sum.known == 0 {
      return row == 0 && sum.events > 0 ? ("?", .caution) : nil
    }
    guard most > 0 else { return nil }
    if timeline.layers.count > 1 || timeline.layers.first?.part != .others {
      return layered(bar, row, sum)
    }
    let all = eighths(sum.least(measure))
    let eighths = min(8, all - 8 * row)
    if eighths > 0 { return (String(Self.eighths[eighths - 1]), measure.style) }
    return upTo(sum, row, above: (all + 7) / 8)
  }

  /// Eighths of cells, 0 for nothing; anything at all has one.
  private func eighths(_ value: Int) -> Int {
    value == 0 || most == 0 ? 0 : max(1, (value * 8 * height + most / 2) / most)
  }

  /// How many cells have their middle below a value; anything at all has one.
  private func cells(_ value: Int) -> Int {
    value == 0 || most == 0 ? 0 : max(1, (2 * height * value + most - 1) / (2 * most))
  }

  private func upTo(_ sum: FigureSum, _ row: Int, above least: Int) -> (text: String, style: Style)?
  {
    guard measure != .events else { return nil }
    let cells = max(least, cells(sum.most(measure)))
    if row < cells { return (Self.upTo, measure.style) }
    return sum.open > 0 && row == cells ? ("+", .dim) : nil
  }

  /// The layer that has the middle of the cell; at the foot of what is less than that, the largest.
  private func layered(_ bar: Int, _ row: Int, _ sum: FigureSum) -> (text: String, style: Style)? {
    let place = bar - timeline.bars.lowerBound
    let middle = (2 * row + 1) * most
    var below = 0
    var (largest, at) = (0, 0)
    for (index, layer) in timeline.layers.enumerated() {
      let part = layer.sums[place].least(measure)
      below += part
      if middle < 2 * height * below { return TimelineLegend.sign(timeline.layers, index) }
      if part > largest { (largest, at) = (part, index) }
    }
    if row == 0, largest > 0 { return TimelineLegend.sign(timeline.layers, at) }
    return upTo(sum, row, above: cells(below))
  }
}

extension FigureSum {
  /// What a bar surely has.
  func least(_ measure: TimelineRequest.Measure) -> Int { measure == .events ? events : low }

  /// What a bar may have.
  func most(_ measure: TimelineRequest.Measure) -> Int {
    measure == .events ? events : max(low, high)
  }

  /// In words: `12 events`, `1 event, 7 to 9 killed`, with what is not known.
  func words(_ measure: TimelineRequest.Measure) -> String {
    let count = events == 1 ? "1 event" : "\(events) events"
    guard measure != .events, events > 0 else { return count }
    guard known > 0 else { return "\(count), none with a figure of \(measure.rawValue)" }
    var figure = low == high ? "\(low)" : "\(low) to \(high)"
    if open > 0 {
      figure = "at least \(low)" + (high > low ? ", \(high) or more by the highest figures" : "")
    }
    let missing = unknown == 0 ? "" : "; \(unknown) without a figure"
    return "\(count), \(figure) \(measure.rawValue)\(missing)"
  }
}

extension TimelineRequest.Measure {
  var style: Style { self == .events ? .date : .figure }
}
