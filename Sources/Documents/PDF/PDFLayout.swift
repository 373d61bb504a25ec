/// A line of a page and where it stands, in points from the page's upper left corner.
struct PDFLine {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// How wide its first word is.
  var firstWord: Double
  /// How high its words are, in points: that in the middle of them all.
  var height: Double
}

/// A page: its blocks in reading order, which poppler finds, columns one after the other.
struct PDFPage {
  var blocks: [[PDFLine]] = []

  /// How many bytes its words have.
  var letters: Int { blocks.joined().reduce(0) { $0 + $1.text.utf8.count } }
}

/// Reads what `pdftotext -bbox-layout` writes: `page`, `flow`, `block`, `line`, `word` elements, the last
/// three with `xMin`, `xMax`, `yMin` and `yMax`.
final class PDFLayout: XMLEvents {
  private(set) var pages: [PDFPage] = []
  private var words: [Word] = []
  private var word: Word?

  private struct Word {
    var text = ""
    let left, right, top, bottom: Double
  }

  func begin(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "page": pages.append(PDFPage())
    case "block": if !pages.isEmpty { pages[pages.count - 1].blocks.append([]) }
    case "line": words = []
    case "word":
      word = Word(
        left: attributes.number("xMin"), right: attributes.number("xMax"),
        top: attributes.number("yMin"), bottom: attributes.number("yMax"))
    default: break
    }
  }

  func add(_ text: String) { word?.text += text }

  func end(_ name: String) {
    if name == "word", var read = word {
      read.text = CleanText.line(read.text)
      if !read.text.isEmpty { words.append(read) }
      word = nil
    }
    guard name == "line", let first = words.first, !pages.isEmpty else { return }
    let page = pages.count - 1
    guard !pages[page].blocks.isEmpty else { return }
    let heights = words.map { $0.bottom - $0.top }.sorted()
    let line = PDFLine(
      text: words.map(\.text).joined(separator: " "), left: words.map(\.left).min() ?? first.left,
      right: words.map(\.right).max() ?? first.right, top: words.map(\.top).min() ?? first.top,
      bottom: words.map(\.bottom).max() ?? first.bottom, firstWord: first.right - first.left,
      height: heights[heights.count / 2])
    pages[page].blocks[pages[page].blocks.count - 1].append(line)
    words = []
  }
}
