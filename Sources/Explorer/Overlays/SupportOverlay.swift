import Canvas
import Model
import Query
import Text

/// Facts that are weakly supported, of one record or of all: on one source, on one report, second-hand. Only the
/// facts near the screen are held, for of a casebook they are thousands.
struct SupportOverlay: OverlayPart {
  /// The record whose facts these are; nil for all.
  let subject: RecordID?
  private(set) var kind = WeakSupport.oneReport
  private(set) var list = WindowedList<Fact>()
  /// The last window, for its counts and names.
  private var window: SupportWindow?

  init(of subject: RecordID?) { self.subject = subject }

  var selected: Fact? { list.selectedRow }

  /// How many lines tell more of the fact under the cursor.
  private static func detail(_ size: Size) -> Int { size.height < 14 ? 0 : min(5, size.height / 4) }

  private static let head = 3

  mutating func settle(in size: Size) -> [Effect] {
    list.settle(height: max(1, size.height - Self.head - Self.detail(size)))
    guard let missing = list.missing() else { return [] }
    return [
      .ask(
        .support,
        .support(
          SupportRequest(kind, of: subject, first: missing.lowerBound, count: missing.count)))
    ]
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    guard case .support(let window) = reply, window.kind == kind else { return [] }
    self.window = window
    list.fill(window.facts, at: window.first, of: window.total)
    return []
  }

  mutating func forgetQuestions() { list.forgetQuestion() }

  var guide: OverlayGuide? {
    OverlayGuide(
      "weak support", openedBy: [.support, .allSupport],
      [
        .init(.enter, command: .open, help: "go to the fact under the cursor"),
        .init("c", command: .citations, help: "to the passage that it rests on"),
        .init(.tab, .right, command: .nextPane, help: "the next of the lists"),
        .init(.backTab, .left, command: .previousPane, help: "the list before"),
      ])
  }

  func pointed(in size: Size) -> Pointed? { selected.map(Pointed.init) }

  private mutating func turn(by step: Int) {
    let kinds = WeakSupport.allCases
    guard let here = kinds.firstIndex(of: kind) else { return }
    kind = kinds[(here + step + kinds.count) % kinds.count]
    list.reset()
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .tab, .right: turn(by: 1)
    case .backTab, .left: turn(by: -1)
    case .enter:
      guard let selected else { return [] }
      return state.go(to: selected)
    case "c":
      guard let citations = selected?.statement.citations, let first = citations.first else {
        return []
      }
      return state.go(to: .passage(first.passage, of: citations))
    default: if let rows = state.scrolling(key) { list.move(by: rows) }
    }
    return []
  }

  var hints: [(key: String, word: String)] {
    [
      ("j k", "choose"), ("Enter", "go to the fact"), ("c", "passage"), ("Tab", "the next list"),
      ("q", "close"),
    ]
  }
}

extension SupportOverlay {
  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    drawHead(on: &frame, state)
    guard window != nil, list.total != nil else { return frame }
    if list.total == 0 { frame.put("none", row: Self.head, column: 3, style: .dim) }
    var above: RecordID?
    for (position, fact) in list.visible {
      let row = Self.head + position - list.top
      draw(fact, isFirst: fact.statement.subject != above, row: row, on: &frame)
      if position == list.selected { frame.mark(row: row, .selected) }
      above = fact.statement.subject
    }
    drawDetail(on: &frame)
    return frame
  }

  private func drawHead(on frame: inout Frame, _ state: ExplorerState) {
    let width = frame.size.width
    let of: String
    if let subject {
      of = state.panes.record.dossier?.name(of: subject) ?? subject.rawValue
    } else {
      of = "all records"
    }
    let after = frame.put(" Weak support · \(of)", row: 0, limit: width, style: .focus)
    guard let window else {
      frame.put("loading", row: 0, column: after + 2, limit: width, style: .dim)
      return
    }
    var text = window.all == 1 ? "1 fact in all" : "\(window.all) facts in all"
    if state.overview?.collections.contains(where: { $0.kind == .dataset }) == true {
      text += " · not of datasets, where each rests on its row"
    }
    frame.put(text, row: 0, column: after + 2, limit: width, style: .dim)
    var column = 1
    for kind in WeakSupport.allCases {
      let words = "\(kind.words) \(window.totals[kind] ?? 0)"
      let isShown = kind == self.kind
      column =
        frame.put(
          isShown ? "[\(words)]" : " \(words) ", row: 1, column: column, limit: width,
          style: isShown ? .key : .dim) + 1
    }
  }

  private func draw(_ fact: Fact, isFirst: Bool, row: Int, on frame: inout Frame) {
    let width = frame.size.width
    let subject = max(8, min(34, width / 4))
    let label = width < 60 ? 0 : min(18, width / 6)
    if isFirst {
      frame.put(Cells.clipped(fact.subject, to: subject), row: row, column: 1, style: .heading)
    }
    var column = subject + 2
    if label > 0 {
      let text = Cells.clipped(fact.statement.label, to: label)
      frame.put(text, row: row, column: column, style: .dim)
      column += label + 1
    }
    let source = width < 50 ? "" : ground(of: fact)
    let basis =
      fact.statement.basis == .stated || width < 60 ? "" : " [\(fact.statement.basis.rawValue)]"
    let end = width - 1 - Cells.width(source)
    let room = end - column - 2 - Cells.width(basis)
    guard room > 0 else { return }
    let after = frame.put(Cells.clipped(fact.value, to: room), row: row, column: column)
    frame.put(basis, row: row, column: after, style: .caution)
    frame.put(source, row: row, column: end, limit: width, style: .citation)
  }

  /// The first passage that it rests on, and how many more: `roul-2016 ¶11 +1`.
  private func ground(of fact: Fact) -> String {
    let citations = fact.statement.citations
    guard let first = citations.first else { return "" }
    return first.passage.words + (citations.count > 1 ? " +\(citations.count - 1)" : "")
  }

  /// The fact under the cursor in full, with all that it rests on.
  private func drawDetail(on frame: inout Frame) {
    let size = frame.size
    let height = Self.detail(size)
    guard height > 0, let fact = selected, let window else { return }
    frame.fill(row: size.height - height, columns: 1..<(size.width - 1), with: "─", style: .border)
    var page = Page()
    page.add(
      wrapped: [Span("\(fact.statement.label)  ", .dim), Span(fact.value)], width: size.width - 2,
      indent: 3)
    var spans: [Span] = []
    for citation in fact.statement.citations {
      if !spans.isEmpty { spans.append(Span("; ", .dim)) }
      spans.append(Span(citation.passage.words, .citation))
      let works = citation.via.map(window.name(of:)).joined(separator: " + ")
      if !works.isEmpty { spans.append(Span(" via \(works)", .dim)) }
    }
    if let by = fact.statement.by {
      spans.append(Span(" — \(Statement.Value.reference(by).words(window.name(of:)))", .dim))
    }
    if fact.statement.basis != .stated {
      spans.append(Span(" [\(fact.statement.basis.rawValue)]", .caution))
    }
    page.add(wrapped: spans, width: size.width - 2, indent: 5, lead: [Span("   › ", .dim)])
    let first = size.height - height + 1
    frame.put(page, cursor: PageCursor(), rows: first..<size.height, mark: nil)
  }
}

extension WeakSupport {
  /// What the list is called.
  fileprivate var words: String {
    switch self {
    case .oneSource: "on one source"
    case .oneReport: "on one report"
    case .secondHand: "second-hand"
    }
  }
}

extension ExplorerState {
  /// `!` and `g !`: the weakly supported facts of a record, or of all.
  mutating func openSupport(of record: RecordID?) -> [Effect] {
    show(SupportOverlay(of: record))
    return []
  }
}
