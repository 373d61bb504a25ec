import Canvas
import Query

/// Why the casebook's files could not be read again; what was read before is still shown below.
struct ProblemsOverlay: HintedPart {
  let problems: [FileProblem]
  private(set) var cursor = PageCursor()

  init(_ problems: [FileProblem]) { self.problems = problems }

  var hints: [(key: String, word: String)] {
    [("j k", "choose"), ("Enter", "open the editor there"), ("F5", "read again"), ("q", "close")]
  }

  var guide: OverlayGuide? {
    OverlayGuide(
      "the problems", openedBy: [],
      [
        .init(.enter, command: .open, help: "open the editor there"),
        .init(.function(5), command: .reload, help: "read the files again"),
      ])
  }

  mutating func select(item: Int) { cursor.item = item }

  func hinted(in size: Size) -> [(item: Int, place: Frame.Position)] {
    page(width: size.width).beginnings(from: cursor.top, height: size.height - 3).map {
      ($0.item, Frame.Position(row: $0.place.row + 3, column: $0.place.column))
    }
  }

  mutating func settle(in size: Size) -> [Effect] {
    cursor.settle(on: page(width: size.width), height: max(1, size.height - 3))
    return []
  }

  private func page(width: Int) -> Page {
    var page = Page()
    for (index, problem) in problems.enumerated() {
      page.add(
        wrapped: [Span(problem.place, .link), Span("  \(problem.message)", .problem)],
        width: width - 1, indent: 3, lead: [Span(" ")], item: index)
      page.add(wrapped: [Span(problem.remedy, .dim)], width: width - 1, indent: 5, item: index)
    }
    return page
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    let after = frame.put(" The casebook has \(count)", row: 0, style: .focus)
    frame.put("Enter opens the editor there", row: 0, column: after + 2, style: .dim)
    frame.put(
      "What is shown is as it was before.", row: 1, column: 1, limit: size.width, style: .caution)
    frame.put(
      page(width: size.width), cursor: cursor, rows: 3..<max(3, size.height), mark: .selected)
    return frame
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if key == .function(5) { return state.reload() }
    if key == .enter, problems.indices.contains(cursor.item) {
      let problem = problems[cursor.item]
      return [.edit(.line(path: problem.path, problem.line))]
    }
    if let rows = state.scrolling(key) {
      cursor.item = max(0, min(cursor.item + rows, problems.count - 1))
    }
    return []
  }
}
