import Canvas
import Model
import Query

/// The questions on which sources differ, of one record or of all: each answer with who gives it, where,
/// and what it rests on.
struct RivalsOverlay {
  /// The record whose questions these are; nil for all.
  let subject: RecordID?
  private(set) var list: RivalList?
  private(set) var cursor = PageCursor()

  /// Whether an answer is on its way.
  private var isAsked = false

  init(of subject: RecordID?) { self.subject = subject }

  mutating func take(_ list: RivalList) {
    self.list = list
    isAsked = false
    cursor = PageCursor()
  }

  private var answers: [RivalAnswer] { list?.questions.flatMap(\.answers) ?? [] }

  /// The first statement of the answer under the cursor.
  var selected: Statement? {
    answers.indices.contains(cursor.item) ? answers[cursor.item].statements.first : nil
  }

  mutating func move(by rows: Int) {
    cursor.item = max(0, min(cursor.item + rows, answers.count - 1))
  }

  mutating func settle(in size: Size) -> [Effect] {
    cursor.settle(on: page(width: size.width), height: max(1, size.height - 2))
    guard list == nil, !isAsked else { return [] }
    isAsked = true
    return [.ask(.rivals, .rivals(subject))]
  }

  mutating func forgetQuestions() { isAsked = false }

  private func page(width: Int) -> Page {
    var page = Page()
    guard let list else { return page }
    var item = 0
    var last: RecordID?
    for question in list.questions {
      if question.subject != last {
        if last != nil { page.add() }
        page.add([Span(" \(list.name(of: question.subject))", .heading)])
        last = question.subject
      }
      page.add([Span("   \(question.statements[0].label)", .dim)])
      for answer in question.answers {
        add(answer, of: list, to: &page, width: width - 1, item: item)
        item += 1
      }
    }
    return page
  }

  private func add(
    _ answer: RivalAnswer, of list: RivalList, to page: inout Page, width: Int, item: Int
  ) {
    var spans = [Span(answer.value.words(list.name(of:)), style(of: answer.value))]
    let reports = answer.reports.count
    spans.append(Span(reports == 1 ? "  1 report" : "  \(reports) reports", .dim))
    page.add(wrapped: spans, width: width, indent: 5, item: item)
    for statement in answer.statements {
      var spans: [Span] = []
      for citation in statement.citations {
        if !spans.isEmpty { spans.append(Span("; ", .dim)) }
        spans.append(Span(citation.passage.words, .citation))
        let works = citation.via.map(list.name(of:)).joined(separator: "; ")
        if !works.isEmpty { spans.append(Span(" via \(works)", .dim)) }
      }
      if let by = statement.by {
        spans.append(Span(" — \(list.name(of: by))", .dim))
      }
      if statement.basis != .stated {
        spans.append(Span(" [\(statement.basis.rawValue)]", .caution))
      }
      if let note = statement.note { spans.append(Span(" · \(note)", .dim)) }
      page.add(
        wrapped: spans, width: width, indent: 9, lead: [Span("       › ", .dim)], item: item)
    }
  }

  private func style(of value: Statement.Value) -> Style {
    switch value {
    case .date: .date
    case .figure: .figure
    case .reference: .link
    case .text: .plain
    }
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let of = subject.flatMap { id in list.map { " · \($0.name(of: id))" } } ?? ""
    let after = frame.put(" Rival values\(of)", row: 0, style: .focus)
    guard let list else {
      frame.put("loading", row: 0, column: after + 2, style: .dim)
      return frame
    }
    let count = list.questions.count
    let text =
      count == 0
      ? "sources differ on nothing here"
      : "\(count) \(count == 1 ? "question" : "questions") on which values differ · Enter goes to one"
    frame.put(text, row: 0, column: after + 2, limit: size.width, style: .dim)
    frame.put(
      page(width: size.width), cursor: cursor, rows: 2..<max(2, size.height), mark: .selected)
    return frame
  }
}

extension RivalsOverlay: HintedPart {
  func hinted(in size: Size) -> [(item: Int, place: Frame.Position)] {
    page(width: size.width).beginnings(from: cursor.top, height: size.height - 2).map {
      ($0.item, Frame.Position(row: $0.place.row + 2, column: $0.place.column))
    }
  }

  mutating func select(item: Int) { cursor.item = item }

  var hints: [(key: String, word: String)] {
    [("j k", "choose"), ("Enter", "go to it"), ("c", "passage"), ("q", "close")]
  }

  var guide: OverlayGuide? {
    OverlayGuide(
      "the rival values", openedBy: [.rivals, .allRivals],
      [
        .init(.enter, command: .open, help: "go to the value under the cursor"),
        .init("c", command: .citations, help: "to the passage that it rests on"),
      ])
  }

  func pointed(in size: Size) -> Pointed? {
    guard let list, let selected else { return nil }
    return Pointed(selected, of: nil, named: list.name(of: selected.subject))
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    if case .rivals(let list) = reply { take(list) }
    return []
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if let statement = selected, key == .enter || key == "c" {
      guard key == "c", let citation = statement.citations.first else {
        return state.go(to: .record(statement.subject, statement: statement.id))
      }
      return state.go(to: .passage(citation.passage, of: statement.citations))
    }
    if let rows = state.scrolling(key) { move(by: rows) }
    return []
  }
}
