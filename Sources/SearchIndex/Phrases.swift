import Text

/// Words next to each other, in their order.
public enum Phrases {
  /// Whether a text has the folded words of a phrase at consecutive places.
  public static func contains(_ phrase: [String], in text: some StringProtocol) -> Bool {
    guard let first = phrase.first else { return true }
    let terms = Folding.terms(text)
    let known = Set(terms)
    return terms.contains { term in
      term.text == first
        && phrase.enumerated().dropFirst().allSatisfy { offset, word in
          known.contains(Folding.Term(text: word, position: term.position + offset))
        }
    }
  }
}
