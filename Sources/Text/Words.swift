/// Texts cut into folded words.
///
/// A word is a run of letters and numbers. Marks, apostrophes within a word, and the signs for ayn
/// and hamza belong to it and fold away (Da'esh is daesh). Hyphens part the words of a compound, and
/// the compound is a term too (al-Shabaab: al, shabaab, alshabaab), also where such a sign stands
/// beside the hyphen (al-'Arabi). Each ideograph and each kana is a word of its own. One character
/// that stands for a phrase is its words (ﷺ).
extension Folding {
  /// A word at its place among the words of a text, from 0.
  public struct Term: Hashable, Sendable {
    /// As folded.
    public let text: String
    /// The place among the words of the text, from 0.
    public let position: Int

    /// Takes the parts as they are.
    public init(text: String, position: Int) {
      self.text = text
      self.position = position
    }
  }

  /// The folded words of a query, in order; compounds are split. No word is empty.
  public static func words(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    scan(text) { compound in
      for word in compound { words.append(String(decoding: word, as: UTF8.self)) }
    }
    return words
  }

  /// The terms of a text for an index: every word, and compounds also in one piece, at the position
  /// of their first word.
  public static func terms(_ text: some StringProtocol) -> [Term] {
    var terms: [Term] = []
    scanTerms(text) { word, position in
      terms.append(Term(text: String(decoding: word, as: UTF8.self), position: position))
    }
    return terms
  }

  /// Gives the terms of a text, as `terms` has them, to `take` without making a string of each.
  ///
  /// The bytes of a word are UTF-8 and may be used only within the call.
  public static func scanTerms(
    _ text: some StringProtocol,
    _ take: (_ word: UnsafeBufferPointer<UInt8>, _ position: Int) -> Void
  ) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { scanTerms(utf8: $0, take) }
    if done == nil {
      var copy = String(text)
      copy.withUTF8 { scanTerms(utf8: $0, take) }
    }
  }

  /// The same of a text that is there as UTF-8, which must be valid.
  public static func scanTerms(
    utf8 text: UnsafeBufferPointer<UInt8>,
    _ take: (_ word: UnsafeBufferPointer<UInt8>, _ position: Int) -> Void
  ) {
    var position = 0
    WordScanner.scan(text) { compound in
      if compound.count == 1 {
        take(compound.joined, position)
      } else {
        for (index, word) in compound.enumerated() {
          take(word, position + index)
          if index == 0 { take(compound.joined, position) }
        }
      }
      position += compound.count
    }
  }

  /// Gives the folded words of a text that is there as UTF-8, which must be valid, each with the
  /// bytes of the text it stands on; compounds are split.
  ///
  /// The bytes of a word may be used only within the call.
  public static func scanWords(
    utf8 text: UnsafeBufferPointer<UInt8>,
    _ take: (_ word: UnsafeBufferPointer<UInt8>, _ source: Range<Int>) -> Void
  ) {
    WordScanner.scan(text) { compound in
      for (index, word) in compound.enumerated() { take(word, compound.source(index)) }
    }
  }

  /// Where in a text stand words that equal one of the folded `words`, or begin with the last of
  /// them where it is a prefix: what a list highlights. In order, without overlaps.
  public static func ranges(
    of words: [String], in text: String, lastIsPrefix: Bool
  ) -> [Range<String.Index>] {
    SoughtWords(words, lastIsPrefix: lastIsPrefix).ranges(in: text)
  }

  /// Gives the words of a text to `take`, those of one compound together.
  static func scan(_ text: some StringProtocol, _ take: (WordScanner.Compound) -> Void) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { WordScanner.scan($0, take) }
    if done == nil {
      var copy = String(text)
      copy.withUTF8 { WordScanner.scan($0, take) }
    }
  }
}
