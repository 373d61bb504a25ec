import Canvas
import Model
import Query

/// The facts that rest on a passage, to go to one of them.
struct FactsOverlay {
  let passage: PassageID
  private(set) var facts: [Fact]?
  var cursor = PageCursor()
  /// Whether an answer is on its way.
  private var isAsked = false

  init(_ passage: PassageID) { self.passage = passage }

  mutating func take(_ facts: [Fact]) {
    self.facts = facts
    isAsked = false
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
    guard facts == nil, !isAsked else { return [] }
    isAsked = true
    return [.ask(.facts, .facts(passage))]
  }

  mutating func forgetQuestions() { isAsked = false }

  func page(width: Int) -> Page {
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

extension FactsOverlay: FactsPart {
  var name: String { "the facts on a passage" }
  var opening: [Command] { [] }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    if case .facts(let facts) = reply { take(facts) }
    return []
  }
}
