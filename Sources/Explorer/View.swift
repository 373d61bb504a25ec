public import Canvas
import Model
import Query
import Text

/// The explorer on a screen of its size.
public func view(_ state: ExplorerState) -> Frame {
  var frame = Frame(state.size)
  guard state.size.width >= Layout.smallest.width, state.size.height >= Layout.smallest.height
  else {
    frame.put("adduce needs 24x6", row: 0)
    return frame
  }
  state.drawHeader(on: &frame)
  let layout = state.layout
  for (index, column) in layout.columns.enumerated() {
    state.draw(column.pane, at: column.range, of: layout, on: &frame)
    if index > 0 {
      frame.fill(
        column: column.range.lowerBound - 1, rows: layout.rows, with: "│", style: .border)
    }
  }
  state.drawOverlays(on: &frame)
  state.drawHints(on: &frame)
  state.drawFoot(on: &frame)
  return frame
}

extension ExplorerState {
  fileprivate func drawHeader(on frame: inout Frame) {
    frame.fill(row: 0, columns: 0..<size.width, style: .bar)
    var after = frame.put(" adduce ", row: 0, style: .bar)
    if let asOf {
      // Where the screen is narrow the day comes before the name.
      let column = after + asOf.chip.count > size.width ? 0 : after
      after = frame.put(asOf.chip, row: 0, column: column, style: .focus)
    }
    guard let overview else { return }
    let counts = [RecordKind.group, .event, .person, .place, .source]
      .compactMap { kind in overview.counts[kind].map { "\($0) \(kind.plural)" } }
      .joined(separator: " · ")
    let start = size.width - counts.count - 1
    let room = start > after + Cells.width(overview.title) + 3 ? start : size.width
    frame.put(overview.title, row: 0, column: after + 1, limit: room - 1, style: .bar)
    if room == start { frame.put(counts, row: 0, column: start, style: .bar) }
  }

  fileprivate func draw(
    _ pane: Pane, at columns: Range<Int>, of layout: Layout, on frame: inout Frame
  ) {
    let isFocused = pane == focus && overlays.isEmpty
    let style: Style = isFocused ? .focus : .heading
    let row = layout.rows.lowerBound
    let after = frame.put(
      " " + title(of: pane), row: row, column: columns.lowerBound, limit: columns.upperBound,
      style: style)
    let room = columns.upperBound - after - 1
    if let side = sideTitles(of: pane).first(where: { Cells.width($0) < room }) {
      let start = columns.upperBound - Cells.width(side) - 1
      frame.put(side, row: row, column: start, limit: columns.upperBound, style: .dim)
      let room = Size(width: start - after - 1, height: 1)
      if pane == .index, hidesFilters, room.width > 0 {
        var chips = Frame(room)
        chips.put(chips: panes.events.filters, row: 0)
        frame.put(chips, at: .init(row: row, column: after))
      }
    }
    let body = layout.body(of: pane)
    let drawn: Frame
    switch pane {
    case .index: drawn = panes.index.view(in: body, isFocused: isFocused, reviewed: reviewed.ids)
    case .events: drawn = panes.events.view(in: body, isFocused: isFocused, reviewed: reviewed.ids)
    case .record: drawn = panes.record.view(in: body, isFocused: isFocused)
    case .reader: drawn = panes.reader?.view(in: body, isFocused: isFocused) ?? Frame(body)
    }
    frame.put(drawn, at: .init(row: row + 1, column: columns.lowerBound))
  }

  private func title(of pane: Pane) -> String {
    switch pane {
    case .index:
      switch panes.indexKind {
      case .person: "3 People"
      case .place: "4 Places"
      case .source: "5 Sources"
      case .theme: "6 Themes"
      default: "1 Groups"
      }
    case .events: panes.events.scope == nil ? "2 Events" : "2 Events · \(panes.events.scopeName)"
    case .record: "Record"
    case .reader:
      panes.reader.map { "Reader · \($0.selected?.words ?? $0.cited?.words ?? $0.source.rawValue)" }
        ?? "Reader"
    }
  }

  /// Whether filters narrow the list in the first pane, and the events, over which they show, are not on the
  /// screen.
  private var hidesFilters: Bool {
    panes.index.events != nil && !layout.columns.contains { $0.pane == .events }
  }

  /// What stands at the right of a pane's title, the longest first.
  private func sideTitles(of pane: Pane) -> [String] {
    switch pane {
    case .index:
      let titles = panes.index.sideTitles(of: overview?.counts[panes.indexKind])
      // Filters say by themselves that the list is narrowed.
      return hidesFilters ? titles.filter { !$0.hasPrefix("narrowed") } : titles
    case .events: return panes.events.sideTitles(of: nil)
    case .record:
      guard let id = panes.record.dossier?.record.id else { return [] }
      return reviewed.contains(id) ? ["✓ reviewed · \(id)", "✓ \(id)", "✓"] : [id.rawValue]
    case .reader:
      guard let reader = panes.reader else { return [] }
      guard let (here, count) = reader.citationPosition else { return [reader.standing] }
      return ["citation \(here) of \(count)", "\(here)/\(count)"].map {
        "\($0) · \(reader.standing)"
      } + [reader.standing]
    }
  }

  /// The part of the screen that the overlay on top covers.
  var overlaySize: Size { size(of: overlay?.part.area ?? .screen) }

  func size(of area: OverlayArea) -> Size {
    switch area {
    case .foot: Size(width: size.width, height: 1)
    case .lastLines(let count):
      Size(width: size.width, height: max(1, min(count, size.height - 2)))
    case .screen: Size(width: size.width, height: max(1, size.height - 2))
    }
  }

  fileprivate func drawOverlays(on frame: inout Frame) {
    for overlay in overlays[shownOverlays] {
      let room = size(of: overlay.part.area)
      let row = overlay.part.area == .screen ? 1 : size.height - room.height
      frame.put(overlay.part.view(in: room, of: self), at: .init(row: row, column: 0))
    }
  }

  fileprivate func drawFoot(on frame: inout Frame) {
    let row = size.height - 1
    if let area = overlay?.part.area, area != .screen { return }
    if isWorking {
      frame.put(" working · Esc stops", row: row, style: .caution)
      return
    }
    if let notice {
      frame.put(" \(notice.text)", row: row, style: notice.isProblem ? .problem : .caution)
      return
    }
    if !pending.isEmpty { return drawPending(on: &frame) }
    if let lesson { return draw(lesson, hints: hints, on: &frame) }
    frame.put(hints: hints, row: row, column: 1)
  }

  private var hints: [(key: String, word: String)] {
    if hinting != nil { return [("a label", "follows it"), ("Esc", "leaves")] }
    if let part = overlay?.part {
      guard let guide = part.guide, !guide.opening.contains(.help),
        let help = keymap.keys(of: .help, in: .lists).first(where: {
          $0.count == 1 && !guide.has($0[0])
        })
      else { return part.hints }
      let close = part.hints.firstIndex { $0.word == "close" } ?? part.hints.count - 1
      var hints = part.hints
      hints.insert((help[0].name, "keys"), at: close + 1)
      return hints
    }
    let own = keymap.table.filter { $0.scope == scope }
    let common = keymap.table.filter { $0.scope == .everywhere }
    let lifting: [(key: String, word: String)] =
      hasFiltersToLift ? [("Esc", "lift the filter")] : []
    return lifting
      + (own + common).compactMap { binding in
        guard let hint = binding.hint,
          let keys = binding.keys.first(where: {
            keymap.command(for: $0, in: scope) == binding.command
          })
        else { return nil }
        return (keys.map(\.name).joined(separator: " "), hint)
      } + [(keymap.keyName(of: .close, in: scope) ?? "Q", focus == .index ? "quit" : "close")]
  }
}

extension Frame {
  /// Draws keys and what they do in a row, as many as fit.
  mutating func put(hints: [(key: String, word: String)], row: Int, column: Int) {
    var column = column
    for (key, word) in hints {
      let needed = Cells.width(key) + Cells.width(word) + 3
      guard column + needed <= size.width else { break }
      column = put(key, row: row, column: column, style: .key)
      column = put(" \(word)", row: row, column: column, style: .dim) + 2
    }
  }
}
