extension Cells {
  /// Lines of at most `columns` cells; never none. Words stay whole unless one alone is longer than
  /// a line, which is cut at graphemes. Blanks at a break are left out, all else is kept: the lines
  /// are parts of the text, in order. Less than two columns count as two, the widest grapheme.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    let lines = lines(of: text, to: columns)
    if lines.count == 1, lines[0].count == text.utf8.count { return [text] }
    return lines.map { String(text[bytes: $0]) }
  }

  /// The lines of `wrapped` as ranges of the text's UTF-8 bytes.
  public static func lines(of text: String, to columns: Int) -> [Range<Int>] {
    let columns = max(2, columns)
    if text.utf8.count <= columns { return [0..<text.utf8.count] }
    var text = text
    return text.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? plainLines(of: bytes, to: columns) : nil
    } ?? lines(ofGraphemes: text, to: columns)
  }

  /// Of a text in which every byte is a cell.
  private static func plainLines(
    of bytes: UnsafeBufferPointer<UInt8>, to columns: Int
  ) -> [Range<Int>] {
    var breaking = Breaking(columns: columns)
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      if !breaking.take(word: start..<end, width: end - start) {
        for at in start..<end { breaking.take(grapheme: at..<(at + 1), width: 1) }
      }
      start = end + 1
    }
    return breaking.finish()
  }

  private static func lines(ofGraphemes text: String, to columns: Int) -> [Range<Int>] {
    var breaking = Breaking(columns: columns)
    var start = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let end = start + word.utf8.count
      if !breaking.take(word: start..<end, width: width(word)) {
        var at = start
        for grapheme in word {
          let next = at + grapheme.utf8.count
          breaking.take(grapheme: at..<next, width: width(grapheme))
          at = next
        }
      }
      start = end + 1
    }
    return breaking.finish()
  }

  /// Lines in the making: words, and the pieces of those that are too long, are put to a line or
  /// begin the next.
  private struct Breaking {
    let columns: Int
    var lines: [Range<Int>] = []
    var line: Range<Int>?
    var used = 0

    init(columns: Int) { self.columns = columns }

    /// False where the word alone is longer than a line, and is to be taken in pieces.
    mutating func take(word: Range<Int>, width: Int) -> Bool {
      if let line {
        if used + 1 + width <= columns {
          // An empty word is one more blank, which stands only between words.
          if !word.isEmpty { self.line = line.lowerBound..<word.upperBound }
          used += 1 + width
          return true
        }
        end()
      }
      if word.isEmpty { return true }
      guard width <= columns else { return false }
      line = word
      used = width
      return true
    }

    mutating func take(grapheme: Range<Int>, width: Int) {
      if used + width > columns { end() }
      line = (line?.lowerBound ?? grapheme.lowerBound)..<grapheme.upperBound
      used += width
    }

    private mutating func end() {
      if let line { lines.append(line) }
      line = nil
      used = 0
    }

    mutating func finish() -> [Range<Int>] {
      end()
      return lines.isEmpty ? [0..<0] : lines
    }
  }
}

extension String {
  /// A part of the text by its UTF-8 bytes, which must begin and end between scalars.
  public subscript(bytes range: Range<Int>) -> Substring {
    let first = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[first..<utf8.index(first, offsetBy: range.count)]
  }
}
