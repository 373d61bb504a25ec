import Canvas
import Model
import Query

/// What an action makes of the explorer, and what it wants done. Pure and total: it routes, the
/// panes and overlays do.
public func update(_ state: inout ExplorerState, _ action: Action) -> [Effect] {
  var effects: [Effect]
  switch action {
  case .started(let size, let memory):
    state.size = size
    effects = [.ask(.overview, .overview)] + state.remember(memory)
  case .resized(let size):
    state.size = size
    effects = []
  case .pressed(let key):
    state.notice = nil
    state.arrival = nil
    effects = state.press(key)
  case .mouse(let event):
    effects = state.take(event)
  case .usesMouse(let isOn):
    effects = state.useMouse(isOn)
  case .working(let isWorking):
    state.isWorking = isWorking
    effects = []
  case .answered(let slot, let reply):
    effects = state.take(reply, for: slot)
  case .failed(let slot, let problem):
    effects =
      state.fallBack(slot, problem) ?? state.leaveWhatIsNot(in: slot)
      + state.fail(problem, for: slot)
  case .told(let text):
    state.notice = .init(text: text)
    effects = []
  case .reviewed(let ids):
    state.reviewed = Marks(ids)
    state.takeMarks()
    effects = []
  case .kept(let keepsakes):
    state.keepsakes = keepsakes
    effects = []
  case .outlines(let outlines):
    state.take(outlines)
    effects = []
  case .exporting(let text, let isDone):
    state.isExporting = !isDone
    state.notice = .init(text: text)
    effects = []
  case .configured(let settings): effects = state.configure(settings)
  case .taught(let known):
    state.teach(allBut: known)
    effects = []
  case .prepared(let job):
    state.isExporting = false
    effects = [.run(job)]
  case .edited: effects = state.reload()
  case .notRead(let text):
    state.isReading = false
    state.notice = .init(text: text)
    effects = []
  case .reloaded: effects = state.takeReloaded()
  case .unreadable(let problems):
    state.isReading = false
    state.notice = nil
    state.show(ProblemsOverlay(problems))
    effects = []
  }
  return state.asking(effects + state.settle())
}

extension ExplorerState {
  /// After every action: scroll positions fit the screen, and what it misses is asked for.
  mutating func settle() -> [Effect] {
    let layout = layout
    panes.narrowIndex()
    let index = layout.body(of: .index)
    panes.index.settle(height: panes.index.rows(in: index))
    let events = layout.body(of: .events)
    panes.events.settle(height: panes.events.rows(in: events))
    panes.record.settle(in: layout.body(of: .record))
    panes.reader?.settle(in: layout.body(of: .reader))
    var effects: [Effect] = []
    effects += settleOverlays()
    if isStopped { return effects }
    if let request = panes.index.missing() { effects.append(.ask(.index, request)) }
    if let request = panes.events.missing() { effects.append(.ask(.events, request)) }
    if let request = panes.events.missingMonths() { effects.append(.ask(.months, request)) }
    if let request = panes.index.missingReviewed(reviewed.list) {
      effects.append(.ask(.indexReviewed, request))
    }
    if let request = panes.events.missingReviewed(reviewed.list) {
      effects.append(.ask(.eventsReviewed, request))
    }
    return effects
  }

  /// Takes what a store answered.
  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    if slot == typedSlot { typedSlot = nil }
    switch (slot, reply) {
    case (.overview, .overview(let overview)): self.overview = overview
    case (.index, .rows(let window)) where window.kind == panes.indexKind:
      return takeIndex(window)
    case (.indexReviewed, .rows(let window)) where window.kind == panes.indexKind:
      panes.index.take(reviewed: window.total)
    case (.eventsReviewed, .rows(let window)): panes.events.take(reviewed: window.total)
    case (.indexPlace, .position(let position)), (.eventsPlace, .position(let position)):
      return arrive(at: position, for: slot)
    case (.events, .rows(let window)):
      panes.events.fill(window)
      return focus == .reader || focus == .record ? showFirstRecord() : showSelected()
    case (.months, .months(let months)): panes.events.take(months)
    case (.indexPosition, .position(let position)):
      guard let position else { break }
      panes.index.select(record: position)
      return restrictEvents()
    case (.eventsPosition, .position(let position)): return goToEvent(at: position)
    case (.record, .dossier(let dossier)):
      panes.record.take(dossier, width: layout.body(of: .record).width)
      checkStatement(in: dossier)
      return follow(dossier.record)
    case (.reader, .reading(let reading)):
      panes.reader?.take(reading)
      checkPassage(in: reading)
    case (.errand, _): return takeForErrand(reply)
    case (.standing, .position(let position)): return stand(at: position)
    default: return takeOnOverlays(reply, for: slot)
    }
    return []
  }

  private mutating func showFirstRecord() -> [Effect] {
    panes.record.id == nil ? showSelected() : []
  }

  private mutating func goToEvent(at position: Int?) -> [Effect] {
    if let position {
      panes.events.select(record: position)
      return focus == .events || focus == .index ? showSelected() : []
    }
    // The event is not among those of the scope: all events are.
    guard let followed, panes.events.scope != nil else {
      notice = .init(text: "no event on that date or later")
      return []
    }
    panes.index.moveToTop()
    panes.events.restrict(to: nil, named: "")
    return [.ask(.eventsPosition, panes.events.position(of: .record(followed)))]
  }
}
