import Canvas
import Model
import Query
import Text

/// A held source, passage by passage: the digests, with the passage that a citation led to.
struct ReaderPane: Equatable, Sendable {
  /// The passage a citation led to, which is highlighted.
  private(set) var cited: PassageID
  /// The citations of the fact that led here, `cited`'s among them.
  private(set) var citations: [Citation]
  private(set) var reading: Reading?
  private(set) var cursor = PageCursor()
  private var isCentred = true
  /// The page as it was laid out for the present width and passage.
  private var laid = Kept<Layout, Page>()

  private struct Layout: Equatable {
    var width: Int
    var cited: PassageID
  }

  init(_ passage: PassageID, of citations: [Citation] = []) {
    cited = passage
    self.citations = citations
    cursor.item = passage.number.rawValue - 1
  }

  /// The same pane with passages that are at hand already.
  func keeping(_ reading: Reading?) -> ReaderPane {
    var pane = self
    pane.reading = reading
    pane.laid.forget()
    return pane
  }

  /// Goes to another passage; asks for its source where that is another one.
  mutating func show(_ passage: PassageID) -> [Effect] {
    cited = passage
    cursor.item = passage.number.rawValue - 1
    isCentred = true
    if reading?.source.id == passage.source { return [] }
    reading = nil
    laid.forget()
    return [.ask(.reader, .reading(passage.source))]
  }

  mutating func take(_ reading: Reading) {
    self.reading = reading
    laid.forget()
    isCentred = true
  }

  /// The passage under the cursor.
  var selected: PassageID? {
    guard let reading, reading.passages.indices.contains(cursor.item) else { return nil }
    return reading.passages[cursor.item].id
  }

  mutating func move(by rows: Int) {
    cursor.item = max(0, min(cursor.item + rows, (reading?.passages.count ?? 1) - 1))
    isCentred = false
  }

  /// To the next passage, or the previous one, on which facts rest; false where there is none.
  mutating func moveToMarked(forwards: Bool) -> Bool {
    guard let reading else { return false }
    let marked = reading.facts.indices.filter { reading.facts[$0] > 0 }
    let next =
      forwards
      ? marked.first { $0 > cursor.item } : marked.last { $0 < cursor.item }
    guard let next else { return false }
    cursor.item = next
    isCentred = false
    return true
  }

  /// To the fact's next citation, or the previous one; nil where there is none.
  mutating func moveToCitation(by step: Int) -> [Effect]? {
    guard let here = citations.firstIndex(where: { $0.passage == cited }),
      citations.indices.contains(here + step)
    else { return nil }
    return show(citations[here + step].passage)
  }

  mutating func settle(in size: Size) {
    guard let page = page(width: size.width) else { return }
    laid.keep(page, for: Layout(width: size.width, cited: cited))
    cursor.settle(on: page, height: size.height, centred: isCentred)
  }

  /// Which of the fact's citations this is: `citation 1 of 2`.
  var citationPosition: String? {
    guard citations.count > 1, let here = citations.firstIndex(where: { $0.passage == cited })
    else { return nil }
    return "citation \(here + 1) of \(citations.count)"
  }

  private func page(width: Int) -> Page? {
    if let page = laid.value(for: Layout(width: width, cited: cited)) { return page }
    guard let reading else { return nil }
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

  func view(in size: Size, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    guard let page = page(width: size.width) else {
      frame.put("\(cited.words): loading", row: 0, column: 1, style: .dim)
      return frame
    }
    frame.put(page, cursor: cursor, rows: 0..<size.height, mark: isFocused ? .selected : nil)
    return frame
  }
}
