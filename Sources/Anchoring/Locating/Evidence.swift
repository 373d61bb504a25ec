/// How much more likely what was seen is in a damaged copy of the words than anywhere else, in
/// sixteenths of a bit; sums of it are compared with the logarithm of the number of places.
///
/// The damage it reckons with is that of a middling scan (some 5 % of letters wrong): of a hundred
/// words 75 keep head and tail, 9 the head only, 9 the tail only, and 7 neither; every fourth or fifth
/// time a word goes or comes; 6 are cut in two and as many joined. Elsewhere heads and tails agree by
/// chance, once in 2^depth times each.
struct Evidence {
  static let bit: Int32 = 16

  /// Both halves of a word agree; one; none.
  let both: Int32
  let one: Int32
  let none: Int32
  /// A word of the passage is two of the copy, or two are one, and the halves agree.
  let broken: Int32

  /// Words of the copy that the passage does not have: the first, and each further one. Whoever may
  /// leave out words may look for better ones further on, so that a gap must cost more than the choice
  /// it opens; else any two texts could be aligned.
  static let inserted: Int32 = 7 * bit
  static let insertedMore: Int32 = bit
  /// The same where there are many, such as a page's foot and the next one's head.
  static let between: Int32 = 16 * bit
  static let betweenMore: Int32 = 1
  /// Words of the passage that the copy does not have.
  static let missing: Int32 = 7 * bit
  static let missingMore: Int32 = 2 * bit
  /// A word at an end of the passage that was not found. Elsewhere the best of many short likenesses
  /// would leave out most words, and a damaged end leaves out a few.
  static let unfound: Int32 = bit / 2
  /// A chosen run that agrees, beyond what its words say, and all words' hash.
  static let seed: Int32 = 160
  static let check: Int32 = 128

  /// The rows of a table, by depth.
  private static let table: [Evidence] = [
    Evidence(both: 28, one: -32, none: -61, broken: -37),
    Evidence(both: 28, one: -32, none: -61, broken: -37),
    Evidence(both: 59, one: -19, none: -61, broken: -6),
    Evidence(both: 90, one: -4, none: -61, broken: 26),
    Evidence(both: 122, one: 9, none: -61, broken: 56),
    Evidence(both: 154, one: 25, none: -61, broken: 88),
    Evidence(both: 186, one: 40, none: -61, broken: 120),
  ]

  /// For grains of a depth, 1 to 6.
  static func at(depth: Int) -> Evidence { table[depth] }

  /// The logarithm of a number of places, rounded up, in the same unit.
  static func places(_ count: Int) -> Int32 {
    guard count > 1 else { return 0 }
    return Int32(Int.bitWidth - (count - 1).leadingZeroBitCount) * bit
  }
}
