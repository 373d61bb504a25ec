import Model
import Query

/// Where passages stand in an attached copy, in Unicode code points as Web Annotations count them.
struct CopyPositions {
  private var passages: [ParagraphNumber: Range<Int>] = [:]
  private var spans: [PassageSpan: Range<Int>] = [:]
  /// Of the copy's whole text.
  let length: Int

  init(_ copy: AttachedCopy) {
    let counts = CodePoints(copy.text)
    length = counts.count
    for (number, place) in copy.passages { passages[number] = place.range.flatMap { counts[$0] } }
    for (span, place) in copy.spans { spans[span] = place.range.flatMap { counts[$0] } }
  }

  /// Where a citation's words stand, or the whole passage where these are not found by themselves.
  func range(of citation: Citation) -> Range<Int>? {
    citation.span.flatMap { spans[$0] } ?? passages[citation.passage.number]
  }
}

/// From bytes of a UTF-8 text to its code points.
private struct CodePoints {
  /// How many code points begin before each 256th byte.
  private var marks: [Int] = []
  private let bytes: [UInt8]
  private(set) var count = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: 256) { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    marks.append(count)
  }

  /// Nil where the bytes lie outside of the text.
  subscript(range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return before(range.lowerBound)..<before(range.upperBound)
  }

  private func before(_ byte: Int) -> Int {
    let start = byte / 256 * 256
    return marks[byte / 256] + bytes[start..<byte].count { $0 & 0xC0 != 0x80 }
  }
}
