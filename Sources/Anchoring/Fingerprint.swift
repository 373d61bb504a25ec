/// What a casebook keeps of the wording of a passage, or of some words of one: enough to find them
/// again in a copy, too little to read them.
///
/// Of a passage of n words it has
/// - n;
/// - of each word some bits of its first three letters' hash and as many of its last three's
///   (`Grain`): 6 and 6 bits where n is 1, 4 and 4 up to 3 words, 2 and 2 up to 7, else 1 and 1;
/// - eight bits of a hash of all words, from 4 words on, by which a changed copy is told from a true one;
/// - from 8 words on, twelve bits of the hash of chosen runs of three words (`Winnowing`) with their
///   places, one in every 8.5 words on average, by which the passage is found in a long text.
///
/// Of a span of a passage, which is found by way of the passage, it has the number of words and up to
/// eight bits of a hash of all of them, but no more than two a word.
///
/// What that gives away. Of a paragraph of 80 words the bits are some 280, 3.5 a word. A word of
/// English prose with the blank after it carries more: 6 letters of 0.6 to 1.3 bits (Shannon,
/// "Prediction and Entropy of Printed English", 1951), 4 to 8 bits, and the more where there are names
/// and numbers. So for every fingerprint there are many paragraphs of good English that have it, and
/// nothing in it tells which was printed: it cannot be read back. Each word has some 12,500 candidates
/// in a dictionary of 50,000; each run of three some 30,000 million.
///
/// Each part that a citation narrows to adds up to eight bits, so that a paragraph with many parts gives
/// away more; the casebook's rule that parts which differ by few words are one part keeps it below a bit
/// a word, but for the shortest.
///
/// It is a check, however, and meant to be: who has a text can tell whether it is the passage, and
/// who has a short list of what a passage might say can rule out most of it. So a heading can be
/// guessed: one word has 12 bits, which leave some 12 words of 50,000; two have 16 bits, three and four
/// 24, five 28, and 7 and 8 words 36. Nothing secret should rest on such a line. There is no key, for
/// whoever opens the casebook would need it too.
public struct Fingerprint: Hashable, Sendable {
  /// How many words it was made of.
  public let words: Int
  /// Whether it is of some words of a passage and not of a whole one.
  let isSpan: Bool
  /// One a word; none of a span.
  let grains: [Grain]
  let check: UInt8
  let seeds: [Winnowing.Seed]

  /// Of a whole passage.
  public init(of text: String) { self.init(of: Words(text)) }

  /// Of a whole passage that is cut into words.
  public init(of words: Words) {
    let count = words.count
    let depth = Grain.depth(words: count)
    self.init(
      words: count, isSpan: false, grains: words.grains.map { $0.shown(depth) },
      check: Self.check(words.hashes[...], isSpan: false),
      seeds: count < Self.seeded ? [] : Winnowing.seeds(words.hashes[...]))
  }

  /// Of some words of a passage, which count from 0; the range must lie within them.
  public init(of words: Words, range: Range<Int>) {
    self.init(
      words: range.count, isSpan: true, grains: [],
      check: Self.check(words.hashes[range], isSpan: true), seeds: [])
  }

  init(words: Int, isSpan: Bool, grains: [Grain], check: UInt8, seeds: [Winnowing.Seed]) {
    self.words = words
    self.isSpan = isSpan
    self.grains = grains
    self.check = check
    self.seeds = seeds
  }

  /// The fewest words of a passage that has chosen runs.
  static let seeded = 8

  /// How many bits of all words' hash are shown.
  static func checkBits(words: Int, isSpan: Bool) -> Int {
    isSpan ? min(8, 2 * words) : words < 4 ? 0 : 8
  }

  /// The bits of all words' hash that are shown, in the lowest places.
  static func check(_ hashes: ArraySlice<UInt64>, isSpan: Bool) -> UInt8 {
    let shown = checkBits(words: hashes.count, isSpan: isSpan)
    return UInt8(StableHash.check(hashes) >> 56) >> UInt8(8 - shown)
  }
}
