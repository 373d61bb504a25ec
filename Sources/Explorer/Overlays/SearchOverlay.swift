import Canvas
import Model
import Query
import Text

/// Search as you type: a line to type in, and the first hits of every kind below it.
struct SearchOverlay: OverlayPart {
  /// How many hits of a kind are listed.
  static let limit = 12

  private(set) var editor: LineEditor
  private(set) var hits: [ListWindow] = []
  /// How many of the events found lie in each month; nil until known.
  private(set) var months: MonthCounts?
  /// Whether these are the months of what is typed, and not of what was.
  private var areMonthsNew = false
  /// What is wrong with the query as it stands.
  private(set) var problem: QueryProblem?
  private(set) var selected = 0
  private var top = 0
  /// What is asked for and not answered.
  /// What is asked for and not answered.
  private var awaited: [Slot] = []
  private var isToAskAgain = false
  /// Whether a hit was opened and nothing was typed since: then Backspace goes on along the trail.
  private var isLeft = false

  init(_ query: String = "") { editor = LineEditor(query) }

  /// Every hit that is listed, in order.
  var rows: [ListRow] { hits.flatMap(\.rows) }

  var selectedRow: ListRow? { rows.indices.contains(selected) ? rows[selected] : nil }

  /// What is looked for; nil while it does not read, or is nothing.
  var expression: QueryExpression? {
    let read = try? QueryReader.read(editor.text)
    return read == .everything ? nil : read
  }

  /// What the hits are found by.
  var words: [String] {
    guard let expression else { return [] }
    return expression.words.flatMap { Folding.words($0) }
  }

  /// The keys that choose a hit.
  private static let choosing: Set<Key> = [
    .down, .up, .control("n"), .control("p"), .tab, .backTab, .pageDown, .pageUp,
  ]

  /// Takes a key; nil where it is none of the overlay's.
  mutating func take(_ key: Key) -> [Effect]? {
    switch key {
    case .down, .control("n"), .tab: selected = min(selected + 1, max(0, rows.count - 1))
    case .up, .control("p"), .backTab: selected = max(selected - 1, 0)
    case .pageDown: selected = min(selected + 10, max(0, rows.count - 1))
    case .pageUp: selected = max(selected - 10, 0)
    default:
      let before = editor.text
      guard editor.take(key) else { return nil }
      return editor.text == before ? [] : ask()
    }
    return []
  }

  /// The question for what is typed; a query that does not parse keeps the hits of the last one.
  mutating func ask() -> [Effect] {
    awaited = []
    do {
      let expression = try QueryReader.read(editor.text)
      problem = nil
      guard expression != .everything else {
        hits = []
        months = nil
        selected = 0
        return [.cancel(.search), .cancel(.searchMonths)]
      }
      areMonthsNew = false
      awaited = [.search, .searchMonths]
      return questions(expression)
    } catch {
      problem = error
      return [.cancel(.search), .cancel(.searchMonths)]
    }
  }

  /// Those whose answers are awaited.
  private func questions(_ expression: QueryExpression) -> [Effect] {
    awaited.map { slot in
      slot == .search
        ? .ask(slot, .search(expression, limit: Self.limit))
        : .ask(slot, .months(RowRequest(.event, expression: expression, count: 0)))
    }
  }

  mutating func forgetQuestions() { isToAskAgain = !awaited.isEmpty }

  mutating func take(_ months: MonthCounts) {
    self.months = months
    areMonthsNew = true
  }

  mutating func take(_ hits: [ListWindow]) {
    self.hits = hits
    if !areMonthsNew { months = nil }
    selected = 0
    top = 0
  }

  /// Scrolls so that the selected hit and the heading of its kind are seen.
  mutating func settle(in size: Size) -> [Effect] {
    let room = max(1, size.height - 3)
    let line = lines.firstIndex { $0.row == selected } ?? 0
    if line >= top + room { top = line - room + 1 }
    if line < top { top = line }
    if selected == 0 { top = 0 }
    guard isToAskAgain, let expression else { return [] }
    isToAskAgain = false
    return questions(expression)
  }

  private enum Line: Equatable {
    case heading(ListWindow)
    case hit(Int, ListRow)
    var row: Int? { if case .hit(let index, _) = self { index } else { nil } }
  }

  private var lines: [Line] {
    var lines: [Line] = []
    var index = 0
    for window in hits where window.total > 0 {
      lines.append(.heading(window))
      for row in window.rows {
        lines.append(.hit(index, row))
        index += 1
      }
    }
    return lines
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let prompt = " Search  "
    frame.put(prompt, row: 0, style: .focus)
    let start = prompt.count
    frame.put(editor.text, row: 0, column: start, limit: size.width)
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    frame.cursor = .init(row: 0, column: min(start + before, size.width - 1))
    if let problem {
      let column = min(start + problem.column - 1, size.width - 1)
      frame.put(
        "^ \(problem.message)", row: 1, column: column > size.width / 2 ? start : column,
        style: .problem)
      frame.put(problem.remedy, row: 2, column: start, style: .dim)
      return frame
    }
    frame.put(hint, row: 1, column: start, style: .dim)
    if let months, months.total > 0 {
      let line = MonthLine(counts: months)
      frame.put(line.view(width: size.width - start + 1), at: .init(row: 2, column: start - 1))
    }
    for (row, line) in lines.dropFirst(top).prefix(max(0, size.height - 3)).enumerated() {
      draw(line, on: &frame, row: row + 3)
    }
    return frame
  }

  private var hint: String {
    if editor.text.allSatisfy(\.isWhitespace) {
      return "names, words, \"a phrase\", group: place: kind: date:2016-08..2016-11 killed:>50"
    }
    let total = hits.map(\.total).reduce(0, +)
    let notices = (try? QueryReader.read(editor.text))?.notices ?? []
    let found = total == 0 ? "nothing found" : Self.counted(total, "hit")
    return ([found] + notices.map(\.text)).joined(separator: " · ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private func draw(_ line: Line, on frame: inout Frame, row: Int) {
    let width = frame.size.width
    switch line {
    case .heading(let window):
      let name = window.kind.plural.prefix(1).uppercased() + window.kind.plural.dropFirst()
      var after = frame.put(" \(name)", row: row, style: .heading)
      if let isCertain = window.isCertain {
        after = frame.put(
          isCertain ? ", certainly in these dates" : ", possibly in these dates", row: row,
          column: after, style: isCertain ? .heading : .caution)
      }
      let shown = window.rows.count
      let count = shown < window.total ? "\(window.total), the first \(shown)" : "\(window.total)"
      frame.put(count, row: row, column: after + 2, style: .dim)
    case .hit(let index, let hit):
      var lead = ""
      switch hit.target {
      case .passage(let passage): lead = passage.words
      case .text(let source, _): lead = source.rawValue
      case .record: lead = hit.kind == .event ? hit.date?.description ?? "undated" : ""
      }
      let leadStyle: Style = hit.kind == .event ? .date : .citation
      var column = 3
      if !lead.isEmpty {
        let aligned = hit.kind == .event ? (width < 100 ? 15 : 26) : 18
        column = max(aligned, frame.put(lead, row: row, column: 3, style: leadStyle) + 2)
      }
      let end = width - 1
      let side = sideNote(hit)
      let sideStart = end - Cells.width(side)
      let limit = !side.isEmpty && sideStart > column + 20 ? sideStart - 2 : end
      // A third of the row is for what was found, where the title does not show it.
      let aside = hit.snippet.map { min(Cells.width($0) + 3, (limit - column) / 3) } ?? 0
      let shown = Cells.excerpt(hit.title, showing: words, to: max(0, limit - column - aside))
      let after = frame.put(shown, row: row, column: column, limit: limit)
      frame.markMatches(of: words, in: shown, row: row, column: column, limit: limit)
      if let snippet = hit.snippet, limit - after > 6 {
        let text = Cells.excerpt(snippet, showing: words, to: limit - after - 3)
        frame.put(" · \(text)", row: row, column: after, limit: limit, style: .dim)
        frame.markMatches(of: words, in: text, row: row, column: after + 3, limit: limit)
      }
      if limit < end { frame.put(side, row: row, column: sideStart, style: .dim) }
      if index == selected { frame.mark(row: row, .selected) }
    }
  }

  /// Why it was found where its title does not show it, or whether its date is certain.
  private func sideNote(_ hit: ListRow) -> String {
    if let name = hit.foundBy {
      return "as “\(name)”" + (hit.foundHow.map { ", \($0)" } ?? "")
    }
    switch hit.kind {
    case .event: return hit.place
    case .group, .person, .place: return hit.events == 0 ? "" : Self.counted(hit.events, "event")
    case .passage:
      let facts = hit.facts == 0 ? nil : Self.counted(hit.facts, "fact")
      return [facts, hit.anchor?.words].compactMap(\.self).joined(separator: ", ")
    case .text: return hit.detail
    case .statement: return "\(hit.detail) · \(hit.place)"
    case .relation, .theme, .source: return hit.detail
    }
  }
}

extension SearchOverlay {
  func spoken(in size: Size, of state: ExplorerState) -> Spoken {
    var spoken = Spoken(frame: view(in: size, of: state))
    let total = hits.map(\.total).reduce(0, +)
    if total > 0 { spoken.place += ", \(Self.counted(total, "hit"))" }
    if let kind = selectedRow?.kind { spoken.row = "\(kind.rawValue) \(spoken.row)" }
    return spoken
  }

  var hints: [(key: String, word: String)] {
    (isLeft ? [("Backspace", "back")] : []) + [
      ("↑ ↓", "choose"), ("Enter", "open"), ("C-t", "filter"), ("C-o", "save"), ("C-x", "export"),
      ("C-u", "clear"), ("Esc", "close"),
    ]
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    awaited.removeAll { $0 == slot }
    switch (slot, reply) {
    case (.search, .hits(let hits)): take(hits)
    case (.searchMonths, .months(let months)): take(months)
    default: break
    }
    return []
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape:
      state.closeOverlay()
      return [.cancel(.search), .cancel(.searchMonths)]
    case .control("t"): return state.filter(by: self)
    case .control("o"):
      state.save(self)
      return []
    case .control("x"):
      state.export(self)
      return []
    case .enter:
      guard let row = selectedRow, problem == nil else { return [] }
      state.hits = rows
      state.hit = selected
      state.searched = editor.text
      state.searchedWords = words
      isLeft = true
      state.keepOnTop(self)
      return [.cancel(.search), .cancel(.searchMonths)] + state.open(hit: row)
    case .backspace where isLeft: return state.goBack(forward: false)
    default:
      guard let effects = take(key) else { return [] }
      if !Self.choosing.contains(key) { isLeft = false }
      return effects
    }
  }
}
