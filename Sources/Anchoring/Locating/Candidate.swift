/// A place where a passage may stand.
struct Candidate {
  /// The passage's place among those sought.
  let passage: Int
  var alignment: Alignment
  /// The copy's words from its first to its last.
  var columns: Range<Int>
  /// In sixteenths of a bit: the alignment's, and that of chosen runs and all words' hash. More than
  /// two runs count as two, or a long passage would win a place from the short one that stands there.
  let score: Int32
  /// Word for word the passage, as far as its fingerprint tells.
  let isWhole: Bool

  /// How many of a hundred halves of the passage's words are there.
  private(set) var share: Int

  /// The least share: of less it would be wrong to say that the passage is there.
  static let leastShare = 40

  /// Nil where no word was found.
  init?(_ passage: Int, _ sought: Sought.Passage, _ alignment: Alignment, in words: Words) {
    guard let columns = alignment.columns else { return nil }
    self.passage = passage
    self.alignment = alignment
    self.columns = columns
    let fingerprint = sought.fingerprint
    let halves = alignment.halves(of: fingerprint, in: words)
    share = 100 * halves / (2 * fingerprint.words)
    isWhole =
      halves == 2 * fingerprint.words && columns.count == fingerprint.words
      && Fingerprint.check(words.hashes[columns], isSpan: false) == fingerprint.check
    let seeds = fingerprint.seeds.count { seed in
      let place = alignment.firsts[seed.offset]
      return place >= 0 && Int(place) < words.runs.count
        && alignment.firsts[seed.offset + 2] == place + 2 && words.runs[Int(place)] == seed.value
    }
    let check = isWhole && fingerprint.words >= 4 ? Evidence.check : 0
    score = alignment.score + check + Int32(min(2, seeds)) * Evidence.seed
  }

  /// The score, less what words at the ends count that were not found.
  var evidence: Int32 {
    let rows = alignment.rows ?? 0..<0
    return score - Int32(alignment.firsts.count - rows.count) * Evidence.unfound
  }

  /// Where the first word should stand, were all at the beginning there.
  var start: Int { columns.lowerBound - (alignment.rows?.lowerBound ?? 0) }

  /// Gives it other ends.
  mutating func fit(to columns: Range<Int>, _ sought: Sought.Passage, in words: Words) {
    alignment.fit(to: columns)
    self.columns = columns
    share = 100 * alignment.halves(of: sought.fingerprint, in: words) / (2 * sought.words)
  }

  /// The columns without a word or two at both ends, which neighbours may claim as well.
  var core: Range<Int> {
    let less = min(2, columns.count / 8)
    return (columns.lowerBound + less)..<(columns.upperBound - less)
  }
}

extension Alignment {
  /// How many heads and tails of the words of a passage are where the alignment has them.
  func halves(of fingerprint: Fingerprint, in words: Words, rows: Range<Int>? = nil) -> Int {
    let depth = Grain.depth(words: fingerprint.words)
    let (head, tail) = (Grain.headMask(depth), Grain.tailMask(depth))
    var halves = 0
    for row in rows ?? firsts.indices where firsts[row] >= 0 {
      let sought = fingerprint.grains[row].bits
      let isHead = (sought ^ words.grains[Int(firsts[row])].bits) & head == 0
      let isTail = (sought ^ words.grains[Int(lasts[row])].bits) & tail == 0
      halves += (isHead ? 1 : 0) + (isTail ? 1 : 0)
    }
    return halves
  }
}
