import Model
import Query

/// Filters narrow the events, and the list in the first pane follows: it keeps to the records with a part in one
/// of those left. What the events are restricted to by the cursor of that list does not count, or it would
/// narrow itself.
extension Panes {
  mutating func narrowIndex() {
    index.keep(inEvents: events.filters.isEmpty ? nil : events.expression)
  }
}

extension ExplorerState {
  /// Takes rows of the first pane. A record that has no part in the events left gives way to the row for all.
  mutating func takeIndex(_ window: ListWindow) -> [Effect] {
    panes.index.fill(window)
    // Until it is known where a kept place stands now, the cursor may be on another row.
    guard arrival?.awaited[.indexPlace] == nil else { return [] }
    if let sought = window.sought, sought.position == nil, sought.record == panes.events.scope,
      panes.index.isOnAll, notice == nil
    {
      notice = .init(
        text: "\(panes.events.scopeName) has no part in these events: all \(panes.indexKind.plural)"
      )
    }
    return restrictEvents()
  }
}
