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

  private let keymap: Keymap
  private let scope: Scope

  /// - Parameter scope: the pane from which it was called.
  init(_ keymap: Keymap, from scope: Scope) {
    self.keymap = keymap
    self.scope = scope
  }

  private var words: [String] { Folding.words(editor.text) }
  private var isNarrowed: Bool { editor.text.contains { !$0.isWhitespace } }

  private var scopes: [Scope] {
    let near: [Scope] = scope == .everywhere ? [scope] : [scope, .everywhere]
    return near + Scope.allCases.filter { !near.contains($0) }
  }

  private func rows(in scope: Scope) -> [Binding] {
    keymap.table.filter { $0.scope == scope && matches($0) }
  }

  /// By a key as it is written, or by words of the help, of the command's name and of where it holds.
  private func matches(_ row: Binding) -> Bool {
    guard isNarrowed else { return true }
    if row.keys.contains(where: { $0.map(\.name).joined() == typedKey }) { return true }
    let known = Folding.words([row.help, row.command.name, row.scope.words].joined(separator: " "))
    return Self.begin(words, known)
  }

  private var found: Int { scopes.reduce(0) { $0 + rows(in: $1).count } }

  /// The sections one below the other; each row an item.
  private func page(width: Int) -> Page {
    var page = Page()
    var item = 0
    for scope in scopes {
      let rows = rows(in: scope)
      if rows.isEmpty { continue }
      if !page.lines.isEmpty { page.add() }
      page.add([Span(" \(Self.name(of: scope))", .heading)])
      for row in rows {
        add(row, to: &page, width: width, item: item)
        item += 1
      }
    }
    return page
  }

  private func add(_ row: Binding, to page: inout Page, width: Int, item: Int) {
    let keys = row.keys.isEmpty ? "no key" : row.names
    let indent = 26
    var lead = [Span("   "), Span(keys, row.keys.isEmpty ? .dim : .key)]
    var help = [Span(row.help)]
    if isFoundByName(row) {
      let name = Span("  :\(row.command.name)", .dim)
      let isRoom = Cells.width(keys + name.text) + 4 <= indent
      if isRoom { lead.append(name) } else { help.append(name) }
    }
    if keymap.standardKeys(of: row) != row.keys { help.append(Span("  changed", .caution)) }
    guard Cells.width(keys) + 4 <= indent else {
      page.add(lead, item: item)
      return page.add(wrapped: help, width: width, indent: indent, item: item)
    }
    page.add(wrapped: help, width: width, indent: indent, lead: lead, item: item)
  }

  /// Whether neither the keys nor the help of a row that was found show why.
  private func isFoundByName(_ row: Binding) -> Bool {
    isNarrowed && !Self.begin(words, Folding.words(row.help))
      && Self.begin(words, Folding.words(row.command.name))
  }

  private static func begin(_ words: [String], _ known: [String]) -> Bool {
    !words.isEmpty && words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
  }

  private static func name(of scope: Scope) -> String {
    scope.words.prefix(1).uppercased() + scope.words.dropFirst()
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
        "those of this pane first · / finds a key or words", row: 0, column: after, style: .dim)
      return
    }
    let start = frame.put("/", row: 0, column: after, style: .key)
    let end = frame.put(editor.text, row: 0, column: start)
    if isTyping {
      let before = Cells.width(String(editor.text.prefix(editor.cursor)))
      frame.cursor = .init(row: 0, column: min(start + before, frame.size.width - 1))
    }
    let count = isNarrowed ? "\(found) of \(keymap.table.count)" : "a key, or words of what it does"
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
