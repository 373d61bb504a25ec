/// Sets one passage against parts of a copy.
struct PassageSearch {
  private let passage: Sought.Passage
  private let aligner: Aligner

  /// A longer passage is set against the copy piece by piece, each beside the one before.
  private static let piece = 256

  init(_ passage: Sought.Passage, in copy: Words) {
    self.passage = passage
    aligner = Aligner(
      sought: passage.fingerprint.grains, depth: passage.depth, grains: copy.grains)
  }

  /// How far from where they should be so many words may stand: a page's foot and head may come
  /// between, and scans add and lose blanks.
  private static func reach(_ words: Int) -> Int { 32 + words / 8 }

  /// The best alignment near the place where the passage's word at `offset` is, within a range.
  func align(around place: Int, offset: Int, within range: Range<Int>) -> Alignment {
    let rows = 0..<passage.words
    if rows.count <= Self.piece + Self.piece / 4 {
      return align(rows, from: place - offset, within: range)
    }
    let first = max(0, min(offset - Self.piece / 2, rows.count - Self.piece))
    var alignment = align(
      first..<(first + Self.piece), from: place - (offset - first), within: range)
    var row = first + Self.piece
    var column = alignment.columns?.upperBound ?? place
    while row < rows.count {
      let end = min(row + Self.piece, rows.count)
      let next = align(row..<end, from: column, within: column..<max(column, range.upperBound))
      alignment.join(next)
      column = next.columns?.upperBound ?? (column + end - row)
      row = end
    }
    row = first
    column = alignment.columns?.lowerBound ?? place
    while row > 0 {
      let start = max(0, row - Self.piece)
      let next = align(
        start..<row, from: column - (row - start), within: min(range.lowerBound, column)..<column)
      alignment.join(next)
      column = next.columns?.lowerBound ?? max(0, column - (row - start))
      row = start
    }
    return alignment
  }

  private func align(_ rows: Range<Int>, from column: Int, within range: Range<Int>) -> Alignment {
    let reach = Self.reach(rows.count)
    return aligner.align(
      rows, in: ((column - reach)..<(column + rows.count + reach)).clamped(to: range))
  }

  /// Finds words at both ends of a passage beyond what is known of it, in a range of the copy: what a
  /// gap has parted from the rest, where that is more likely than some chance likeness.
  func lengthen(_ alignment: inout Alignment, within range: Range<Int>) {
    while let rows = alignment.rows, let columns = alignment.columns {
      let rest = rows.upperBound..<passage.words
      let end = min(range.upperBound, columns.upperBound + rest.count + Self.beyond)
      guard columns.upperBound < end, join(rest, columns.upperBound..<end, to: &alignment) else {
        break
      }
    }
    while let rows = alignment.rows, let columns = alignment.columns {
      let rest = 0..<rows.lowerBound
      let start = max(range.lowerBound, columns.lowerBound - rest.count - Self.beyond)
      guard start < columns.lowerBound, join(rest, start..<columns.lowerBound, to: &alignment)
      else { break }
    }
  }

  /// How much further than the words that are missing the rest of a passage is looked for.
  private static let beyond = 24

  private func join(
    _ rows: Range<Int>, _ columns: Range<Int>, to alignment: inout Alignment
  ) -> Bool {
    guard rows.count > 3 else { return false }
    let next = aligner.align(rows, in: columns)
    guard next.score >= Evidence.places(rows.count * columns.count) + Evidence.bit else {
      return false
    }
    alignment.join(next)
    return true
  }

  /// The best alignment in a range of the copy, and the best on either side of it.
  func alignments(in range: Range<Int>) -> [Alignment] {
    var best = aligner.align(0..<passage.words, in: range)
    lengthen(&best, within: range)
    guard let columns = best.columns else { return [] }
    return [best]
      + [range.lowerBound..<columns.lowerBound, columns.upperBound..<range.upperBound].map {
        var other = aligner.align(0..<passage.words, in: $0)
        lengthen(&other, within: $0)
        return other
      }
  }
}
