import Canvas
import Model
import Query

/// A kept place on its way to the screen: its answers have not all come, and what it names may be gone.
struct Arrival: Equatable, Sendable {
  /// Places in lists that are not known yet, and what stood there.
  var awaited: [Slot: String] = [:]
  /// What the place names, by its id.
  var names: [RecordID: String] = [:]
  /// What is gone, in words.
  var missing: [String] = []
  /// The statement and the passage that cursors shall stand on.
  var statement: RecordID?
  var passage: PassageID?
}

extension ExplorerState {
  /// Begins with what was before.
  mutating func remember(_ memory: Memory) -> [Effect] {
    if !memory.reviewed.isEmpty { reviewed = Marks(memory.reviewed) }
    keepsakes = memory.keepsakes
    return memory.session.map { restore($0) } ?? []
  }

  /// Goes to where the explorer was left.
  private mutating func restore(_ session: Session) -> [Effect] {
    isZoomed = session.isZoomed
    return stand(at: session.place)
  }

  /// Goes to a kept place. What is gone gives way to what is nearest, and is told of.
  mutating func stand(at saved: SavedPlace) -> [Effect] {
    arrival = Arrival()
    followed = nil
    focus = Pane(named: saved.focus) ?? .index
    panes.indexKind =
      RecordKind(rawValue: saved.first).flatMap { panes.lists[$0] == nil ? nil : $0 } ?? .group
    for kind in Self.indexKinds {
      let list = saved.lists.first { $0.kind == kind.rawValue } ?? .init(kind: kind.rawValue)
      let filters = filters(list.filters)
      panes.lists[kind]?.stand(at: list.cursor, filters: filters)
    }
    panes.events.restrict(
      to: saved.scope.map { RecordID($0.record) }, named: saved.scope?.name ?? "")
    let narrowing = filters(saved.events.filters)
    panes.events.stand(at: saved.events.cursor, filters: narrowing)
    panes.narrowIndex()
    return forgetQuestions() + [.cancel(.reader)] + show(saved.record) + read(saved.reader)
      + seek(saved.lists.first { $0.kind == panes.indexKind.rawValue }?.cursor, in: panes.index)
      + seek(saved.events.cursor, in: panes.events)
  }

  /// Filters as they were; one that cannot be read is told of.
  private mutating func filters(_ saved: [SavedPlace.Filter]) -> [Filter] {
    saved.compactMap { one in
      if one.origin == Filter.Origin.review.rawValue {
        return .review(isReviewed: one.words == Filter.reviewedWords, reviewed.list)
      }
      guard let query = one.query, let expression = try? QueryReader.read(query),
        let origin = Filter.Origin(rawValue: one.origin)
      else {
        miss("the filter [\(one.words)]")
        return nil
      }
      return Filter(origin: origin, words: one.words, expression: expression)
    }
  }

  private mutating func show(_ saved: SavedPlace.Shown?) -> [Effect] {
    guard let saved else {
      panes.record = RecordPane()
      return []
    }
    let id = RecordID(saved.record)
    arrival?.names[id] = saved.name
    arrival?.statement = saved.statement.map { RecordID($0) }
    let effects = panes.record.show(
      id, statement: arrival?.statement, at: PageCursor(item: saved.item, top: saved.top))
    if effects.isEmpty, let dossier = panes.record.dossier { checkStatement(in: dossier) }
    return effects
  }

  private mutating func read(_ saved: SavedPlace.Read?) -> [Effect] {
    let before = panes.reader
    panes.reader = saved.flatMap { ReaderPane($0) }
    guard let saved, let pane = panes.reader else {
      if focus == .reader { focus = .record }
      return []
    }
    arrival?.names[pane.source] = saved.source
    arrival?.passage = pane.cited
    guard let before, let reading = before.reading, before.source == pane.source else {
      return [.ask(.reader, .reading(pane.source))]
    }
    panes.reader?.take(reading)
    checkPassage(in: reading)
    return []
  }

  /// Where in a list the record now stands that its cursor stood on.
  private mutating func seek(_ cursor: SavedPlace.Cursor?, in list: ListPane) -> [Effect] {
    guard let record = cursor?.record else { return [] }
    let slot: Slot = list.kind == .event ? .eventsPlace : .indexPlace
    arrival?.names[RecordID(record)] = cursor?.name ?? record
    arrival?.awaited[slot] = cursor?.name ?? record
    return [.ask(slot, list.position(of: .record(RecordID(record))))]
  }

  // MARK: Answers

  /// Takes where the record of a cursor stands.
  mutating func arrive(at position: Int?, for slot: Slot) -> [Effect] {
    guard let name = arrival?.awaited.removeValue(forKey: slot) else { return [] }
    switch (slot, position) {
    case (.indexPlace, let position?): panes.index.select(record: position)
    case (.indexPlace, nil):
      miss(name)
      panes.index.moveToTop()
      panes.events.restrict(to: nil, named: "")
    case (_, let position?): panes.events.select(record: position)
    case (_, nil): miss(name)
    }
    return showSelected()
  }

  /// Whether the statement that the cursor shall stand on is there.
  mutating func checkStatement(in dossier: Dossier) {
    guard let statement = arrival?.statement, dossier.record.id == panes.record.id else { return }
    arrival?.statement = nil
    let items = panes.record.page(width: layout.body(of: .record).width)?.items ?? []
    if !items.contains(where: { $0.statement == statement }) { miss("the fact “\(statement)”") }
  }

  /// Whether the passage that the reader shall stand at is there.
  mutating func checkPassage(in reading: Reading) {
    guard let passage = arrival?.passage else { return }
    arrival?.passage = nil
    if !reading.passages.contains(where: { $0.id == passage }) { miss(passage.words) }
  }

  /// What takes the place of what a kept place names and no library has; nil where this is something else.
  mutating func fallBack(_ slot: Slot, _ problem: StoreProblem) -> [Effect]? {
    guard arrival != nil, case .noSuchRecord(let id) = problem else { return nil }
    switch slot {
    case .record: panes.record = RecordPane()
    case .reader:
      panes.reader = nil
      if focus == .reader { focus = .record }
    case .events, .months, .eventsPlace, .eventsReviewed:
      arrival?.awaited[.eventsPlace] = nil
      panes.index.moveToTop()
      panes.events.restrict(to: nil, named: "")
    default: return nil
    }
    miss(arrival?.names[RecordID(id)] ?? id)
    return showSelected()
  }

  private mutating func miss(_ words: String) {
    guard var arrival, !arrival.missing.contains(words) else { return }
    arrival.missing.append(words)
    notice = .init(text: "no longer there: \(arrival.missing.joined(separator: "; "))")
    self.arrival = arrival
  }
}
