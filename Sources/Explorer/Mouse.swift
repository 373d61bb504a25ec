import Canvas

/// The mouse: a click puts the cursor where it is, a second one there opens, one on a citation or a name
/// follows it; the wheel moves the cursor of what it is over. Whatever it can do, keys can.
extension ExplorerState {
  /// How many rows a notch of the wheel is.
  static let notch = 3

  /// `g m`: uses the mouse, or leaves it to the terminal.
  mutating func useMouse(_ isOn: Bool) -> [Effect] {
    settings.usesMouse = isOn
    notice = .init(
      text: isOn
        ? "the mouse is on; Shift selects text as without it; g m turns it off" : "the mouse is off"
    )
    return [.mouse(isOn)]
  }

  /// Takes what the mouse did somewhere on the screen.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    if event.kind == .pressed || event.kind == .wheelUp || event.kind == .wheelDown {
      notice = nil
      pending = []
    }
    if isStopped { return askAgain() + take(event) }
    let before = clicked
    if event.kind == .pressed { clicked = event }
    let isAgain = event.kind == .pressed && before.map { event.isBeside($0) } ?? false
    if isAgain { clicked = nil }
    if !overlays.isEmpty { return takeOnOverlay(event, isAgain: isAgain) }
    if isAgain { return open() }
    guard let (pane, line) = place(of: event) else { return [] }
    switch event.kind {
    case .wheelUp: return scroll(pane, by: -Self.notch)
    case .wheelDown: return scroll(pane, by: Self.notch)
    case .pressed: return press(pane, line: line, event)
    case .dragged, .released: return []
    }
  }

  /// The pane that stands there, and the line of its body; nil on its title, on the header, the foot and
  /// the lines between panes.
  private func place(of event: MouseEvent) -> (pane: Pane, line: Int)? {
    let layout = layout
    let line = event.row - layout.rows.lowerBound - 1
    guard layout.rows.contains(event.row), line >= 0,
      let column = layout.columns.first(where: { $0.range.contains(event.column) })
    else { return nil }
    return (column.pane, line)
  }

  /// Moves the cursor of a pane that need not have the keyboard.
  private mutating func scroll(_ pane: Pane, by rows: Int) -> [Effect] {
    let here = focus
    focus = pane
    defer { focus = here }
    return move(by: rows)
  }

  private mutating func press(_ pane: Pane, line: Int, _ event: MouseEvent) -> [Effect] {
    // As it was drawn, before the focus may change what is shown where.
    let body = layout.body(of: pane)
    let role = view(self)[row: event.row, column: event.column].style.role
    focus = pane
    switch pane {
    case .index:
      guard let position = panes.index.position(line: line, in: body) else { return [] }
      panes.index.select(position)
      return restrictEvents()
    case .events:
      guard let position = panes.events.position(line: line, in: body) else { return [] }
      panes.events.select(position)
      return showSelected()
    case .record:
      guard panes.record.select(line: line, width: body.width) else { return [] }
      guard role == .citation || role == .link else { return [] }
      clicked = nil
      return follow(itemAt: body.width)
    case .reader:
      _ = panes.reader?.select(line: line, width: body.width)
      return []
    }
  }

  /// Follows the item under the record's cursor, whatever width the pane has by now.
  private mutating func follow(itemAt width: Int) -> [Effect] {
    guard let destination = panes.record.selected(width: width)?.destination else { return [] }
    return go(to: destination)
  }

  private mutating func takeOnOverlay(_ event: MouseEvent, isAgain: Bool) -> [Effect] {
    guard let before = overlay else { return [] }
    var part = before.part
    var inner = event
    inner.row -= part.area == .screen ? 1 : size.height - overlaySize.height
    let isInside = (0..<overlaySize.height).contains(inner.row)
    // What began inside may end outside.
    guard isInside || event.kind == .dragged || event.kind == .released else { return [] }
    inner.row = max(0, min(inner.row, overlaySize.height - 1))
    let effects =
      isAgain ? part.press(.enter, on: &self) : part.mouse(inner, on: &self)
    put(back: part, for: before)
    return effects
  }
}

extension MouseEvent {
  /// Whether a click is where the one before was, as nearly as a hand holds still.
  fileprivate func isBeside(_ other: MouseEvent) -> Bool {
    row == other.row && abs(column - other.column) <= 1
  }
}

extension OverlayPart {
  mutating func mouse(_ event: MouseEvent, on state: inout ExplorerState) -> [Effect] {
    switch event.kind {
    case .wheelUp: return press(.up, times: ExplorerState.notch, on: &state)
    case .wheelDown: return press(.down, times: ExplorerState.notch, on: &state)
    case .pressed: return select(row: event.row, on: &state)
    case .dragged, .released: return []
    }
  }

  private mutating func press(_ key: Key, times: Int, on state: inout ExplorerState) -> [Effect] {
    let here = state.overlays
    var effects: [Effect] = []
    for _ in 0..<times where state.overlays == here { effects += press(key, on: &state) }
    return effects
  }

  /// Goes to what stands on a row by as many arrow keys as it takes, for at most the rows between.
  private mutating func select(row: Int, on state: inout ExplorerState) -> [Effect] {
    guard let selected = selectedRows(in: state), !selected.contains(row) else { return [] }
    let isAbove = row < selected.lowerBound
    let here = state.overlays
    var effects: [Effect] = []
    for _ in 0..<abs(row - selected.lowerBound) {
      let before = self
      effects += press(isAbove ? .up : .down, on: &state)
      effects += settle(in: state.overlaySize)
      guard state.overlays == here, let now = selectedRows(in: state), !now.contains(row) else {
        break
      }
      // A row between two that can be selected belongs to the one before it.
      if !isAbove, now.lowerBound > row {
        self = before
        break
      }
      if isAbove, now.upperBound <= row { break }
    }
    return effects
  }

  /// The rows that are marked as those of the cursor.
  private func selectedRows(in state: ExplorerState) -> ClosedRange<Int>? {
    let frame = view(in: state.overlaySize, of: state)
    let rows = (0..<frame.size.height).filter { row in
      frame.row(row).contains { $0.style.marks.contains(.selected) }
    }
    guard let first = rows.first, let last = rows.last else { return nil }
    return first...last
  }
}
