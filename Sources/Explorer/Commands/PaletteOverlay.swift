import Canvas
import Text

/// Every action by its name: typing narrows the list, Enter runs one in the view or the pane from which it was
/// called.
struct PaletteOverlay: OverlayPart {
  /// Something that can be run.
  struct Entry: Equatable, Sendable {
    let name: String
    let keys: String
    let firstKey: String
    let help: String
    /// Why it does nothing in this pane; nil where it does.
    let elsewhere: String?
    /// Whether it is one of the view's own, from which the palette was called.
    let isOfView: Bool

    init(name: String, keys: String, help: String) {
      (self.name, self.keys, firstKey, self.help) = (name, keys, keys, help)
      elsewhere = nil
      isOfView = false
    }

    init(
      name: String, keys: [[Key]], help: String, elsewhere: String? = nil, isOfView: Bool = false
    ) {
      self.isOfView = isOfView
      let names = keys.map { $0.map(\.name).joined(separator: " ") }
      self.name = name
      self.keys = names.joined(separator: "  ")
      firstKey = names.first ?? ""
      self.help = help
      self.elsewhere = elsewhere
    }
  }

  private let entries: [Entry]
  private(set) var editor = LineEditor()
  private(set) var found: [Entry]
  private(set) var selected = 0
  private var top = 0

  init(_ state: ExplorerState) {
    entries = Self.entries(of: state)
    found = entries
  }

  private static func entries(of state: ExplorerState) -> [Entry] {
    let all = CommandText.names.filter { $0 != Verb.q.rawValue && $0 != Verb.keys.rawValue }
      .compactMap { name in entry(name, state) }
    let here = all.filter { $0.elsewhere == nil }
    return here.filter(\.isOfView) + here.filter { !$0.isOfView }
      + all.filter { $0.elsewhere != nil }
  }

  private static func entry(_ name: String, _ state: ExplorerState) -> Entry? {
    guard let command = Command(named: name) else {
      guard let verb = Verb(rawValue: name) else { return nil }
      return Entry(name: name, keys: ":\(name)", help: verb.help)
    }
    if command == .palette { return nil }
    if let guide = state.guide, let help = guide.help(of: command, in: state.keymap) {
      let keys = guide.keys(of: command, in: state.keymap).map { [$0] }
      return Entry(name: name, keys: keys, help: help, isOfView: true)
    }
    if let row = state.keymap.row(of: command, in: state.scope) {
      return Entry(
        name: name, keys: state.keymap.keys(of: command, in: state.scope), help: row.help)
    }
    let rows = state.keymap.table.filter { $0.command == command }
    guard let row = rows.first else { return nil }
    let there = rows.map(\.scope.words).joined(separator: " or ")
    return Entry(name: name, keys: row.keys, help: row.help, elsewhere: "only \(there)")
  }

  var selectedEntry: Entry? { found.indices.contains(selected) ? found[selected] : nil }

  private mutating func narrow() {
    let words = Folding.words(editor.text)
    let letters = Folding.fold(editor.text).filter { $0 != " " }
    let ranked = entries.enumerated().compactMap { index, entry in
      Self.rank(entry, words, letters).map { (rank: $0, index: index, entry: entry) }
    }
    found = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.entry)
    selected = 0
    top = 0
  }

  /// 0 for the best; nil where it is not meant.
  private static func rank(_ entry: Entry, _ words: [String], _ letters: String) -> Int? {
    if words.isEmpty { return 0 }
    let name = Folding.fold(entry.name)
    if name.hasPrefix(words.joined(separator: " ")) { return 0 }
    func allBegin(_ known: [String]) -> Bool {
      words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
    }
    let nameWords = Folding.words(entry.name)
    if allBegin(nameWords) { return 1 }
    if allBegin(nameWords + Folding.words(entry.help)) { return 2 }
    return isSubsequence(letters, of: name) ? 3 : nil
  }

  private static func isSubsequence(_ letters: String, of name: String) -> Bool {
    var rest = letters[...]
    for character in name where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  mutating func settle(in size: Size) -> [Effect] {
    let room = max(1, size.height - 2)
    if selected < top { top = selected }
    if selected >= top + room { top = selected - room + 1 }
    top = max(0, min(top, found.count - room))
    return []
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let prompt = " Action  "
    frame.put(prompt, row: 0, style: .focus)
    let end = frame.put(editor.text, row: 0, column: prompt.count)
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    frame.cursor = .init(row: 0, column: min(prompt.count + before, size.width - 1))
    let count =
      editor.text.isEmpty
      ? "letters of its name, or words of what it does" : "\(found.count) of \(entries.count)"
    frame.put(count, row: 0, column: max(end + 3, prompt.count + 20), style: .dim)
    for (row, index) in zip(2..<max(2, size.height), top..<max(top, found.count)) {
      draw(found[index], row: row, on: &frame)
      if index == selected { frame.mark(row: row, .selected) }
    }
    if found.isEmpty { frame.put("no action is so called", row: 2, column: 1, style: .caution) }
    return frame
  }

  private func draw(_ entry: Entry, row: Int, on frame: inout Frame) {
    let width = frame.size.width
    let names = min(width / 3, (entries.map { Cells.width($0.name) }.max() ?? 0) + 1)
    // Where there is little room, the first of the keys will do.
    let isWide = width >= 100
    let keys = isWide ? 22 : 10
    let words = Folding.words(editor.text)
    let isHere = entry.elsewhere == nil
    frame.put(
      entry.name, row: row, column: 1, limit: names + 1, style: isHere ? .heading : .dim)
    frame.markMatches(of: words, in: entry.name, row: row, column: 1, limit: names + 1)
    frame.put(
      isWide ? entry.keys : entry.firstKey, row: row, column: names + 2, limit: names + 1 + keys,
      style: isHere ? .key : .dim)
    let help =
      entry.elsewhere.map { "\($0): \(entry.help)" } ?? entry.help
    let start = names + keys + 2
    frame.put(help, row: row, column: start, limit: width - 1, style: isHere ? .plain : .dim)
    frame.markMatches(of: words, in: help, row: row, column: start, limit: width - 1)
  }
}

extension PaletteOverlay {
  var hints: [(key: String, word: String)] {
    [("↑ ↓", "choose"), ("Enter", "run"), ("C-u", "clear"), ("Esc", "close")]
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape, .control("g"): state.closeOverlay()
    case .down, .control("n"), .tab: move(by: 1)
    case .up, .control("p"), .backTab: move(by: -1)
    case .pageDown: move(by: 10)
    case .pageUp: move(by: -10)
    case .enter: return run(on: &state)
    default:
      let before = editor.text
      if editor.take(key), editor.text != before { narrow() }
    }
    return []
  }

  private mutating func move(by rows: Int) {
    selected = max(0, min(selected + rows, found.count - 1))
  }

  private func run(on state: inout ExplorerState) -> [Effect] {
    guard let entry = selectedEntry else { return [] }
    state.closeOverlay()
    if let command = Command(named: entry.name) { return state.run(named: command) }
    state.show(CommandOverlay(entry.name + " ", in: state))
    return []
  }
}
