/// How many cells of a terminal a text takes, and texts cut to them.
///
/// Widths are those of Unicode's East Asian Width for the version that `WidthTable` names; emoji
/// presentation, flags and joined emoji take two cells as a whole. A spacing mark of an Indic script
/// takes one cell beside its letter's.
public enum Cells {
  /// The cells of a grapheme: 0, 1 or 2. Those of its scalars together, but never more than two.
  public static func width(_ grapheme: Character) -> Int {
    if let ascii = grapheme.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
    var cells = 0
    var previous: Unicode.Scalar?
    for scalar in grapheme.unicodeScalars {
      if isRegionalIndicator(scalar) { return 2 }
      if scalar.value == 0xFE0F, let previous, previous.properties.isEmoji { return 2 }
      cells = min(2, cells + width(scalar))
      previous = scalar
    }
    return cells
  }

  /// The cells of a text: the sum of its graphemes.
  public static func width(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The cells of one scalar by itself.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if isIn(WidthTable.zero, value) { return 0 }
    return isIn(WidthTable.wide, value) ? 2 : 1
  }

  /// Whether one of the ranges, written as first and last one after another, holds the value.
  private static func isIn(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= value
  }

  /// At most `columns` cells of a text; where something is cut off, the last cell is `…`.
  public static func clipped(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    if text.utf8.count <= columns || width(text) <= columns { return text }
    var taken = 0
    var clipped = ""
    for grapheme in text {
      let cells = width(grapheme)
      if taken + cells > columns - 1 { break }
      clipped.append(grapheme)
      taken += cells
    }
    return clipped + "…"
  }

  /// `clipped`, then blanks up to exactly `columns` cells.
  public static func padded(_ text: String, to columns: Int) -> String {
    let clipped = clipped(text, to: columns)
    return clipped + String(repeating: " ", count: max(0, columns - width(clipped)))
  }
}
