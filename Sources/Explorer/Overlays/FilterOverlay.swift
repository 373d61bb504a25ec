import Canvas
import Model
import Query
import Text

/// A prompt for a query that narrows the events; it says how many would remain while it is typed.
struct FilterOverlay: OverlayPart {
  private(set) var editor = LineEditor()
  /// What the query means; nil while it does not read, or is nothing.
  private(set) var expression: QueryExpression?
  private(set) var problem: QueryProblem?
  /// How many events would remain; nil until known.
  private(set) var remaining: Int?
  /// How many there are now, and the filters that narrow them.
  private let total: Int?
  private let filters: Int

  init(_ events: ListPane) {
    total = events.total
    filters = events.filters.count
  }

  /// Reads what is typed.
  private mutating func read() {
    (expression, problem, remaining) = (nil, nil, nil)
    do {
      let read = try QueryReader.read(editor.text)
      expression = read == .everything ? nil : read
    } catch {
      problem = error
    }
  }

  private var isEmpty: Bool { editor.text.allSatisfy(\.isWhitespace) }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let start = frame.put(" Filter  ", row: 0, style: .focus)
    frame.put(editor, row: 0, column: start)
    guard let problem else {
      frame.put(remark, row: 1, column: start, limit: size.width, style: .dim)
      frame.put(keys, row: 2, column: start, limit: size.width, style: .dim)
      return frame
    }
    frame.put(problem, row: 1, start: start)
    let fits = start + Cells.width(problem.remedy) <= size.width
    frame.put(problem.remedy, row: 2, column: fits ? start : 1, limit: size.width, style: .dim)
    return frame
  }

  private var remark: String {
    if isEmpty { return "narrows the events: kind:bombing, date:2016, killed:>50, words" }
    let count = remaining.map { "\($0)" + (total.map { " of \($0)" } ?? "") + " remain" }
    return ([count ?? "counting"] + (expression?.notices.map(\.text) ?? []))
      .joined(separator: " · ")
  }

  private var keys: String {
    let enter =
      !isEmpty
      ? "Enter adds it · "
      : filters == 0 ? "" : "Enter lifts \(filters == 1 ? "the filter" : "all \(filters)") · "
    return enter + "Esc leaves"
  }
}

extension Frame {
  /// A problem with its mark under the column it is about, the words on the side that has room.
  fileprivate mutating func put(_ problem: QueryProblem, row: Int, start: Int) {
    let column = min(start + problem.column - 1, size.width - 1)
    put("^", row: row, column: column, style: .problem)
    let width = Cells.width(problem.message)
    if column + 2 + width <= size.width || column < size.width / 2 {
      put(problem.message, row: row, column: column + 2, limit: size.width, style: .problem)
    } else {
      put(
        problem.message, row: row, column: max(0, column - 1 - width), limit: column - 1,
        style: .problem)
    }
  }
}

extension FilterOverlay {
  var area: OverlayArea { .lastLines(3) }
  var hints: [(key: String, word: String)] { [] }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: state.closeOverlay()
    case .backspace where editor.text.isEmpty: state.closeOverlay()
    case .enter:
      guard problem == nil else { return [] }
      state.closeOverlay()
      if let filter {
        return [.cancel(.filter)] + state.overView { $0.add(filter) }
      }
      return filters == 0 ? [] : state.overView { $0.removeFilters() }
    default:
      let before = editor.text
      guard editor.take(key), editor.text != before else { return [] }
      read()
      guard let expression else { return [.cancel(.filter)] }
      return [.ask(.filter, .rows(state.panes.events.request(narrowedBy: expression)))]
    }
    return [.cancel(.filter)]
  }

  private var filter: Filter? { expression.map { Filter(typed: editor.text, $0) } }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    if slot == .filter, case .rows(let window) = reply { remaining = window.total }
    return []
  }
}

extension Filter {
  /// One that was typed; its chip says it as it was.
  init(typed text: String, _ expression: QueryExpression) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.init(origin: .typed, words: words, expression: expression)
  }
}

extension ExplorerState {
  /// `\`: a prompt for a query that narrows the events.
  mutating func openFilterPrompt() -> [Effect] {
    show(FilterOverlay(panes.events))
    return []
  }

  /// `C-t` in a search: what it looks for narrows the events.
  mutating func filter(by search: SearchOverlay) -> [Effect] {
    guard let expression = search.expression, search.problem == nil else {
      notice = .init(text: "nothing to filter by yet: type what to look for")
      return []
    }
    return filter(by: expression, typed: search.editor.text)
  }

  /// Leaves what lies over the panes for the events, which a query now narrows.
  mutating func filter(by expression: QueryExpression, typed text: String) -> [Effect] {
    leavePlace()
    focus = .events
    return [.cancel(.search), .cancel(.searchMonths)]
      + add(Filter(typed: text, expression))
  }
}

extension Frame {
  /// Draws a line that is typed from a column to the end of the row, its cursor in view.
  mutating func put(_ editor: LineEditor, row: Int, column: Int) {
    let room = max(1, size.width - column - 1)
    var hidden = 0
    let before = Array(editor.text.prefix(editor.cursor))
    while hidden < before.count, Cells.width(String(before[hidden...])) > room { hidden += 1 }
    put(String(editor.text.dropFirst(hidden)), row: row, column: column, limit: size.width)
    cursor = .init(
      row: row, column: min(column + Cells.width(String(before[hidden...])), size.width - 1))
  }
}
