import Canvas
import Model
import Query
import Text

/// What the signs of a timeline stand for, with counts.
enum TimelineLegend {
  /// The fillings of the kinds or groups with most of what is measured, the roles that go with them.
  private static let signs: [(text: String, style: Style)] = [
    ("█", .date), ("▓", .citation), ("▒", .figure), ("░", .plain), ("▞", .key),
  ]

  /// How a layer is drawn: told apart by its filling, and by its role where there are colours.
  static func sign(_ layers: [Timeline.Layer], _ index: Int) -> (text: String, style: Style) {
    switch layers[index].part {
    case .one: index < signs.count ? signs[index] : (":", .plain)
    case .several: ("╬", .plain)
    case .others: (":", .dim)
    }
  }

  /// Its entries, each the sign and what it says.
  static func entries(
    _ timeline: Timeline, _ stacking: TimelineRequest.Stacking?, _ measure: TimelineRequest.Measure
  ) -> [[Span]] {
    var entries: [[Span]] = []
    if let stacking {
      for (index, layer) in timeline.layers.enumerated() {
        let sign = sign(timeline.layers, index)
        let all = layer.sums.reduce(FigureSum(), +)
        entries.append([
          Span(sign.text + " ", sign.style), Span(name(layer, stacking) + " "),
          Span(count(layer, all, measure), .dim),
        ])
      }
    }
    if measure != .events {
      let all = timeline.sums.reduce(FigureSum(), +)
      if all.high > all.low {
        entries.append([
          Span(TimelineBars.upTo + " ", measure.style), Span("up to the highest figures"),
        ])
      }
      if all.open > 0 {
        entries.append([Span("+ ", .dim), Span("or more"), Span(" \(all.open)", .dim)])
      }
      if all.unknown > 0 {
        // First, so that it is never what there is no room for.
        entries.insert(
          [
            Span("? ", .caution),
            Span("\(all.unknown) of \(all.events) without a figure", .caution),
          ],
          at: 0)
      }
    }
    return entries
  }

  private static func name(
    _ layer: Timeline.Layer, _ stacking: TimelineRequest.Stacking
  ) -> String {
    switch layer.part {
    case .one(_, let name): Cells.clipped(name, to: 28)
    case .several: "several of these"
    case .others: stacking == .kind ? "other kinds" : "none of these"
    }
  }

  /// `12`, or `12 alone, 40 in all` where others share the rest; of figures the least, `?` where none is known, and
  /// `+` where there may be more.
  private static func count(
    _ layer: Timeline.Layer, _ all: FigureSum, _ measure: TimelineRequest.Measure
  ) -> String {
    guard measure == .events else {
      if all.events == 0 { return "none alone" }
      if all.known == 0 { return "?" }
      return all.low == all.high && all.open == 0 && all.unknown == 0
        ? "\(all.low)" : "\(all.low)+"
    }
    return layer.having > all.events
      ? "\(all.events) alone, \(layer.having) in all" : "\(all.events)"
  }

  /// Entries on as many lines as they take, at most three; the last says how many did not fit.
  static func lines(_ entries: [[Span]], width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    var line: [Span] = []
    var used = 1
    for (index, entry) in entries.enumerated() {
      let needed = entry.reduce(0) { $0 + Cells.width($1.text) }
      if !line.isEmpty, used + 3 + needed > width - 1 {
        if lines.count == 2 {
          line.append(Span(" +\(entries.count - index)", .dim))
          return lines + [line]
        }
        lines.append(line)
        (line, used) = ([], 1)
      }
      if !line.isEmpty { line.append(Span("   ")) }
      used += (line.isEmpty ? 0 : 3) + needed
      line += entry
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
