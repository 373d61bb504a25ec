import Canvas
import Text

/// A line of text that is being typed.
struct LineEditor: Equatable, Sendable {
  private(set) var text: String
  /// How many characters stand before the cursor.
  private(set) var cursor: Int

  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Takes a key; false where the key is none of an editor's.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace: delete(from: cursor - 1, to: cursor)
    case .delete: delete(from: cursor, to: cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): delete(from: 0, to: cursor)
    case .control("k"): delete(from: cursor, to: text.count)
    case .control("w"): delete(from: startOfWord, to: cursor)
    default: return false
    }
    return true
  }

  private mutating func insert(_ character: Character) {
    let before = text.count
    text.insert(character, at: text.index(text.startIndex, offsetBy: cursor))
    // A combining mark joins the character before it and adds none.
    cursor += text.count - before
  }

  private mutating func delete(from: Int, to: Int) {
    guard from >= 0, from < to, to <= text.count else { return }
    let start = text.index(text.startIndex, offsetBy: from)
    text.removeSubrange(start..<text.index(start, offsetBy: to - from))
    cursor = from
  }

  private var startOfWord: Int {
    let characters = Array(text)
    var at = cursor
    while at > 0, characters[at - 1] == " " { at -= 1 }
    while at > 0, characters[at - 1] != " " { at -= 1 }
    return at
  }
}

extension Frame {
  /// Draws a line that is being typed behind what asks for it, on the first row, with the cursor where it is.
  mutating func put(prompt: String, _ editor: LineEditor) {
    put(prompt, row: 0, style: .focus)
    put(editor.text, row: 0, column: prompt.count)
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    cursor = .init(row: 0, column: min(prompt.count + before, size.width - 1))
  }
}
