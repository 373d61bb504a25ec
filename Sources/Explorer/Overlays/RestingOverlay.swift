import Canvas
import Model
import Query

/// What rests on a source, a work or a passage: first the facts that would fall with it, then those that
/// something else supports too.
struct RestingOverlay {
  private(set) var resting: RestingFacts?
  var cursor = PageCursor()
  /// The page as it was laid out for the present width: of a source it has a thousand facts.
  private var laid = Kept<Int, Page>()

  private let ground: RestingFacts.Ground
  /// Whether an answer is on its way.
  private var isAsked = false

  init(of ground: RestingFacts.Ground) { self.ground = ground }

  mutating func take(_ resting: RestingFacts) {
    self.resting = resting
    isAsked = false
    laid.forget()
    cursor = PageCursor()
  }

  private var facts: [Fact] { resting.map { $0.alone + $0.shared } ?? [] }

  var selected: Fact? { facts.indices.contains(cursor.item) ? facts[cursor.item] : nil }

  mutating func move(by rows: Int) {
    cursor.item = max(0, min(cursor.item + rows, facts.count - 1))
  }

  mutating func settle(in size: Size) -> [Effect] {
    let page = page(width: size.width)
    laid.keep(page, for: size.width)
    cursor.settle(on: page, height: max(1, size.height - 2))
    guard resting == nil, !isAsked else { return [] }
    isAsked = true
    return [.ask(.resting, .resting(ground))]
  }

  mutating func forgetQuestions() { isAsked = false }

  func page(width: Int) -> Page {
    if let page = laid.value(for: width) { return page }
    var page = Page()
    guard let resting else { return page }
    if !resting.alone.isEmpty {
      page.add([
        Span(" \(Self.count(resting.alone)) on nothing else and would fall with it", .caution)
      ])
      page.add(resting.alone, from: 0, width: width)
    }
    if !resting.shared.isEmpty {
      if !resting.alone.isEmpty { page.add() }
      page.add([Span(" \(Self.count(resting.shared)) on something else too", .dim)])
      page.add(resting.shared, from: resting.alone.count, width: width)
    }
    return page
  }

  private static func count(_ facts: [Fact]) -> String {
    facts.count == 1 ? "1 fact rests" : "\(facts.count) facts rest"
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    guard let resting else {
      frame.put(" What rests on it: loading", row: 0, style: .focus)
      return frame
    }
    let after = frame.put(
      " What rests on \(resting.name)", row: 0, limit: size.width, style: .focus)
    let text = facts.isEmpty ? "nothing" : "\(facts.count) · Enter goes to one"
    frame.put(text, row: 0, column: after + 2, limit: size.width, style: .dim)
    frame.put(
      page(width: size.width), cursor: cursor, rows: 2..<max(2, size.height), mark: .selected)
    return frame
  }
}

extension Page {
  /// Adds facts under the names of their subjects, as items from a number on.
  mutating func add(_ facts: [Fact], from first: Int, width: Int) {
    var subject: RecordID?
    for (index, fact) in facts.enumerated() {
      if fact.statement.subject != subject {
        subject = fact.statement.subject
        if !lines.isEmpty { add() }
        add([Span(" \(fact.subject)", .heading), Span("  \(fact.subjectKind.rawValue)", .dim)])
      }
      var spans = [Span(fact.value)]
      if fact.statement.basis != .stated {
        spans.append(Span(" [\(fact.statement.basis.rawValue)]", .caution))
      }
      add(
        wrapped: spans, width: width - 1, indent: 20,
        lead: [Span("   \(fact.statement.label)", .dim)], item: first + index)
    }
  }
}

extension RestingOverlay: FactsPart {
  var name: String { "what rests on it" }
  var opening: [Command] { [.resting] }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    if case .resting(let resting) = reply { take(resting) }
    return []
  }
}
