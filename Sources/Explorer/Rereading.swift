import Model
import Query

/// The same place over other answers: the library has changed, or the day as of which it is read.
extension ExplorerState {
  /// Asks for everything again. Nothing that was answered before is kept; cursors go back to where they stood,
  /// if that is there.
  mutating func readAnew() -> [Effect] {
    overlays = []
    standing = [:]
    if case .record(let id)? = panes.index.selected?.target { standing[panes.indexKind] = id }
    if case .record(let id)? = panes.events.selected?.target { standing[.event] = id }
    forgetAnswers()
    // What was on its way belongs to what was read before; a file is written to its end.
    let cancelled = Slot.questions.map(Effect.cancel)
    return cancelled + [.ask(.overview, .overview)] + refetch() + stand()
  }

  private mutating func forgetAnswers() {
    overview = nil
    followed = nil
    (hits, hit, searched) = ([], 0, "")
    trail.forgetAnswers()
    beforeBookmark?.forgetAnswers()
    panes.forgetAnswers()
  }

  /// Asks where the next cursor is to stand: that of the first pane, then that of the events, which follow it.
  private mutating func stand() -> [Effect] {
    if let id = standing[panes.indexKind] {
      return [.ask(.standing, panes.index.position(of: .record(id)))]
    }
    return standing[.event].map { [.ask(.standing, panes.events.position(of: .record($0)))] } ?? []
  }

  /// Puts the cursor there; nil where the record is not known then.
  mutating func stand(at position: Int?) -> [Effect] {
    if standing.removeValue(forKey: panes.indexKind) != nil {
      if let position { panes.index.select(record: position) } else { panes.index.moveToTop() }
      return restrictEvents() + stand()
    }
    guard standing.removeValue(forKey: .event) != nil, let position else { return [] }
    panes.events.select(record: position)
    return focus == .events || focus == .index ? showSelected() : []
  }
}

extension Panes {
  /// Forgets what was answered, but not what was asked for.
  mutating func forgetAnswers() {
    for kind in lists.keys { lists[kind]?.forgetAnswers() }
    events.forgetAnswers()
    record.forgetAnswers()
    reader?.forgetAnswers()
  }
}
