/// Finds the fields of one row in a piece of a file.
struct CSVScan {
  /// How a scan ends.
  enum Outcome { case row, unfinished, textAfterQuote }

  let base: UnsafePointer<UInt8>
  let start: Int
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

  init(
    base: UnsafePointer<UInt8>, start: Int, end: Int, separator: UInt8, isLast: Bool
  ) {
    self.base = base
    self.start = start
    self.end = end
    self.separator = separator
    self.isLast = isLast
  }

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// Appends the places of the row's fields.
  mutating func row(_ bounds: inout [(start: Int, end: Int)]) -> Outcome {
    var index = start
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
  private func plain(from first: Int, _ bounds: inout [(start: Int, end: Int)]) -> Int {
    var index = first
    while index < end, base[index] != separator, base[index] != Self.feed { index += 1 }
    var last = index
    if index < end, base[index] == Self.feed, last > first, base[last - 1] == Self.carriage {
      last -= 1
    }
    if index == end, isLast, last > first, base[last - 1] == Self.carriage { last -= 1 }
    bounds.append((first, last))
    return last < index ? last : index
  }

  /// A field in quotes, to behind the closing one; nil where none closes it.
  private mutating func quoted(
    from first: Int, _ bounds: inout [(start: Int, end: Int)]
  ) -> Int? {
    var index = first
    var isDoubled = false
    while index < end {
      let byte = base[index]
      if byte == Self.feed {
        lines += 1
      } else if byte == Self.quote {
        if index + 1 == end, !isLast { return nil }
        guard index + 1 < end, base[index + 1] == Self.quote else {
          if isDoubled { doubled.append((bounds.count, first..<index)) }
          bounds.append((first, index))
          return index + 1
        }
        isDoubled = true
        index += 1
      }
      index += 1
    }
    return nil
  }
}
