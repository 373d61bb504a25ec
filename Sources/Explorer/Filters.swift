import Canvas
import Query
import Text

/// A condition that narrows the events; it shows as a chip over them.
struct Filter: Equatable, Sendable {
  /// Where it was set. Of what is typed there may be many; of every other origin the newest stands.
  enum Origin: String, Sendable {
    case typed, timeline, map, review
  }

  var origin: Origin
  /// What the chip says.
  var words: String
  var expression: QueryExpression
}

extension ExplorerState {
  /// Narrows the events further; one of the same origin gives way unless both were typed.
  mutating func add(_ filter: Filter) -> [Effect] {
    var filters = panes.events.filters
    if filter.origin != .typed { filters.removeAll { $0.origin == filter.origin } }
    guard !filters.contains(filter) else { return [] }
    return narrow(by: filters + [filter])
  }

  /// Lifts the filters of an origin.
  mutating func removeFilters(of origin: Filter.Origin) -> [Effect] {
    narrow(by: panes.events.filters.filter { $0.origin != origin })
  }

  /// Lifts the filter that was set last: that of the first pane where it is in focus and has one.
  mutating func removeLastFilter() -> [Effect] {
    if focus == .index, let last = panes.index.filters.last {
      notice = .init(text: "lifted: \(last.words)")
      return narrowIndex(by: panes.index.filters.dropLast())
    }
    if let last = panes.events.filters.last { notice = .init(text: "lifted: \(last.words)") }
    return narrow(by: panes.events.filters.dropLast())
  }

  /// Whether Esc lifts a filter here.
  var hasFiltersToLift: Bool {
    switch focus {
    case .index: !panes.index.filters.isEmpty || !panes.events.filters.isEmpty
    case .events: !panes.events.filters.isEmpty
    case .record, .reader: false
    }
  }

  /// Lifts all filters of the events.
  mutating func removeFilters() -> [Effect] {
    let count = panes.events.filters.count
    notice = .init(text: count == 1 ? "lifted the filter" : "lifted \(count) filters")
    return narrow(by: [])
  }

  private mutating func narrow(by filters: [Filter]) -> [Effect] {
    panes.events.narrow(by: filters)
    return []
  }

  /// Narrows the list in the first pane; its cursor goes to the row for all, and the events with it.
  mutating func narrowIndex(by filters: [Filter]) -> [Effect] {
    panes.index.narrow(by: filters)
    return restrictEvents()
  }
}

extension Frame {
  /// Draws filters as chips on a row; those that do not fit are counted.
  mutating func put(chips filters: [Filter], row: Int) {
    var column = 1
    for (index, filter) in filters.enumerated() {
      let left = filters.count - index
      let more = left > 1 ? " +\(left - 1)".count : 0
      let room = size.width - column - more
      guard room >= 6 else {
        put("+\(left)", row: row, column: column, style: .dim)
        return
      }
      let words = Cells.clipped(filter.words, to: min(room - 3, max(12, size.width / 2)))
      column = put("[\(words)]", row: row, column: column, style: .key) + 1
    }
  }
}
