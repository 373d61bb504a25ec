/// Finds the fields of one row in a piece of a file.
///
/// Eight bytes are looked at in one word: a field's end is the lowest of those that equal a separator or a
/// line feed.
struct CSVScan {
  /// How a scan ends.
  enum Outcome { case row, unfinished, textAfterQuote }

  /// The row's first byte.
  let base: UnsafePointer<UInt8>
  /// How many bytes are there.
  let end: Int
  let separator: UInt8
  /// Whether nothing comes after `end`.
  let isLast: Bool

  /// Where the row ends, without its line's end.
  private(set) var rowEnd = 0
  /// Where the next row begins.
  private(set) var next = 0
  /// How many physical lines the row takes.
  private(set) var lines = 0
  /// Fields within which quotes are doubled, and where they lie.
  private(set) var doubled: [(field: Int, bounds: Range<Int>)] = []

  init(base: UnsafePointer<UInt8>, end: Int, separator: UInt8, isLast: Bool) {
    self.base = base
    self.end = end
    self.separator = separator
    self.isLast = isLast
  }

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// Appends the places of the row's fields.
  mutating func row(_ bounds: inout [(start: Int, end: Int)]) -> Outcome {
    var index = 0
    while true {
      if index < end, base[index] == Self.quote {
        guard let after = quoted(from: index + 1, &bounds) else { return .unfinished }
        index = after
      } else {
        index = plain(from: index, &bounds)
      }
      // Here stands what ended the field.
      if index == end {
        guard isLast else { return .unfinished }
        return finish(at: index, next: index)
      }
      let byte = base[index]
      if byte == separator {
        index += 1
      } else if byte == Self.feed {
        return finish(at: index, next: index + 1)
      } else if byte == Self.carriage, index + 1 < end, base[index + 1] == Self.feed {
        return finish(at: index, next: index + 2)
      } else if byte == Self.carriage, index + 1 == end {
        return isLast ? finish(at: index, next: end) : .unfinished
      } else {
        return .textAfterQuote
      }
    }
  }

  private mutating func finish(at rowEnd: Int, next: Int) -> Outcome {
    self.rowEnd = rowEnd
    self.next = next
    lines += 1
    return .row
  }

  /// A field without quotes, to the separator or the line's end behind it.
  @inline(__always)
  private func plain(from first: Int, _ bounds: inout [(start: Int, end: Int)]) -> Int {
    let index = endOfPlain(from: first)
    var last = index
    if index < end, base[index] == Self.feed, last > first, base[last - 1] == Self.carriage {
      last -= 1
    }
    if index == end, isLast, last > first, base[last - 1] == Self.carriage { last -= 1 }
    bounds.append((first, last))
    return last < index ? last : index
  }

  @inline(__always)
  private func endOfPlain(from first: Int) -> Int {
    var index = first
    while index + 8 <= end {
      let word = EightBytes(base + index)
      let found = word.equal(to: separator) | word.equal(to: Self.feed)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, base[index] != separator, base[index] != Self.feed { index += 1 }
    return index
  }

  /// A field in quotes, to behind the closing one; nil where none closes it.
  private mutating func quoted(
    from first: Int, _ bounds: inout [(start: Int, end: Int)]
  ) -> Int? {
    var index = first
    var isDoubled = false
    while true {
      index = nextQuote(from: index)
      if index == end || (index + 1 == end && !isLast) { return nil }
      guard index + 1 < end, base[index + 1] == Self.quote else {
        if isDoubled { doubled.append((bounds.count, first..<index)) }
        bounds.append((first, index))
        return index + 1
      }
      isDoubled = true
      index += 2
    }
  }

  /// Where the next quote is, or the end; counts the lines before it.
  private mutating func nextQuote(from first: Int) -> Int {
    var index = first
    while index + 8 <= end {
      let word = EightBytes(base + index)
      let (quotes, feeds) = (word.equal(to: Self.quote), word.equal(to: Self.feed))
      if quotes != 0 {
        // The bits below the first quote.
        lines += (feeds & (quotes &- 1) & ~quotes).nonzeroBitCount
        return index + quotes.trailingZeroBitCount / 8
      }
      lines += feeds.nonzeroBitCount
      index += 8
    }
    while index < end, base[index] != Self.quote {
      if base[index] == Self.feed { lines += 1 }
      index += 1
    }
    return index
  }
}

/// Eight bytes compared with another at once.
private struct EightBytes {
  private let word: UInt64

  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) {
    word = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The high bit of every byte that equals another; the first byte is the lowest.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let rest = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((rest & lows) &+ lows) | rest | lows)
  }
}
