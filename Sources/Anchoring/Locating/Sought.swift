import Model

/// The passages of a source in reading order, made ready to be looked for.
struct Sought {
  /// A passage.
  struct Passage {
    let number: ParagraphNumber
    let fingerprint: Fingerprint
    var words: Int { fingerprint.words }
    var depth: Int { Grain.depth(words: fingerprint.words) }
  }

  /// A chosen run of a passage.
  struct Entry {
    /// The passage's place in `passages`.
    let passage: Int
    /// The run's place in the passage.
    let offset: Int
  }

  let passages: [Passage]
  /// The chosen runs by their twelve bits: those of a value stand from `first[value]` up to
  /// `first[value + 1]`.
  private(set) var entries: [Entry] = []
  private(set) var first = [Int](repeating: 0, count: 4097)

  /// Passages that have no words, and spans, are left out.
  init(_ source: SourceFingerprints) {
    passages = source.passages.filter { $0.value.words > 0 && !$0.value.isSpan }
      .sorted { $0.key < $1.key }.map { Passage(number: $0.key, fingerprint: $0.value) }
    var all: [(value: Int, entry: Entry)] = []
    for (index, passage) in passages.enumerated() {
      for seed in passage.fingerprint.seeds {
        all.append((Int(seed.value), Entry(passage: index, offset: seed.offset)))
      }
    }
    for (value, _) in all { first[value + 1] += 1 }
    for value in 0..<4096 { first[value + 1] += first[value] }
    entries = all.sorted { $0.value < $1.value }.map(\.entry)
  }
}
