public import Model

extension SourceFingerprints {
  /// How much of a source's wording a copy holds, 0 to 100: the words of its passages of 8 and more
  /// that are found by their chosen runs, in reading order. `Recognition.least` says what suffices.
  public func score(in copy: CopyText) -> Int {
    let sought = Sought(self)
    let long = sought.passages.filter { $0.words >= Fingerprint.seeded }
    var placement = Placement(passages: sought.passages.count, words: copy.words.count)
    guard !long.isEmpty, placement.place(Seeding.candidates(of: sought, in: copy.words)) else {
      return 0
    }
    let held = zip(sought.passages, placement.at).reduce(0) { held, pair in
      held + pair.0.words * (pair.1?.share ?? 0)
    }
    return held / long.reduce(0) { $0 + $1.words }
  }
}

/// Which source a file is a copy of.
public enum Recognition {
  /// The least score of a copy: three in ten words, in order. An article that quotes another has less, a
  /// scan with every twentieth letter wrong more; with every tenth wrong a short article may have less.
  public static let least = 30
  /// How much better than the next the best must be.
  public static let margin = 10

  /// The scores of all sources, the best first, of equal ones by their names.
  public static func all(
    of sources: [RecordID: SourceFingerprints], in copy: CopyText
  ) -> [(source: RecordID, score: Int)] {
    sources.map { (source: $0.key, score: $0.value.score(in: copy)) }
      .sorted { ($1.score, $0.source) < ($0.score, $1.source) }
  }

  /// The one source that a copy is of; nil where none has the least score, and where another has
  /// it too and is not clearly worse (a file with two articles, an article that is held twice).
  public static func best(
    of sources: [RecordID: SourceFingerprints], in copy: CopyText
  ) -> (source: RecordID, score: Int)? {
    let all = all(of: sources, in: copy)
    guard let best = all.first, best.score >= least else { return nil }
    if all.count > 1, all[1].score >= least, all[1].score > best.score - margin { return nil }
    return best
  }
}
