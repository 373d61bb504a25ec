import Canvas
import Model
import Query

/// The facts that rest on a passage, to go to one of them.
struct FactsOverlay {
  let passage: PassageID
  private(set) var facts: [Fact]?
  private(set) var cursor = PageCursor()

  init(_ passage: PassageID) { self.passage = passage }

  mutating func take(_ facts: [Fact]) {
    self.facts = facts
    cursor = PageCursor()
  }

  var selected: Fact? {
    guard let facts, facts.indices.contains(cursor.item) else { return nil }
    return facts[cursor.item]
  }

  mutating func move(by rows: Int) {
    cursor.item = max(0, min(cursor.item + rows, (facts?.count ?? 1) - 1))
  }

  mutating func settle(in size: Size) -> [Effect] {
    cursor.settle(on: page(width: size.width), height: max(1, size.height - 2))
    return []
  }

  private func page(width: Int) -> Page {
    var page = Page()
    page.add(facts ?? [], from: 0, width: width)
    return page
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let after = frame.put(" Facts on \(passage.words)", row: 0, style: .focus)
    guard let facts else {
      frame.put("loading", row: 0, column: after + 2, style: .dim)
      return frame
    }
    let text =
      facts.isEmpty ? "no fact rests on this passage" : "\(facts.count) · Enter goes to one"
    frame.put(text, row: 0, column: after + 2, style: .dim)
    frame.put(
      page(width: size.width), cursor: cursor, rows: 2..<max(2, size.height), mark: .selected)
    return frame
  }
}

extension FactsOverlay: HintedPart {
  func hinted(in size: Size) -> [(item: Int, place: Frame.Position)] {
    page(width: size.width).beginnings(from: cursor.top, height: size.height - 2).map {
      ($0.item, Frame.Position(row: $0.place.row + 2, column: $0.place.column))
    }
  }

  mutating func select(item: Int) { cursor.item = item }

  var hints: [(key: String, word: String)] {
    [("j k", "choose"), ("Enter", "go to the fact"), ("q", "close")]
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    if case .facts(let facts) = reply { take(facts) }
    return []
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if key == .enter {
      guard let selected else { return [] }
      return state.go(to: selected)
    }
    if let rows = state.scrolling(key) { move(by: rows) }
    return []
  }
}
