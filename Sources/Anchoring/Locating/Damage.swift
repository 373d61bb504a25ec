/// How likely the words of a passage stand as they do in a copy, beside words which have nothing to do
/// with them, given how bad the copy is.
///
/// Of damaged words 36 in a hundred keep their head only, 36 their tail only, 28 neither; one in five is
/// cut in two, and as many are joined to the next, and so is a hundredth of the sound ones; every sixteenth is gone or has come.
struct Damage {
  /// How many of the words are damaged, 0 to 1.
  let share: Double

  /// From the words of the passages that are beyond doubt.
  init(_ firm: [(Firm, Candidate)], _ sought: Sought, in copy: Words) {
    var (words, damaged) = (0, 0)
    for (firm, candidate) in firm {
      let fingerprint = sought.passages[candidate.passage].fingerprint
      guard fingerprint.words >= Fingerprint.seeded else { continue }
      words += firm.rows.count
      for row in firm.rows {
        let isStraight = candidate.alignment.firsts[row] == candidate.alignment.lasts[row]
        let halves = candidate.alignment.halves(
          of: fingerprint, in: copy, rows: row..<(row + 1))
        if !isStraight || halves < 2 { damaged += 1 }
      }
    }
    // Of the damaged ones 43 in a hundred look sound, one bit being shown of each half. Unless there is
    // much to go by, a middling scan.
    let seen = (Double(damaged) + 3) / (Double(words) + 20)
    share = min(0.6, max(0.02, seen / 0.57))
  }

  /// Of a word of the passage beside one of the copy of which no half agrees, one, both.
  func words(depth: Int) -> [Double] {
    let chance = 1 / Double(1 << depth)
    let (half, none) = (0.36 * share, 0.28 * share)
    return [
      none, half / chance + none,
      (1 - share + 2 * half * chance + none * chance * chance) / (chance * chance),
    ]
  }

  /// Of a word that is cut in two, or two that are joined, of which the outer halves agree.
  func broken(depth: Int) -> Double { (0.01 + 0.2 * share) * Double(1 << (2 * depth)) }

  /// Of a word more or less.
  var changed: Double { share / 16 }
}
