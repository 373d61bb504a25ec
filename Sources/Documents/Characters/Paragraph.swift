/// One paragraph in the making: clean lines, joined.
struct Paragraph: Hashable {
  private(set) var text = ""
  /// Where in `text` another page begins, in bytes of UTF-8, ascending.
  private(set) var pageStarts: [Int] = []

  init(_ line: String = "") { text = line }

  /// Whether a line of it could end here: with a full stop or its like, closing marks aside.
  var isEnded: Bool {
    for character in text.unicodeScalars.reversed() {
      switch character {
      case "”", "’", "\"", "'", ")", "]", "»", "›": continue
      case "0"..."9":
        // The number of a note, stuck to the full stop: `ended.12`
        continue
      case ".", "!", "?", ":", ";", "…", "。", "？", "！", "؟", "۔": return true
      default: return false
      }
    }
    return text.isEmpty
  }

  /// Takes up the next line of a paragraph that was cut into lines.
  ///
  /// A hyphen at the end of a line, after a letter, goes where the next line begins in lower case;
  /// before anything else it stays, and nothing comes between. Ideographs join without a blank;
  /// everything else with one.
  ///
  /// The line stands `pages` pages on; pages between are without text.
  mutating func join(_ line: String, pages: Int = 0) {
    guard let first = line.unicodeScalars.first else { return }
    if let last = text.unicodeScalars.last {
      if last == "-" || last == "\u{2010}", isAfterWord {
        if first.properties.isLowercase { text.unicodeScalars.removeLast() }
      } else if !(Self.isIdeograph(last) && Self.isIdeograph(first)) {
        text += " "
      }
    }
    pageStarts += Array(repeating: text.utf8.count, count: max(0, pages))
    text += line
  }

  /// Takes up what follows in another block.
  mutating func join(_ rest: Paragraph, pages: Int = 0) {
    join(rest.text, pages: pages)
    let begins = text.utf8.count - rest.text.utf8.count
    pageStarts += rest.pageStarts.map { $0 + begins }
  }

  /// Whether the hyphen at the end stands after a letter or a digit.
  private var isAfterWord: Bool {
    guard let before = text.unicodeScalars.dropLast().last else { return false }
    return before.properties.isAlphabetic || ("0"..."9").contains(before)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80..<0xA4D0).contains(scalar.value) || (0xF900..<0xFB00).contains(scalar.value)
      || (0xFF00..<0xFF61).contains(scalar.value) || (0x20000..<0x32000).contains(scalar.value)
  }
}

/// Puts paragraphs together to the text of a document.
struct ParagraphWriter {
  private(set) var text = ""
  private var pages: [Int] = []
  private var openPages = 0
  private let limit: Int

  /// Takes at most so many bytes of text.
  init(limit: Int) { self.limit = limit }

  /// Whether there was more text than is taken.
  private(set) var isOverfull = false

  /// Where the pages begin.
  var pageStarts: [Int] { pages + Array(repeating: text.utf8.count, count: openPages) }

  /// What comes next stands on another page.
  mutating func beginPage() { openPages += 1 }

  /// Adds a paragraph that is clean already; an empty one is left out.
  mutating func add(_ paragraph: Paragraph) {
    guard !paragraph.text.isEmpty else { return }
    guard text.utf8.count + paragraph.text.utf8.count < limit else {
      isOverfull = true
      return
    }
    if !text.isEmpty { text += "\n" }
    let begins = text.utf8.count
    pages += Array(repeating: begins, count: openPages)
    openPages = 0
    pages += paragraph.pageStarts.map { $0 + begins }
    text += paragraph.text
  }
}
