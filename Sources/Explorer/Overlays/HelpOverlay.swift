import Canvas
import Text

/// The live keys: the table that the program itself reads, the pane's own first; `/` narrows it to what
/// has some words.
struct HelpOverlay: OverlayPart {
  private var top = 0
  private(set) var editor = LineEditor()
  private(set) var isTyping = false
  /// Which of the rows found is marked.
  private(set) var current = 0

  private struct Section: Equatable {
    var name: String
    var rows: [HelpRow]
  }

  private let sections: [Section]
  /// What the first section is about: `the timeline`.
  private let place: String

  /// All keys, those first that hold where it was called from: in a view that lies over the panes, else in
  /// the pane in focus.
  init(_ state: ExplorerState) {
    let keymap = state.keymap
    let near: [Scope] = [state.scope, .everywhere]
    var sections = (near + Scope.allCases.filter { !near.contains($0) }).map { scope in
      Section(
        name: scope.words,
        rows: keymap.table.filter { $0.scope == scope }.map { HelpRow($0, of: keymap) })
    }
    let view = state.overlay?.part.guide
    if let view {
      let rows = view.help(keymap, others: state.commandsOverView)
      sections.insert(Section(name: "in \(view.name)", rows: rows), at: 0)
    }
    self.sections = sections
    place = view?.name ?? "this pane"
  }

  private var words: [String] { Folding.words(editor.text) }
  private var isNarrowed: Bool { editor.text.contains { !$0.isWhitespace } }

  /// By a key as it is written, or by words of the help, of the command's name and of where it holds.
  private func matches(_ row: HelpRow) -> Bool {
    guard isNarrowed else { return true }
    if row.keys.contains(where: { $0.map(\.name).joined() == typedKey }) { return true }
    let known = Folding.words(
      [row.help, row.command?.name ?? "", row.place].joined(separator: " "))
    return Self.begin(words, known)
  }

  private var found: Int { sections.reduce(0) { $0 + $1.rows.count(where: matches) } }
  private var count: Int { sections.reduce(0) { $0 + $1.rows.count } }

  /// The sections one below the other; each row an item.
  private func page(width: Int) -> Page {
    var page = Page()
    var item = 0
    for section in sections {
      let rows = section.rows.filter(matches)
      if rows.isEmpty { continue }
      if !page.lines.isEmpty { page.add() }
      let name = section.name.prefix(1).uppercased() + section.name.dropFirst()
      page.add([Span(" \(name)", .heading)])
      for row in rows {
        add(row, to: &page, width: width, item: item)
        item += 1
      }
    }
    return page
  }

  private func add(_ row: HelpRow, to page: inout Page, width: Int, item: Int) {
    let keys = row.keys.isEmpty ? "no key" : row.names
    let indent = 26
    var lead = [Span("   "), Span(keys, row.keys.isEmpty ? .dim : .key)]
    var help = [Span(row.help)]
    if let command = row.command, isFoundByName(row, command) {
      let name = Span("  :\(command.name)", .dim)
      let isRoom = Cells.width(keys + name.text) + 4 <= indent
      if isRoom { lead.append(name) } else { help.append(name) }
    }
    if row.isChanged { help.append(Span("  changed", .caution)) }
    guard Cells.width(keys) + 4 <= indent else {
      page.add(lead, item: item)
      return page.add(wrapped: help, width: width, indent: indent, item: item)
    }
    page.add(wrapped: help, width: width, indent: indent, lead: lead, item: item)
  }

  /// Whether neither the keys nor the help of a row that was found show why.
  private func isFoundByName(_ row: HelpRow, _ command: Command) -> Bool {
    isNarrowed && !Self.begin(words, Folding.words(row.help))
      && Self.begin(words, Folding.words(command.name))
  }

  private static func begin(_ words: [String], _ known: [String]) -> Bool {
    !words.isEmpty && words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
  }

  /// From this width on, the lines stand in two columns.
  private static let twoColumns = 160

  private func columns(_ size: Size) -> Int { size.width >= Self.twoColumns ? 2 : 1 }
  private func width(_ size: Size) -> Int { min(88, size.width / columns(size) - 1) }

  /// How many lines of the page are on the screen at once.
  private func shown(_ size: Size) -> Int { max(1, size.height - 2) * columns(size) }

  mutating func scroll(by rows: Int) { top = max(0, top + min(rows, 1_000_000)) }

  mutating func settle(in size: Size) -> [Effect] {
    let lines = page(width: width(size)).lines
    current = max(0, min(current, found - 1))
    top = max(0, min(top, lines.count - shown(size)))
    return []
  }

  private mutating func move(by step: Int, in size: Size) {
    guard isNarrowed, found > 0 else { return }
    current = (current + step + found) % found
    let lines = page(width: width(size)).lines(of: current)
    if lines.lowerBound < top { top = lines.lowerBound }
    if lines.upperBound > top + shown(size) { top = lines.upperBound - shown(size) }
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    drawHead(on: &frame)
    let lines = page(width: width(size)).lines.dropFirst(top)
    let height = max(1, size.height - 2)
    for (index, line) in lines.prefix(shown(size)).enumerated() {
      let start = index / height * (size.width / 2)
      put(line, row: index % height + 2, column: start, width: width(size), on: &frame)
    }
    if found == 0 { frame.put("no key does that", row: 2, column: 3, style: .caution) }
    return frame
  }

  private func drawHead(on frame: inout Frame) {
    let after = frame.put(" Keys", row: 0, style: .focus) + 2
    guard isTyping || isNarrowed else {
      frame.put(
        "those of \(place) first · / finds a key or words", row: 0, column: after, style: .dim)
      return
    }
    let start = frame.put("/", row: 0, column: after, style: .key)
    let end = frame.put(editor.text, row: 0, column: start)
    if isTyping {
      let before = Cells.width(String(editor.text.prefix(editor.cursor)))
      frame.cursor = .init(row: 0, column: min(start + before, frame.size.width - 1))
    }
    let count = isNarrowed ? "\(found) of \(count)" : "a key, or words of what it does"
    frame.put(count, row: 0, column: max(end + 3, 24), style: .dim)
  }

  private func put(
    _ line: PageLine, row: Int, column start: Int, width: Int, on frame: inout Frame
  ) {
    let limit = min(start + width, frame.size.width)
    let isKey = line.spans.contains { $0.style == .key && Self.keys($0.text).contains(typedKey) }
    var column = start
    for span in line.spans {
      let at = column
      column = frame.put(span.text, row: row, column: column, limit: limit, style: span.style)
      guard isNarrowed, line.item != nil else { continue }
      if isKey {
        if span.style == .key { markKey(in: span.text, row: row, column: at, on: &frame) }
      } else if span.style != .key {
        frame.markMatches(of: words, in: span.text, row: row, column: at, limit: limit)
      }
    }
    if isNarrowed, line.item == current {
      frame.mark(row: row, columns: start..<(start + width), .selected)
    }
  }

  /// What is typed, as a key: `gg` for `g g`.
  private var typedKey: String { editor.text.filter { !$0.isWhitespace } }

  /// The keys of a row, without the blanks in them.
  private static func keys(_ names: String) -> [String] {
    names.split(separator: "  ").map { $0.filter { $0 != " " } }
  }

  /// Marks the key that was typed.
  private func markKey(in text: String, row: Int, column: Int, on frame: inout Frame) {
    var at = column
    for part in text.split(separator: "  ", omittingEmptySubsequences: false) {
      let width = Cells.width(part)
      if part.filter({ $0 != " " }) == typedKey {
        frame.mark(row: row, columns: at..<(at + width), .match)
      }
      at += width + 2
    }
  }
}

extension HelpOverlay {
  var hints: [(key: String, word: String)] {
    if isTyping { return [("Enter", "keep"), ("C-u", "clear"), ("Esc", "all keys")] }
    return isNarrowed
      ? [("n N", "next, previous"), ("/", "find again"), ("Esc", "all keys"), ("q", "close")]
      : [("j k", "scroll"), ("/", "find"), ("q", "close")]
  }

  var guide: OverlayGuide? {
    isTyping
      ? nil
      : OverlayGuide(
        "the help", openedBy: [.help],
        [
          .init("/", command: .search, help: "find a key, or words of what it does"),
          .init("n", command: .nextHit, help: "the next row that was found"),
          .init("N", command: .previousHit, help: "the row before"),
        ])
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    let size = state.overlaySize
    if isTyping {
      switch key {
      case .escape: leaveSearch()
      case .enter: isTyping = false
      case .down, .control("n"): move(by: 1, in: size)
      case .up, .control("p"): move(by: -1, in: size)
      default:
        guard editor.take(key) else { break }
        current = 0
        top = 0
      }
      return []
    }
    // As in the reader: what it finds stands in a text.
    switch (key, state.keymap.command(for: [key], in: .reader)) {
    case (_, .find), (_, .search):
      editor = LineEditor()
      isTyping = true
    case (.escape, _) where isNarrowed: leaveSearch()
    case (_, .nextFound): move(by: 1, in: size)
    case (_, .previousFound): move(by: -1, in: size)
    default: if let rows = state.scrolling(key) { scroll(by: rows) }
    }
    return []
  }

  private mutating func leaveSearch() {
    editor = LineEditor()
    isTyping = false
    top = 0
  }
}
