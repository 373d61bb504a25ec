import Canvas
import Text

/// A prompt for words to find within the source that is read; the reader follows what is typed.
struct FindOverlay: OverlayPart {
  private(set) var editor = LineEditor()
  /// The reader as it was, to which Esc goes back.
  let before: ReaderPane

  init(before: ReaderPane) { self.before = before }

  /// Takes a key; false where it is none of the prompt's.
  mutating func take(_ key: Key) -> Bool { editor.take(key) }

  /// What is looked for.
  var words: [String] { Folding.words(editor.text) }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    let isFound = state.panes.reader?.hasFound ?? false
    var frame = Frame(size)
    let prompt = " Find  "
    frame.put(prompt: prompt, editor)
    let isEmpty = words.isEmpty
    let text =
      isEmpty
      ? "words that stand one after another; n and N go on"
      : isFound ? "Enter keeps, Esc goes back" : "not found within"
    let column = max(prompt.count + Cells.width(editor.text) + 3, 30)
    frame.put(text, row: 0, column: column, style: isEmpty || isFound ? .dim : .caution)
    return frame
  }
}

extension FindOverlay {
  var area: OverlayArea { .foot }
  var hints: [(key: String, word: String)] { [] }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape:
      state.panes.reader = before
      state.closeOverlay()
    case .enter:
      if words.isEmpty { state.panes.reader?.find(nil) }
      state.closeOverlay()
    default:
      guard take(key) else { return [] }
      state.panes.reader = before
      state.panes.reader?.find(words)
    }
    return []
  }
}
