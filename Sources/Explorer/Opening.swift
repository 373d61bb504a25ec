import Canvas
import Model
import Query

/// Jumps: from a list to a record, from a fact to its passage, from a passage to its facts.
extension ExplorerState {
  /// Enter, in any pane.
  mutating func open() -> [Effect] {
    switch focus {
    case .index, .events:
      guard showsSomething else {
        notice = .init(text: "nothing to open here")
        return []
      }
      trail.leave(place)
      let effects = showSelected()
      focus = .record
      return effects
    case .record:
      let item = panes.record.selected(width: layout.body(of: .record).width)
      guard let destination = item?.destination else {
        notice = .init(text: "nothing to follow here")
        return []
      }
      return go(to: destination)
    case .reader: return openFacts()
    }
  }

  private var showsSomething: Bool { panes.record.id != nil || panes.events.selected != nil }

  /// Goes somewhere and leaves a mark on the trail.
  mutating func go(to destination: Destination) -> [Effect] {
    if case .row(let columns) = destination {
      showRow(at: columns, showsCodebook: false)
      return []
    }
    leavePlace()
    switch destination {
    case .record(let id, let statement):
      focus = .record
      followed = id
      let effects = panes.record.show(id, statement: statement)
      if effects.isEmpty, let record = panes.record.dossier?.record { return follow(record) }
      return effects
    case .passage(let passage, let citations):
      return read(ReaderPane(passage, of: citations))
    case .row: return []
    case .text(let source, let paragraph):
      return read(ReaderPane(textOf: source, paragraph: paragraph, finding: searchedWords))
    }
  }

  /// Shows a source; asks for it where it is not the one that is read already.
  private mutating func read(_ pane: ReaderPane) -> [Effect] {
    focus = .reader
    if let reader = panes.reader, reader.reading?.source.id == pane.source {
      panes.reader = reader.going(to: pane)
      return []
    }
    panes.reader = pane
    return [.ask(.reader, .reading(pane.source))]
  }

  /// To the passage that the fact under the cursor rests on; from a list, the record's first one.
  mutating func openCitation() -> [Effect] {
    let width = layout.body(of: .record).width
    let item =
      focus == .record
      ? panes.record.selected(width: width)
      : panes.record.page(width: width)?.items.first { !$0.citations.isEmpty }
    if let row = panes.record.dossier?.row {
      showRow(at: item?.statement.flatMap { row.columns[$0] } ?? [], showsCodebook: false)
      return []
    }
    guard let item, let citation = item.citations.first else {
      notice = .init(text: "no citation here")
      return []
    }
    if case .passage? = item.destination, let destination = item.destination {
      return go(to: destination)
    }
    return go(to: .passage(citation.passage, of: item.citations))
  }

  /// Goes to a fact that something lists.
  mutating func go(to fact: Fact) -> [Effect] {
    return go(to: .record(fact.statement.subject, statement: fact.statement.id))
  }

  mutating func openFacts() -> [Effect] {
    guard let passage = panes.reader?.selected else { return [] }
    show(FactsOverlay(passage))
    return []
  }

  mutating func open(hit row: ListRow) -> [Effect] {
    switch row.target {
    case .passage(let passage): go(to: .passage(passage))
    case .text(let source, let paragraph): go(to: .text(source, paragraph: paragraph))
    case .record(let id):
      row.kind == .statement
        ? go(to: .record(RecordID(String(id.rawValue.prefix { $0 != "/" })), statement: id))
        : go(to: .record(id))
    }
  }

  /// The next hit of the last search, or the one before.
  mutating func open(hitBy step: Int) -> [Effect] {
    guard hits.indices.contains(hit + step) else {
      let text = hits.isEmpty ? "no search yet: / begins one" : "no more hits for “\(searched)”"
      notice = .init(text: text)
      return []
    }
    hit += step
    notice = .init(text: "hit \(hit + 1) of \(hits.count) for “\(searched)”")
    return open(hit: hits[hit])
  }

  mutating func goBack(forward: Bool) -> [Effect] {
    guard let target = forward ? trail.forward(from: place) : trail.back(from: place) else {
      notice = .init(text: forward ? "nothing ahead" : "nothing behind: this is where you began")
      return []
    }
    return stand(at: target)
  }

  /// Shows a place that was left.
  mutating func stand(at target: Trail.Place) -> [Effect] {
    panes = target.panes
    focus = target.focus
    overlays = target.overlays
    if let outlines { take(outlines) }
    followed = nil
    standing = [:]
    let forgotten = forgetQuestions()
    // They may have changed since, and with them what a view shows of the list.
    let shown = panes.events.expression
    takeMarks()
    if panes.events.expression != shown { overlays.removeAll { $0.part.list != nil } }
    return forgotten + refetch()
  }

  /// What was on its way belongs to the place left.
  mutating func forgetQuestions() -> [Effect] {
    panes.index.forgetQuestions()
    panes.events.forgetQuestions()
    forgetOverlayQuestions()
    let slots: [Slot] = [
      .record, .index, .indexPosition, .indexReviewed, .indexPlace, .events, .eventsPosition,
      .eventsReviewed, .eventsPlace, .months,
    ]
    return (slots + Slot.ofOverlays).map(Effect.cancel)
  }

  /// A place that was left before its answers came, or read anew, asks again.
  mutating func refetch() -> [Effect] {
    var effects: [Effect] = []
    if let id = panes.record.id, panes.record.dossier?.record.id != id {
      effects.append(.ask(.record, .dossier(id)))
    }
    if let reader = panes.reader, reader.reading == nil {
      effects.append(.ask(.reader, .reading(reader.source)))
    }
    return effects
  }

  /// Closes what is open, from the inside out; in the first pane `q` leaves.
  mutating func close(key: Key) -> [Effect] {
    if isExporting, key == .escape {
      isExporting = false
      notice = .init(text: "the export was stopped; no file was written")
      return [.cancel(.export)]
    }
    if isZoomed {
      isZoomed = false
      return []
    }
    if key == .escape, hasFiltersToLift { return removeLastFilter() }
    switch focus {
    case .reader:
      panes.reader = nil
      focus = .record
    case .record: focus = .events
    case .events: focus = .index
    case .index: return key == .escape ? [] : [.quit]
    }
    return showSelected()
  }
}
