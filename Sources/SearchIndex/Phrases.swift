public import Text

/// Words next to each other, in their order.
public enum Phrases {
  /// Whether a text has the folded words of a phrase at consecutive places.
  public static func contains(
    _ phrase: [String], in text: some StringProtocol, lastIsPrefix: Bool = false
  ) -> Bool {
    contains(phrase, in: Folding.terms(text), lastIsPrefix: lastIsPrefix)
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
