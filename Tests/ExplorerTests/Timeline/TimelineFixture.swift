import Model
import Query

@testable import Explorer

/// A timeline answered from a handful of made-up events, by looking at each.
enum TimelineFixture {
  struct Made {
    var title: String
    var date: String?
    var kind: String
    var killed: ClosedRange<Int>?
    /// Whether there may be more killed.
    var isOpen = false
  }

  static let events: [Made] =
    (1...12).map { Made(title: "Attack \($0)", date: "2016-08-08", kind: "attack", killed: 2...2) }
    + (1...5).map { Made(title: "Raid \($0)", date: "2016-10-0\($0)", kind: "raid", killed: nil) }
    + [
      Made(title: "Siege of Souburg", date: "2016-08/2016-11", kind: "siege", killed: 3...9),
      Made(title: "Talks in Norburg", date: "2016", kind: "talks"),
      Made(title: "A feud", date: "../2017-02", kind: "feud"),
      Made(title: "Occupation", date: "2017-01/..", kind: "siege"),
      Made(title: "Bombing", date: "2017-01-03", kind: "attack", killed: 70...70, isOpen: true),
      Made(title: "Bombing", date: "2017-01-09", kind: "attack", killed: 10...25),
      Made(title: "Of old", date: "1999-03-03", kind: "raid"),
      Made(title: "Talk of unknown date", date: nil, kind: "talks"),
    ]

  static func answer(_ request: TimelineRequest) -> Timeline {
    var timeline = Timeline(unit: request.unit, bars: request.bars)
    let kinds = ["attack", "raid"]
    let none = Array(repeating: FigureSum(), count: request.bars.count)
    var layers = kinds.map { Timeline.Layer(.one(key: $0, name: $0), sums: none) }
    layers.append(Timeline.Layer(.others, sums: none))
    var spans: [Timeline.Span] = []
    for (index, event) in events.enumerated() {
      guard let date = event.date.flatMap({ try? ExtendedDate(reading: $0) }) else {
        timeline.undated += 1
        continue
      }
      if request.expression != .everything, event.kind != "raid" { continue }
      let days = date.span
      if let bar = request.bars.first(where: { request.unit.days(of: $0..<($0 + 1)).contains(days) }
      ) {
        let layer = request.stacking == nil ? 2 : kinds.firstIndex(of: event.kind) ?? 2
        let place = bar - request.bars.lowerBound
        layers[layer].sums[place] = layers[layer].sums[place] + event.sum
        layers[layer].having += 1
      } else if !request.bars.isEmpty, request.days.overlaps(days) {
        let row = Fixture.row(.event, RecordID("made-\(index)"), event.title, event.date)
        spans.append(Timeline.Span(row, days: days))
      } else if days.last < request.unit.firstDay(of: request.bars.lowerBound) {
        timeline.before += 1
      } else {
        timeline.after += 1
      }
    }
    timeline.layers = layers.filter { layer in layer.sums.contains { $0.events > 0 } }
    timeline.wide = spans.count
    timeline.spans = Array(spans[request.wide.clamped(to: spans.indices)])
    timeline.firstSpan = request.wide.clamped(to: spans.indices).lowerBound
    timeline.extent = DayRange(
      first: DayNumber(year: 1999, month: 3, day: 3)!,
      last: DayNumber(year: 2017, month: 1, day: 9)!)
    return timeline
  }
}

extension TimelineFixture.Made {
  fileprivate var sum: FigureSum {
    guard let killed else { return FigureSum(events: 1) }
    return FigureSum(
      events: 1, known: 1, low: killed.lowerBound, high: killed.upperBound, open: isOpen ? 1 : 0)
  }
}
