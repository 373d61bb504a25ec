import Canvas
import Query
import Text

/// A prompt, over a search that stays in view, for the name under which to save it.
struct SaveSearchOverlay: OverlayPart {
  private var search: SearchOverlay
  private var editor: LineEditor

  init(_ search: SearchOverlay) {
    self.search = search
    editor = LineEditor(search.editor.text)
  }

  private var name: String {
    editor.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = search.view(in: size, of: state)
    let row = size.height - 1
    frame.put(Frame(Size(width: size.width, height: 1)), at: .init(row: row, column: 0))
    let start = frame.put(" Save as  ", row: row, style: .focus)
    frame.put(editor, row: row, column: start)
    return frame
  }

  var hints: [(key: String, word: String)] {
    [("Enter", "save under this name"), ("C-u", "clear"), ("Esc", "back to the search")]
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] { search.take(reply, for: slot) }
  mutating func settle(in size: Size) -> [Effect] { search.settle(in: size) }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: goBack(on: &state)
    case .enter:
      guard !name.isEmpty else { return [] }
      let isNew = !state.keepsakes.searches.contains { $0.name == name }
      let change = Keepsakes.Change.save(SavedSearch(name: name, query: search.editor.text))
      state.keepsakes.make(change)
      state.notice = .init(
        text: (isNew ? "saved as" : "saved in place of the former") + " “\(name)”; F lists them")
      goBack(on: &state)
      return [.keep(change)]
    default: _ = editor.take(key)
    }
    return []
  }

  /// Back to the search, which has gone on meanwhile.
  private func goBack(on state: inout ExplorerState) {
    state.closeOverlay()
    state.show(search)
  }
}

extension ExplorerState {
  /// `C-o` in a search: saves it under a name.
  mutating func save(_ search: SearchOverlay) {
    guard search.expression != nil, search.problem == nil else {
      notice = .init(text: "nothing to save yet: type what to look for")
      return
    }
    show(SaveSearchOverlay(search))
  }
}
