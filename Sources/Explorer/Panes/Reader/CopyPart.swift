import Canvas
import Query

/// Which part of an attached copy is on the screen.
struct CopyPart: Equatable, Sendable {
  private(set) var top = CopyLines.Place()
  private(set) var lines = CopyLines(width: 1)
  private var height = 1
  /// A byte that the first line on the screen shall hold.
  var wantedByte: Int?

  /// How many lines of context stand above what a citation led to, where the screen has room.
  private static let context = 5

  init() {}

  /// Wraps for a screen; with `range` so that its beginning, and all of it where it fits, stands in the
  /// middle.
  mutating func settle(in size: Size, showing range: Range<Int>?, _ copy: AttachedCopy) {
    let width = max(2, size.width - CopyView.margin - 1)
    height = max(1, size.height)
    if !lines.isFor(width) {
      let byte = firstByte(in: copy)
      lines = CopyLines(width: width)
      top = lines.place(ofByte: byte, in: copy)
    }
    if let byte = wantedByte {
      top = lines.place(ofByte: max(0, min(byte, copy.text.utf8.count - 1)), in: copy)
      wantedByte = nil
    }
    if let range {
      let first = lines.place(ofByte: range.lowerBound, in: copy)
      let last = lines.place(ofByte: max(range.lowerBound, range.upperBound - 1), in: copy)
      let rows = count(from: first, to: last, in: copy, atMost: height)
      let above = max(min(Self.context, height / 2), (height - rows) / 2)
      top = lines.place(-above, from: first, in: copy)
    }
    stayInside(copy)
    let end = lines.place(height, from: top, in: copy)
    lines.keep(top.paragraph...max(top.paragraph, end.paragraph), in: copy)
  }

  private func count(
    from first: CopyLines.Place, to last: CopyLines.Place, in copy: AttachedCopy, atMost most: Int
  ) -> Int {
    var (place, rows) = (first, 1)
    while place < last, rows < most {
      place = lines.place(1, from: place, in: copy)
      rows += 1
    }
    return rows
  }

  /// The last line of the text is no higher than the last row of the screen, and no row before it is
  /// empty.
  private mutating func stayInside(_ copy: AttachedCopy) {
    let lowest = lines.place(-(height - 1), from: end(of: copy), in: copy)
    top = min(top, lowest)
  }

  private func end(of copy: AttachedCopy) -> CopyLines.Place {
    let paragraph = max(0, copy.starts.count - 1)
    let lines = lines.lines(of: paragraph, in: copy).count
    return CopyLines.Place(paragraph: paragraph, line: max(0, lines - 1))
  }

  mutating func move(by rows: Int, in copy: AttachedCopy) {
    // More than any screen: to one of the ends, without wrapping all between.
    if rows > 100_000 {
      top = end(of: copy)
    } else {
      top = rows < -100_000 ? CopyLines.Place() : lines.place(rows, from: top, in: copy)
    }
    stayInside(copy)
  }

  /// Scrolls, where it cannot be seen, so that a byte stands in the middle.
  mutating func show(byte: Int, in copy: AttachedCopy) {
    guard !seen(in: copy).contains(byte) else { return }
    let place = lines.place(ofByte: byte, in: copy)
    top = lines.place(-height / 2, from: place, in: copy)
    stayInside(copy)
  }

  /// The first byte on the screen.
  func firstByte(in copy: AttachedCopy) -> Int {
    let lines = lines.lines(of: top.paragraph, in: copy)
    return lines.indices.contains(top.line)
      ? lines[top.line].lowerBound : copy.bytes(of: top.paragraph).upperBound
  }

  /// The first byte of a line of the screen.
  func firstByte(line: Int, in copy: AttachedCopy) -> Int {
    let place = lines.place(line, from: top, in: copy)
    let lines = lines.lines(of: place.paragraph, in: copy)
    return lines.indices.contains(place.line)
      ? lines[place.line].lowerBound : copy.bytes(of: place.paragraph).upperBound
  }

  /// The bytes on the screen.
  func seen(in copy: AttachedCopy) -> Range<Int> {
    let last = lines.place(height - 1, from: top, in: copy)
    let end = lines.lines(of: last.paragraph, in: copy)
    let upper =
      end.indices.contains(last.line)
      ? end[last.line].upperBound : copy.bytes(of: last.paragraph).upperBound
    let first = firstByte(in: copy)
    return first..<max(first, upper)
  }
}
