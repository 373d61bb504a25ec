public import Text

/// Words next to each other, in their order.
public enum Phrases {
  /// Whether a text has the folded words of a phrase at consecutive places.
  public static func contains(
    _ phrase: [String], in text: some StringProtocol, lastIsPrefix: Bool = false
  ) -> Bool {
    let matcher = PhraseMatcher(phrase, lastIsPrefix: lastIsPrefix)
    return matcher.isIn(text)
  }

  /// Whether the folded words of a phrase stand at consecutive positions; of the last only the
  /// beginning where it is a prefix. A phrase without words is in every text.
  public static func contains(
    _ phrase: [String], in terms: [Folding.Term], lastIsPrefix: Bool = false
  ) -> Bool {
    guard let last = phrase.indices.last else { return true }
    // After each word: where the next one would have to stand.
    var places: Set<Int>?
    for (index, word) in phrase.enumerated() {
      let isPrefix = lastIsPrefix && index == last
      var next: Set<Int> = []
      for term in terms where places?.contains(term.position) ?? true {
        if isPrefix ? term.text.hasPrefix(word) : term.text == word {
          next.insert(term.position + 1)
        }
      }
      if next.isEmpty { return false }
      places = next
    }
    return true
  }
}

/// What an index knows of a phrase without the texts.
public struct PhraseHits: Sendable {
  /// Documents that may have the phrase; those that have it are among them.
  public let documents: Bitmap
  /// Whether they all have it. Where not, the texts must be looked at (`Phrases.contains`,
  /// `Bitmap.first(_:from:where:)`).
  public let isExact: Bool

  /// Takes the parts as they are.
  public init(documents: Bitmap, isExact: Bool) {
    self.documents = documents
    self.isExact = isExact
  }

  /// Of what is in no document.
  public static let none = PhraseHits(documents: Bitmap(0..<0), isExact: true)
}

extension IndexFile {
  /// Documents in which to look for a phrase of folded words, the last of which may be only the
  /// beginning of a word. Without words, none.
  ///
  /// Of large indexes two common words next to each other, and two or three that often are, have sets
  /// of their own, so that they need no looking; of more words few documents are left.
  public func hits(phrase words: [String], lastIsPrefix: Bool = false) -> PhraseHits {
    guard let last = words.last else { return .none }
    guard words.count > 1 else {
      let found = lastIsPrefix ? documents(prefix: last) : documents(word: last)
      return PhraseHits(documents: found, isExact: true)
    }
    var sets = words.map { PhraseWord(index: nil, documents: documents(word: $0)) }
    for (place, word) in words.enumerated() {
      sets[place].index = layout.dictionary.index(of: IndexFormat.key(word: word))
    }
    if lastIsPrefix {
      sets[sets.count - 1] = PhraseWord(index: nil, documents: documents(prefix: last))
    }
    let pairs = zip(sets, sets.dropFirst()).map { pair($0, $1) }
    let threes = zip(zip(sets, sets.dropFirst()), sets.dropFirst(2)).map {
      adjacent([$0.0.index, $0.1.index, $1.index])
    }
    if sets.count == 3, let three = threes[0] { return PhraseHits(documents: three, isExact: true) }
    let known = (pairs + threes).compactMap { $0 }
    let common = Bitmap.intersection(
      known + (pairs.contains { $0 == nil } ? sets.map(\.documents) : []))
    let isExact = common.isEmpty || (pairs.count == 1 && pairs[0] != nil)
    return PhraseHits(documents: common, isExact: isExact)
  }

  /// Documents that have all words of a phrase, anywhere or next to each other, as far as the index
  /// knows: `hits(phrase:lastIsPrefix:)`, exact or not.
  public func documents(phrase words: [String], lastIsPrefix: Bool = false) -> Bitmap {
    hits(phrase: words, lastIsPrefix: lastIsPrefix).documents
  }

  private struct PhraseWord {
    /// The word's place in the dictionary; nil where it is not there, or is a beginning.
    var index: Int?
    let documents: Bitmap
  }

  /// Documents in which two words stand next to each other; nil where only the texts know.
  private func pair(_ one: PhraseWord, _ other: PhraseWord) -> Bitmap? {
    guard let expected = layout.pairsExpected, let first = one.index, let second = other.index
    else { return nil }
    if let found = adjacent([first, second]) { return found }
    let hasSet = PairRuns.isExpected(
      one.documents.count, other.documents.count, documents: Int(layout.documents),
      expected: expected)
    return hasSet ? Bitmap(0..<0) : nil
  }

  /// The set of words next to each other, by their places in the dictionary; nil where they have
  /// none.
  private func adjacent(_ words: [Int?]) -> Bitmap? {
    let places = words.compactMap { $0 }
    guard layout.pairsExpected != nil, places.count == words.count else { return nil }
    return layout.dictionary.index(of: IndexFormat.key(adjacent: places)).map {
      bitmap($0) ?? Bitmap(0..<0)
    }
  }
}
