import Canvas
import Text

/// A run of text in one style.
struct Span: Equatable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// How many columns it takes.
  var cells: Int { Cells.width(Harmless.line(text)) }
}

/// A line of a page, and the item it belongs to; lines of no item cannot be selected. A line of a table
/// belongs to several items, each to some of its columns.
struct PageLine: Equatable, Sendable {
  var spans: [Span]
  var item: Int?
  var cells: [PageCell] = []

  func belongs(to item: Int) -> Bool {
    self.item == item || cells.contains { $0.item == item }
  }
}

/// The columns of a line that belong to an item.
struct PageCell: Equatable, Sendable {
  var item: Int
  var columns: Range<Int>
}

/// A text laid out for a width: lines, of which some belong to items that a cursor goes through.
struct Page: Equatable, Sendable {
  private(set) var lines: [PageLine] = []

  /// The lines of an item; empty where there is none of that number.
  func lines(of item: Int) -> Range<Int> {
    guard let first = lines.firstIndex(where: { $0.belongs(to: item) }),
      let last = lines.lastIndex(where: { $0.belongs(to: item) })
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// The item that a line belongs to.
  func item(line: Int) -> Int? { lines.indices.contains(line) ? lines[line].item : nil }

  mutating func add(_ spans: [Span] = [], item: Int? = nil) {
    lines.append(PageLine(spans: spans, item: item))
  }

  mutating func add(_ line: PageLine) { lines.append(line) }

  /// Adds text wrapped to `width`, each line behind blanks up to `indent`; the first line begins
  /// with `lead`, which stands in the indent.
  mutating func add(
    wrapped spans: [Span], width: Int, indent: Int = 0, lead: [Span] = [], item: Int? = nil
  ) {
    let leadWidth = lead.reduce(0) { $0 + Cells.width($1.text) }
    let blanks = String(repeating: " ", count: max(0, indent - leadWidth))
    var prefix = lead + [Span(blanks)]
    for line in Self.wrap(spans, to: max(1, width - indent)) {
      add(prefix + line, item: item)
      prefix = [Span(String(repeating: " ", count: indent))]
    }
  }

  /// Wraps runs of text as one text, keeping each run's style.
  static func wrap(_ spans: [Span], to columns: Int) -> [[Span]] {
    if spans.count == 1 {
      return Cells.wrapped(spans[0].text, to: columns).map { [Span($0, spans[0].style)] }
    }
    var starts = [0]
    for span in spans { starts.append(starts[starts.count - 1] + span.text.utf8.count) }
    return Cells.lines(of: spans.map(\.text).joined(), to: columns).map { line in
      spans.indices.compactMap { index in
        let taken = line.clamped(to: starts[index]..<starts[index + 1])
        guard !taken.isEmpty else { return nil }
        let part = (taken.lowerBound - starts[index])..<(taken.upperBound - starts[index])
        return Span(String(spans[index].text[bytes: part]), spans[index].style)
      }
    }
  }
}

/// A cursor that goes through the items of a page, and what part of the page is on the screen.
struct PageCursor: Equatable, Sendable {
  var item = 0
  private(set) var top = 0

  init(item: Int = 0, top: Int = 0) {
    self.item = max(0, item)
    self.top = max(0, top)
  }

  /// Scrolls so that the item's lines, or as many as fit, are among `height` lines. With `centred`
  /// the item stands in the middle.
  mutating func settle(on page: Page, height: Int, centred: Bool = false) {
    let lines = page.lines(of: item)
    if centred {
      top = lines.lowerBound - max(0, height - lines.count) / 2
    } else {
      if lines.upperBound > top + height { top = lines.upperBound - height }
      if lines.lowerBound < top { top = lines.lowerBound }
      if item == 0 { top = min(top, max(0, lines.upperBound - height)) }
    }
    top = max(0, min(top, page.lines.count - height))
  }
}

extension Frame {
  /// Draws the lines of a page from `cursor.top` on, the cursor's item marked.
  mutating func put(
    _ page: Page, cursor: PageCursor, rows: Range<Int>, mark: Style.Marks?
  ) {
    for (row, line) in zip(rows, page.lines.dropFirst(cursor.top)) {
      var column = 0
      for span in line.spans {
        column = put(span.text, row: row, column: column, style: span.style)
      }
      if let mark, let item = line.item, item == cursor.item { self.mark(row: row, mark) }
      for cell in line.cells where cell.item == cursor.item {
        if let mark { self.mark(row: row, columns: cell.columns, mark) }
      }
    }
  }

  /// Marks what a query found in a text that stands at a place.
  mutating func markMatches(of words: [String], in text: String, row: Int, column: Int, limit: Int)
  {
    guard !words.isEmpty else { return }
    for range in Folding.ranges(of: words, in: text, lastIsPrefix: true) {
      let first = column + Cells.width(text[..<range.lowerBound])
      let last = min(limit, first + Cells.width(text[range]))
      if first < last { mark(row: row, columns: first..<last, .match) }
    }
  }
}
