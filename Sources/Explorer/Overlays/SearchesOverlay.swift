import Canvas
import Model
import Query
import Text

/// The saved searches, the newest first, with how many hits each has now.
struct SearchesOverlay: OverlayPart {
  /// What is known of one.
  private enum Count: Equatable {
    case hits(Int), unreadable
  }

  private(set) var searches: [SavedSearch]
  private var counts: [String: Count] = [:]
  /// The query whose hits are being counted.
  private var counting: String?
  private(set) var selected = 0
  private var top = 0
  /// What was deleted last, and where it stood among all, the oldest first.
  private var deleted: (search: SavedSearch, place: Int)?

  init(_ keepsakes: Keepsakes) { searches = keepsakes.searches.reversed() }

  static func == (one: Self, other: Self) -> Bool {
    one.searches == other.searches && one.counts == other.counts && one.counting == other.counting
      && one.selected == other.selected && one.top == other.top
      && one.deleted?.search == other.deleted?.search && one.deleted?.place == other.deleted?.place
  }

  private var underCursor: SavedSearch? {
    searches.indices.contains(selected) ? searches[selected] : nil
  }

  /// Scrolls, and counts the hits of one search after another.
  mutating func settle(in size: Size) -> [Effect] {
    let room = max(1, size.height - 2)
    selected = max(0, min(selected, searches.count - 1))
    top = max(min(top, selected), selected - room + 1)
    while counting == nil, let next = searches.first(where: { counts[$0.query] == nil }) {
      guard let expression = try? QueryReader.read(next.query), expression != .everything else {
        counts[next.query] = .unreadable
        continue
      }
      counting = next.query
      return [.ask(.searches, .search(expression, limit: 0))]
    }
    return []
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    guard slot == .searches, case .hits(let hits) = reply, let query = counting else { return [] }
    counts[query] = .hits(hits.map(\.total).reduce(0, +))
    counting = nil
    return []
  }

  mutating func forgetQuestions() { counting = nil }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let after = frame.put(" Saved searches", row: 0, style: .focus)
    let text = searches.isEmpty ? "none yet: C-o in a search saves it" : "\(searches.count)"
    frame.put(text, row: 0, column: after + 2, limit: size.width, style: .dim)
    let names = searches.map { Cells.width($0.name) }.max() ?? 0
    let indent = min(names, size.width / 2) + 3
    for (row, search) in searches.dropFirst(top).prefix(max(0, size.height - 2)).enumerated() {
      let count = words(counts[search.query])
      let end = size.width - 1 - Cells.width(count)
      frame.put(
        Cells.clipped(search.name, to: max(0, indent - 3)), row: row + 2, column: 1, limit: end - 1)
      if search.query != search.name {
        frame.put(search.query, row: row + 2, column: indent, limit: end - 2, style: .dim)
      }
      frame.put(count, row: row + 2, column: end, style: .dim)
      if row + top == selected { frame.mark(row: row + 2, .selected) }
    }
    return frame
  }

  private func words(_ count: Count?) -> String {
    switch count {
    case nil: "counting"
    case .unreadable?: "cannot be read"
    case .hits(let hits)?: hits == 1 ? "1 hit" : "\(hits) hits"
    }
  }
}

extension SearchesOverlay {
  var hints: [(key: String, word: String)] {
    let undo = deleted == nil ? [] : [("u", "undo")]
    return searches.isEmpty
      ? undo + [("q", "close")]
      : [("j k", "choose"), ("Enter", "search"), ("f", "filter the events"), ("D", "delete")] + undo
        + [("q", "close")]
  }

  var guide: OverlayGuide? {
    OverlayGuide(
      "the saved searches", openedBy: [.searches],
      [
        .init(.enter, command: .open, help: "search for it"),
        .init("f", help: "narrow the events by it"),
        .init("D", help: "delete it"), .init("u", help: "bring back what was deleted last"),
      ])
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .enter:
      guard let search = underCursor else { return [] }
      forgetQuestions()
      return [.cancel(.searches)] + state.search(search.query)
    case "f":
      guard let search = underCursor, let expression = try? QueryReader.read(search.query) else {
        return []
      }
      return [.cancel(.searches)] + state.filter(by: expression, typed: search.query)
    case "D": return delete(on: &state)
    case "u":
      guard let last = deleted else { return [] }
      deleted = nil
      state.notice = .init(text: "“\(last.search.name)” is back")
      return change(.save(last.search, at: last.place), on: &state)
    default:
      if let rows = state.scrolling(key) {
        selected = max(0, min(selected + rows, searches.count - 1))
      }
      return state.overlay?.part is Self ? [] : [.cancel(.searches)]
    }
  }

  private mutating func delete(on state: inout ExplorerState) -> [Effect] {
    guard let search = underCursor,
      let place = state.keepsakes.searches.firstIndex(of: search)
    else { return [] }
    deleted = (search, place)
    state.notice = .init(text: "deleted “\(search.name)”; u brings it back")
    return change(.delete(name: search.name), on: &state)
  }

  private mutating func change(
    _ change: Keepsakes.Change, on state: inout ExplorerState
  ) -> [Effect] {
    state.keepsakes.make(change)
    searches = state.keepsakes.searches.reversed()
    return [.keep(change)]
  }
}

extension ExplorerState {
  /// `F`: the saved searches.
  mutating func openSearches() -> [Effect] {
    show(SearchesOverlay(keepsakes))
    return []
  }

  /// Opens the search with a query.
  mutating func search(_ query: String) -> [Effect] {
    var search = SearchOverlay(query)
    let effects = search.ask()
    show(search)
    return effects
  }
}
