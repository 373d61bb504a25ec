import Canvas
import Model
import Query
import Text

/// A part of an attached copy on the screen: its lines from `top` on, the passage that a citation led
/// to highlighted, and in the margin where passages begin and how many facts rest on them.
struct CopyView {
  let reading: Reading
  let copy: AttachedCopy
  let lines: CopyLines
  /// What is highlighted as a whole by a bar in the margin: a passage, or a hit of a search.
  let marked: Range<Int>?
  /// The part of it that a citation narrows to; nil where it is all of it.
  let span: Range<Int>?
  /// What was sought, to be shown wherever it is.
  let sought: SoughtWords?

  /// The columns of the margin: a bar, the passage's number, how many facts.
  static let margin = 10
  /// Where in it the number of facts stands.
  static let factsColumn = 5

  func view(in size: Size, from top: CopyLines.Place) -> Frame {
    var frame = Frame(size)
    var place = top
    let begins = passagesByLine(from: top, height: size.height)
    for row in 0..<size.height {
      let lines = lines.lines(of: place.paragraph, in: copy)
      if place.line < lines.count {
        let line = lines[place.line]
        drawMargin(begins[row] ?? [], isMarked: touches(marked, line), on: &frame, row: row)
        draw(line, on: &frame, row: row)
      }
      place.line += 1
      if place.line > lines.count {
        place = CopyLines.Place(paragraph: place.paragraph + 1)
        guard place.paragraph < copy.starts.count else { break }
      }
    }
    return frame
  }

  private func touches(_ range: Range<Int>?, _ line: Range<Int>) -> Bool {
    range.map { $0.overlaps(line) } ?? false
  }

  /// The passages that begin on each row of the screen.
  private func passagesByLine(from top: CopyLines.Place, height: Int) -> [Int: [Int]] {
    let first = copy.bytes(of: top.paragraph).lowerBound
    let end = lines.place(height, from: top, in: copy)
    let last = copy.bytes(of: end.paragraph).upperBound
    var rows: [Int: [Int]] = [:]
    for (index, passage) in reading.passages.enumerated() {
      guard let start = copy.passages[passage.id.number]?.range?.lowerBound,
        (first...last).contains(start)
      else { continue }
      let place = lines.place(ofByte: start, in: copy)
      if let row = row(of: place, from: top, height: height) {
        rows[row, default: []].append(index)
      }
    }
    return rows
  }

  private func row(of place: CopyLines.Place, from top: CopyLines.Place, height: Int) -> Int? {
    var here = top
    for row in 0..<height {
      if here == place { return row }
      if place < here { return nil }
      here = lines.place(1, from: here, in: copy)
    }
    return nil
  }

  /// Of several that begin on one line, the one that most rests on.
  private func first(of passages: [Int]) -> Int? {
    passages.max { reading.facts[$0] < reading.facts[$1] }
  }

  /// The passages that the margin shows, and on which rows.
  func marked(from top: CopyLines.Place, height: Int) -> [(index: Int, row: Int)] {
    passagesByLine(from: top, height: height).sorted { $0.key < $1.key }
      .compactMap { row, passages in first(of: passages).map { ($0, row) } }
  }

  private func drawMargin(_ passages: [Int], isMarked: Bool, on frame: inout Frame, row: Int) {
    if isMarked { frame.put("▌", row: row, column: 0, style: .citation) }
    guard let index = first(of: passages) else { return }
    let number = "\(reading.passages[index].id.number.rawValue)"
    frame.put(number, row: row, column: max(1, 4 - number.count), style: .dim)
    let facts = reading.facts[index]
    if facts > 0 { frame.put("●\(facts)", row: row, column: Self.factsColumn, style: .citation) }
  }

  private func draw(_ line: Range<Int>, on frame: inout Frame, row: Int) {
    let text = String(copy.text[bytes: line])
    frame.put(text, row: row, column: Self.margin, limit: frame.size.width)
    if let lit = (span ?? marked)?.clamped(to: line), !lit.isEmpty {
      let first = column(of: lit.lowerBound, in: line)
      let last = column(of: lit.upperBound, in: line)
      frame.mark(row: row, columns: first..<min(last, frame.size.width), .cited)
    }
    for range in sought?.ranges(in: text) ?? [] {
      let first = Self.margin + Cells.width(text[..<range.lowerBound])
      let last = min(frame.size.width, first + Cells.width(text[range]))
      if first < last { frame.mark(row: row, columns: first..<last, .match) }
    }
  }

  private func column(of byte: Int, in line: Range<Int>) -> Int {
    Self.margin + Cells.width(String(copy.text[bytes: line.lowerBound..<byte]))
  }
}
