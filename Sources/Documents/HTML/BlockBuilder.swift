/// A line's worth of a page: a paragraph, a heading, an item, a cell.
struct Block: Hashable {
  var text: String
  /// How many bytes of `text`, at most, are in links.
  var linked: Int
  /// The parts of the page's furniture that it stands in, by number, outermost first.
  var furniture: [Int]
  /// Whether it stands in what the page marks as its article or its main part.
  var isMarked: Bool
}

/// Makes blocks of a page's elements and texts, which come in order.
struct BlockBuilder {
  private(set) var blocks: [Block] = []
  private var open: [Element] = []
  private var text = ""
  private var linked = 0
  private var skipped = 0
  private var links = 0
  private var preformatted = 0
  private var sections = 0
  private var marked = 0
  private var furniture: [Int] = []
  private var parts = 0
  private var isAfterBreak = false
  private var hasWords = false
  private let isWhole: Bool
  /// What is furniture within so much furniture makes no difference.
  private static let deepestFurniture = 8

  /// `isWhole` says that the page is an article through and through, as those of a book are.
  init(isWhole: Bool) { self.isWhole = isWhole }

  private struct Element {
    let name: String
    var isSkipped = false
    var isFurniture = false
    var isMarked = false
  }

  /// An element begins; `attribute` gives the value of one of its attributes.
  mutating func begin(_ name: String, _ attribute: (String) -> String?) {
    if MarkupElements.blocks.contains(name) { flush() }
    if name == "br" { breakLine() }
    guard !MarkupElements.void.contains(name) else { return }
    var element = Element(name: name)
    let role = attribute("role")?.lowercased() ?? ""
    element.isSkipped = skipped > 0 || MarkupElements.skipped.contains(name)
    element.isFurniture =
      furniture.count < Self.deepestFurniture && isFurniture(name, role, attribute)
    element.isMarked = ["article", "main"].contains(name) || ["article", "main"].contains(role)
    if element.isFurniture {
      parts += 1
      furniture.append(parts)
      flush(within: furniture.dropLast())
    }
    if isNoteMark(name), !text.isEmpty { text += " " }
    open.append(element)
    count(element, 1)
  }

  /// The innermost open element of that name ends, and with it all within.
  mutating func end(_ name: String) {
    guard !MarkupElements.void.contains(name) else { return }
    guard let at = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > at {
      let element = open.removeLast()
      if MarkupElements.blocks.contains(element.name) || element.isFurniture { flush() }
      if element.isFurniture { furniture.removeLast() }
      count(element, -1)
    }
  }

  /// Text as it stands between tags.
  mutating func add(_ more: String) {
    guard skipped == 0, !more.isEmpty else { return }
    if links > 0 { linked += more.utf8.count }
    if isAfterBreak || !hasWords, more.utf8.contains(where: { $0 > 0x20 }) {
      (isAfterBreak, hasWords) = (false, true)
    }
    text += more
  }

  /// The end of the page.
  mutating func finish() {
    while let last = open.last { end(last.name) }
    flush()
  }

  /// One break is a blank; two with nothing between part paragraphs.
  private mutating func breakLine() {
    guard skipped == 0 else { return }
    if preformatted > 0 {
      text += "\n"
    } else if isAfterBreak {
      flush()
    } else {
      text += " "
      isAfterBreak = true
    }
  }

  /// The mark of a note, `<sup><a>1</a></sup>`, is no part of the word before it.
  private func isNoteMark(_ name: String) -> Bool {
    (name == "a" && open.last?.name == "sup") || (name == "sup" && open.last?.name == "a")
  }

  private mutating func count(_ element: Element, _ one: Int) {
    if element.isSkipped { skipped += one }
    if element.isMarked { marked += one }
    if element.name == "a" { links += one }
    if MarkupElements.preformatted.contains(element.name) { preformatted += one }
    if MarkupElements.sections.contains(element.name) || element.isMarked { sections += one }
  }

  private func isFurniture(_ name: String, _ role: String, _ attribute: (String) -> String?) -> Bool
  {
    if name == "html" || name == "body" { return false }
    if isHidden(attribute) { return true }
    if isWhole || MarkupElements.textRoles.contains(role) { return false }
    if MarkupElements.furniture.contains(name) || MarkupElements.furnitureRoles.contains(role) {
      return true
    }
    return (name == "header" || name == "footer") && sections == 0
  }

  /// Whether the page keeps it from being seen; what opens when it is searched for is not hidden.
  private func isHidden(_ attribute: (String) -> String?) -> Bool {
    if let hidden = attribute("hidden"), hidden.lowercased() != "until-found" { return true }
    if attribute("aria-hidden")?.lowercased() == "true" { return true }
    guard let style = attribute("style")?.lowercased() else { return false }
    return style.filter { !$0.isWhitespace }.contains("display:none")
  }

  private mutating func flush() { flush(within: furniture[...]) }

  private mutating func flush(within parts: ArraySlice<Int>) {
    defer {
      (text, linked) = ("", 0)
      (isAfterBreak, hasWords) = (false, false)
    }
    guard hasWords else { return }
    let lines =
      preformatted > 0
      ? TextLines.paragraphs(of: TextLines.pages(of: text)).joined().map(\.text)
      : [CleanText.line(text)]
    for line in lines where !line.isEmpty {
      blocks.append(
        Block(
          text: line, linked: min(linked, line.utf8.count), furniture: Array(parts),
          isMarked: marked > 0))
    }
  }
}
