import Canvas

/// The panes, from left to right.
enum Pane: Int, CaseIterable, Hashable, Sendable {
  case index, events, record, reader
}

/// Where each pane stands on a screen: one header, the panes side by side, one line at the foot.
struct Layout: Equatable {
  /// From this width on, three panes stand side by side.
  static let threePanes = 110
  /// Where the reader is open, three need this much: a text wants room.
  static let threePanesWithReader = 150
  /// Below this width, one pane at a time.
  static let twoPanes = 56
  static let smallest = Size(width: 24, height: 6)

  /// The columns of the panes that are shown; between two of them one column is left for a line.
  private(set) var columns: [(pane: Pane, range: Range<Int>)] = []
  /// The rows of every pane, its title line included.
  let rows: Range<Int>

  /// Without events to list, records and texts take the room of their pane.
  init(_ size: Size, focus: Pane, hasReader: Bool, hasEvents: Bool = true, isZoomed: Bool) {
    rows = 1..<max(1, size.height - 1)
    let isReading = hasReader && (focus == .record || focus == .reader)
    let three = isReading ? Self.threePanesWithReader : Self.threePanes
    let count = isZoomed || size.width < Self.twoPanes ? 1 : size.width < three ? 2 : 3
    let shown = Self.shown(count, focus: focus, hasReader: hasReader, hasEvents: hasEvents)
    let weights = shown.map(Self.weight)
    let total = weights.reduce(0, +)
    let room = size.width - (shown.count - 1)
    var at = 0
    for (index, pane) in shown.enumerated() {
      let isLast = index == shown.count - 1
      let width = isLast ? size.width - at : room * weights[index] / total
      columns.append((pane, at..<(at + width)))
      at += width + 1
    }
  }

  static func == (one: Layout, other: Layout) -> Bool {
    one.rows == other.rows && one.columns.map(\.pane) == other.columns.map(\.pane)
      && one.columns.map(\.range) == other.columns.map(\.range)
  }

  /// A window over the row of panes that holds the one in focus, and what leads to it.
  private static func shown(
    _ count: Int, focus: Pane, hasReader: Bool, hasEvents: Bool
  ) -> [Pane] {
    if count == 1 { return [focus] }
    var all: [Pane] = hasReader ? [.index, .events, .record, .reader] : [.index, .events, .record]
    let wanted: Int
    switch focus {
    case .index: wanted = 0
    case .events: wanted = count == 3 ? 0 : 1
    case .record, .reader:
      if !hasEvents { all.removeAll { $0 == .events } }
      wanted = max(0, all.count - count)
    }
    return Array(all[wanted..<min(wanted + count, all.count)])
  }

  private static func weight(_ pane: Pane) -> Int {
    switch pane {
    case .index: 28
    case .events: 40
    case .record: 42
    case .reader: 46
    }
  }

  /// The size of a pane below its title line; that of the whole screen where it is not shown.
  func body(of pane: Pane) -> Size {
    let range = columns.first { $0.pane == pane }?.range ?? columns[0].range
    return Size(width: range.count, height: rows.count - 1)
  }
}
