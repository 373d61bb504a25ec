import Model

/// Where some words of a passage stand, given where its words were found.
struct SpanPlace {
  /// The copy's words from the first to the last.
  let columns: Range<Int>
  /// Word for word the span, as far as the fingerprints tell.
  let isWhole: Bool
  /// How many of a hundred halves of its words are there.
  let share: Int

  /// Nil where the passage has no such words, or less than half of the span's were found. An end that
  /// was not found is where the next word within the span is.
  init?(
    _ span: PassageSpan, _ fingerprint: Fingerprint, in passage: Fingerprint,
    at candidate: Candidate, _ words: Words
  ) {
    guard span.words.lowerBound >= 1, span.words.upperBound <= passage.words else { return nil }
    let rows = (span.words.lowerBound - 1)..<span.words.upperBound
    let alignment = candidate.alignment
    let found = rows.filter { alignment.firsts[$0] >= 0 }
    guard let first = found.first, let last = found.last, 2 * found.count >= rows.count
    else { return nil }
    columns = Int(alignment.firsts[first])..<(Int(alignment.lasts[last]) + 1)
    let halves = alignment.halves(of: passage, in: words, rows: rows)
    share = 100 * halves / (2 * rows.count)
    isWhole =
      share == 100 && columns.count == rows.count && fingerprint.words == rows.count
      && Fingerprint.check(words.hashes[columns], isSpan: true) == fingerprint.check
  }
}
