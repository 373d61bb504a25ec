import Canvas
import Model
import Query
import Text

/// The row of a dataset's file that an event is made from, field by field, and what the codebook says of the
/// field under the cursor.
struct RowOverlay: OverlayPart {
  let row: DatasetRow
  /// Whether the codebook stands below.
  private(set) var showsCodebook: Bool
  private(set) var cursor = PageCursor()
  /// The fields that the fact under the record's cursor is taken from.
  private let marked: Set<Int>

  /// - Parameter columns: those of the fact that was asked about; the cursor stands on the first.
  init(_ row: DatasetRow, at columns: [Int] = [], showsCodebook: Bool) {
    self.row = row
    self.showsCodebook = showsCodebook
    marked = Set(columns)
    cursor.item = columns.first ?? 0
  }

  /// The field under the cursor.
  var selected: DatasetRow.Field? {
    row.fields.indices.contains(cursor.item) ? row.fields[cursor.item] : nil
  }

  mutating func toggleCodebook() { showsCodebook.toggle() }

  mutating func move(by rows: Int) {
    cursor.item = max(0, min(cursor.item + rows, row.fields.count - 1))
  }

  mutating func settle(in size: Size) -> [Effect] {
    cursor.settle(on: page(width: size.width), height: max(1, fieldRows(in: size).count))
    return []
  }

  /// Rows of the overlay that fields take.
  private func fieldRows(in size: Size) -> Range<Int> {
    2..<max(3, size.height - (showsCodebook ? codebook(width: size.width).lines.count + 1 : 0))
  }

  private func page(width: Int) -> Page {
    let names = row.fields.map { Cells.width($0.name) }.max() ?? 0
    let indent = min(names, max(8, width / 3)) + 4
    var page = Page()
    for (index, field) in row.fields.enumerated() {
      let mark = marked.contains(index) ? "● " : "  "
      let name = Cells.clipped(field.name, to: indent - 4)
      var spans = [
        Span(field.value.isEmpty ? "(blank)" : field.value, field.value.isEmpty ? .dim : .plain)
      ]
      if let meaning = field.meaning { spans.append(Span("  \(meaning)", .dim)) }
      page.add(
        wrapped: spans, width: width - 1, indent: indent,
        lead: [Span(" " + mark, .citation), Span(name, .key)], item: index)
    }
    return page
  }

  private func codebook(width: Int) -> Page {
    var page = Page()
    guard let field = selected else { return page }
    let text = field.help ?? "The codebook says nothing of this field."
    page.add(
      wrapped: [Span(text)], width: min(width, 100) - 1, indent: 3,
      lead: [Span(" "), Span("? ", .key)])
    if let source = field.codebook {
      page.add(
        wrapped: [Span(source, .dim)], width: min(width, 100) - 1, indent: 5,
        lead: [Span("   — ", .dim)])
    }
    return page
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let after = frame.put(" Row", row: 0, style: .focus)
    let release = row.version.isEmpty ? "" : " \(row.version)"
    frame.put(
      "\(row.dataset)\(release) · id \(row.key) · line \(row.line) of \(row.file)", row: 0,
      column: after + 2, limit: size.width - 1, style: .dim)
    let rows = fieldRows(in: size)
    frame.put(page(width: size.width), cursor: cursor, rows: rows, mark: .selected)
    guard showsCodebook else { return frame }
    frame.fill(row: rows.upperBound, columns: 0..<size.width, with: "─", style: .border)
    for (offset, line) in codebook(width: size.width).lines.enumerated() {
      var column = 0
      for span in line.spans {
        column = frame.put(
          span.text, row: rows.upperBound + 1 + offset, column: column, limit: size.width,
          style: span.style)
      }
    }
    return frame
  }
}

extension RowOverlay {
  var hints: [(key: String, word: String)] {
    [("j k", "choose a field"), ("?", "codebook"), ("q", "close")]
  }

  var guide: OverlayGuide? {
    OverlayGuide(
      "the row", openedBy: [.row], [.init("?", help: "what the codebook says of the field, or not")]
    )
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if key == "?" {
      toggleCodebook()
    } else if let rows = state.scrolling(key) {
      move(by: rows)
    }
    return []
  }
}
