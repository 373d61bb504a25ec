import Query
import Text

/// The lines of an attached copy, wrapped a paragraph at a time as they come into view: a text of a
/// thousand pages is never laid out whole.
struct CopyLines: Equatable, Sendable {
  /// A line's place: a paragraph, and a line of it; the line after its last one is the blank line that
  /// parts it from the next.
  struct Place: Equatable, Comparable, Sendable {
    var paragraph = 0
    var line = 0

    static func < (one: Place, other: Place) -> Bool {
      (one.paragraph, one.line) < (other.paragraph, other.line)
    }
  }

  private let width: Int
  /// Lines as ranges of the copy's bytes, of paragraphs seen lately.
  private var kept: [Int: [Range<Int>]] = [:]
  private static let most = 500

  init(width: Int) { self.width = width }

  /// Made again at will, and so never what tells two states apart.
  static func == (one: Self, other: Self) -> Bool { true }

  /// The lines of a paragraph, as ranges of the copy's bytes.
  func lines(of paragraph: Int, in copy: AttachedCopy) -> [Range<Int>] {
    if let lines = kept[paragraph] { return lines }
    let bytes = copy.bytes(of: paragraph)
    return Cells.lines(of: String(copy.text[bytes: bytes]), to: width).map {
      ($0.lowerBound + bytes.lowerBound)..<($0.upperBound + bytes.lowerBound)
    }
  }

  /// Keeps the lines of some paragraphs, and forgets others when they are many.
  mutating func keep(_ paragraphs: ClosedRange<Int>, in copy: AttachedCopy) {
    if kept.count > Self.most { kept = kept.filter { paragraphs.contains($0.key) } }
    for paragraph in paragraphs where kept[paragraph] == nil {
      kept[paragraph] = lines(of: paragraph, in: copy)
    }
  }

  /// Whether they were wrapped for another width.
  func isFor(_ width: Int) -> Bool { self.width == width }

  /// The place so many lines further on, or back when negative; the first or the last line where the
  /// text ends before.
  func place(_ lines: Int, from start: Place, in copy: AttachedCopy) -> Place {
    var place = start
    var rest = lines
    while rest > 0 {
      let last = self.lines(of: place.paragraph, in: copy).count
      if place.line + rest <= last {
        place.line += rest
        return place
      }
      guard place.paragraph + 1 < copy.starts.count else {
        return Place(paragraph: place.paragraph, line: max(0, last - 1))
      }
      rest -= last - place.line + 1
      place = Place(paragraph: place.paragraph + 1)
    }
    while rest < 0 {
      if place.line + rest >= 0 {
        place.line += rest
        return place
      }
      guard place.paragraph > 0 else { return Place() }
      rest += place.line + 1
      place.paragraph -= 1
      place.line = self.lines(of: place.paragraph, in: copy).count
    }
    return place
  }

  /// The line that holds a byte.
  func place(ofByte byte: Int, in copy: AttachedCopy) -> Place {
    let paragraph = copy.paragraph(at: byte)
    let lines = lines(of: paragraph, in: copy)
    let line = lines.lastIndex { $0.lowerBound <= byte } ?? 0
    return Place(paragraph: paragraph, line: line)
  }
}
