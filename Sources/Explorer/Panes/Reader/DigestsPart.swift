import Canvas
import Model
import Query

/// The digests of a source, passage by passage, with a cursor on one of them.
struct DigestsPart: Equatable, Sendable {
  var cursor = PageCursor()
  /// The page as it was laid out for the present width and passage.
  private var laid = Kept<Layout, Page>()

  private struct Layout: Equatable {
    var width: Int
    var cited: PassageID?
  }

  init() {}

  mutating func forget() { laid.forget() }

  mutating func move(by rows: Int, last: Int) {
    cursor.item = max(0, min(cursor.item + rows, last))
  }

  /// The passage under the cursor.
  func selected(in reading: Reading) -> PassageID? {
    guard reading.passages.indices.contains(cursor.item) else { return nil }
    return reading.passages[cursor.item].id
  }

  /// Puts the cursor on the passage on a line of the screen; false where there is none.
  mutating func select(line: Int, width: Int, _ reading: Reading, cited: PassageID?) -> Bool {
    let page = page(reading, cited: cited, width: width)
    guard let item = page.item(line: cursor.top + line) else { return false }
    cursor.item = item
    return true
  }

  mutating func settle(in size: Size, _ reading: Reading, cited: PassageID?, centred: Bool) {
    let page = page(reading, cited: cited, width: size.width)
    laid.keep(page, for: Layout(width: size.width, cited: cited))
    cursor.settle(on: page, height: size.height, centred: centred)
  }

  func view(
    in size: Size, _ reading: Reading, cited: PassageID?, finding words: [String], isFocused: Bool
  ) -> Frame {
    var frame = Frame(size)
    let page = page(reading, cited: cited, width: size.width)
    frame.put(page, cursor: cursor, rows: 0..<size.height, mark: isFocused ? .selected : nil)
    guard !words.isEmpty else { return frame }
    for (row, line) in zip(0..<size.height, page.lines.dropFirst(cursor.top)) {
      let text = line.spans.map(\.text).joined()
      frame.markMatches(of: words, in: text, row: row, column: 0, limit: size.width)
    }
    return frame
  }

  /// The passages whose first line is on the screen, by their places among all, and the rows of these lines.
  func rows(
    in size: Size, _ reading: Reading, cited: PassageID?
  ) -> [(index: Int, row: Int)] {
    page(reading, cited: cited, width: size.width)
      .beginnings(from: cursor.top, height: size.height).map { ($0.item, $0.place.row) }
  }

  private func page(_ reading: Reading, cited: PassageID?, width: Int) -> Page {
    if let page = laid.value(for: Layout(width: width, cited: cited)) { return page }
    var page = Page()
    for (index, passage) in reading.passages.enumerated() {
      let facts = reading.facts[index]
      let isCited = passage.id == cited
      let number = "\(passage.id.number.rawValue)"
      let pad = String(repeating: " ", count: max(0, 3 - number.count))
      let mark =
        facts == 0
        ? "    " : "●\(facts)" + String(repeating: " ", count: max(0, 3 - "\(facts)".count))
      page.add(
        wrapped: [Span(passage.digest, Style(role(of: passage), marks: isCited ? .cited : []))],
        width: width - 1, indent: 10,
        lead: [
          Span(isCited ? "▌" : " ", .citation), Span(pad + number + " ", .dim),
          Span(mark, .citation),
        ], item: index)
      if passage.kind != .paragraph {
        page.add([Span("          \(passage.kind.rawValue)", .dim)], item: index)
      }
      page.add()
    }
    return page
  }

  private func role(of passage: Passage) -> Style.Role {
    switch passage.kind {
    case .title, .heading: .heading
    case .paragraph, .table, .note: .plain
    case .byline, .caption, .boilerplate: .dim
    }
  }
}
