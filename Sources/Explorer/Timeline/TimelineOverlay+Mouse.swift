import Canvas

/// A click goes to a bar; a drag chooses a span, to which the list is narrowed when the button is let go. The wheel
/// zooms about the cursor.
extension TimelineOverlay {
  mutating func mouse(_ event: MouseEvent, on state: inout ExplorerState) -> [Effect] {
    guard editor == nil else { return [] }
    switch event.kind {
    case .wheelUp: _ = window?.zoom(by: 1)
    case .wheelDown: _ = window?.zoom(by: -1)
    case .pressed:
      anchor = nil
      if let bar = bar(at: event, in: state.overlaySize) { window?.move(to: bar) }
    case .dragged:
      guard let bar = bar(at: event, in: state.overlaySize) else { return [] }
      anchor = anchor ?? window?.cursorDays
      window?.move(to: bar)
    case .released:
      if anchor != nil { return choose(on: &state) }
    }
    return []
  }

  /// The bar in whose column the mouse is; nil left and right of all bars, and above and below them.
  private func bar(at event: MouseEvent, in size: Size) -> Int? {
    let layout = TimelineLayout(size, legendLines: legend(width: size.width).count)
    guard let window, layout.plot.contains(event.column),
      (layout.bars.lowerBound...layout.labels).contains(event.row)
    else { return nil }
    let bar = window.first + (event.column - layout.plot.lowerBound) / window.columns
    return window.bars.contains(bar) ? bar : nil
  }
}
