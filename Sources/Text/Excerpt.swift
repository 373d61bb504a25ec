extension Cells {
  /// As much of a text as fits in `columns` cells and shows the first of the folded `words` that it
  /// has: its beginning where that shows it, else from a few words before the hit, behind `…`.
  public static func excerpt(_ text: String, showing words: [String], to columns: Int) -> String {
    guard width(text) > columns,
      let hit = Folding.ranges(of: words, in: text, lastIsPrefix: true).first,
      width(text[..<hit.upperBound]) > columns - 1
    else { return clipped(text, to: columns) }
    // A third of the room for what comes before, more where less comes after; whole words.
    let room = max(columns / 3, columns - 1 - width(text[hit.lowerBound...]))
    var start = hit.lowerBound
    var used = 0
    while start > text.startIndex {
      let before = text.index(before: start)
      used += width(text[before])
      if used > room { break }
      start = before
    }
    if let blank = text[start..<hit.lowerBound].firstIndex(of: " ") {
      start = text.index(after: blank)
    }
    return clipped("…" + text[start...], to: columns)
  }
}
