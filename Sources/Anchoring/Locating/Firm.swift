/// The part of a passage found in a copy that is beyond doubt: between the first and the last place
/// where eight words in a row stand there nearly unharmed. The ends beyond it are for `Ends` to settle.
struct Firm {
  /// Words of the passage, and those of the copy that they are.
  let rows: Range<Int>
  let columns: Range<Int>

  private static let run = 8
  /// Of the sixteen halves of a run so many agree: by chance one place in some four hundred has that, and it
  /// lies where an alignment with far more evidence goes through.
  private static let least = 14

  /// So many words more or less may stand between two runs.
  private static let slip = 4

  /// Nil where there is no such run.
  init?(_ candidate: Candidate, _ passage: Sought.Passage, in words: Words) {
    if candidate.isWhole, passage.words >= 4 {
      rows = 0..<passage.words
      columns = candidate.columns
      return
    }
    let alignment = candidate.alignment
    let count = passage.words
    guard count >= 2 * Self.run else { return nil }
    func shift(_ row: Int) -> Int { Int(alignment.firsts[row]) - row }
    func isRun(_ first: Int) -> Bool {
      let place = alignment.firsts[first]
      return place >= 0
        && (0..<Self.run).allSatisfy {
          alignment.firsts[first + $0] == place + Int32($0)
            && alignment.lasts[first + $0] == place + Int32($0)
        }
        && alignment.halves(of: passage.fingerprint, in: words, rows: first..<(first + Self.run))
          >= Self.least
    }
    // What a gap parts from the rest may be some other passage's that says the same: the longest part.
    var best: (first: Int, last: Int, runs: Int)?
    var part: (first: Int, last: Int, runs: Int)?
    for row in 0...(count - Self.run) where isRun(row) {
      if let known = part, abs(shift(row) - shift(known.last)) <= Self.slip {
        part = (known.first, row, known.runs + 1)
      } else {
        part = (row, row, 1)
      }
      if let part, part.runs > best?.runs ?? 0 { best = part }
    }
    guard let (first, lastRun, _) = best else { return nil }
    let inside = Self.run - 2
    let last = max(first + inside, lastRun + Self.run - inside)
    rows = (first + inside)..<last
    columns = Int(alignment.firsts[first + inside])..<Int(alignment.firsts[last])
  }
}
