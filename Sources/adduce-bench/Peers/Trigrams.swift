/// Similarity by trigrams as PostgreSQL's `pg_trgm` has it (`similarity(text, text)`): each word is
/// taken with two blanks before and one behind, the distinct groups of three letters of all words
/// form a set, and the similarity of two sets is what they share over what either has (Jaccard).
/// Its threshold is 0.3 where none is set.
enum Trigrams {
  static func similarity(_ one: String, _ other: String) -> Double {
    let (one, other) = (trigrams(one), trigrams(other))
    let shared = one.intersection(other).count
    let all = one.count + other.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  private static func trigrams(_ text: String) -> Set<[Unicode.Scalar]> {
    var all: Set<[Unicode.Scalar]> = []
    for word in text.split(separator: " ") {
      let letters = Array("  \(word) ".unicodeScalars)
      for start in 0..<(letters.count - 2) { all.insert(Array(letters[start..<(start + 3)])) }
    }
    return all
  }
}
