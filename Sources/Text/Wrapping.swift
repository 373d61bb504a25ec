extension Cells {
  /// Lines of at most `columns` cells; never none. Words stay whole unless one alone is longer than
  /// a line, which is cut at graphemes. Blanks at a break are left out, all else is kept: the lines
  /// are parts of the text, in order. Less than two columns count as two, the widest grapheme.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    let columns = max(2, columns)
    if text.utf8.count <= columns { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let width = width(word)
      if used > 0 || !line.isEmpty {
        if used + 1 + width <= columns {
          line += " " + word
          used += 1 + width
          continue
        }
        lines.append(trimmed(line))
        line = ""
        used = 0
        if word.isEmpty { continue }
      }
      if width <= columns {
        line += word
        used += width
        continue
      }
      for grapheme in word {
        let cells = Self.width(grapheme)
        if used + cells > columns {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(grapheme)
        used += cells
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
