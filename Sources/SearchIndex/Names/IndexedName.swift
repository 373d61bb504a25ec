import Text

/// What somebody typed to find a name, in the forms that names are compared by.
struct TypedName {
  let text: String
  let words: [String]
  let sorted: [String]
  let joined: String

  init(_ text: String) {
    self.text = text
    words = Folding.words(text)
    sorted = words.sorted()
    joined = words.joined()
  }
}

/// A name of a record, in the forms that it is compared by.
struct IndexedName: Sendable {
  let id: String
  let alias: String
  private let words: [String]
  private let sorted: [String]
  /// The words, and compounds in one piece.
  private let terms: [String]
  private let joined: String
  private let isAbbreviation: Bool

  init(id: String, alias: String) {
    self.id = id
    self.alias = alias
    words = Folding.words(alias)
    sorted = words.sorted()
    terms = Folding.terms(alias).map(\.text)
    joined = words.joined()
    isAbbreviation = Self.isAbbreviation(alias)
  }

  /// The best rule by which a typed name finds this one; nil where none does.
  func rule(for typed: TypedName) -> NameRule? {
    if alias == typed.text || id == typed.text { return .exact }
    if words == typed.words { return .folded }
    if joined == typed.joined { return isAbbreviation ? .abbreviation : .folded }
    if sorted == typed.sorted { return .reordered }
    if joined.hasPrefix(typed.joined) { return .prefix }
    let begins = typed.words.allSatisfy { word in terms.contains { $0.hasPrefix(word) } }
    return begins ? .prefix : nil
  }

  /// One word of at most twelve signs, at least half of its letters capitals, two at least: `TTP`,
  /// `LeJ-A`, `T.T.P.`, and not `Al-Qaida`.
  private static func isAbbreviation(_ alias: String) -> Bool {
    guard alias.count <= 12, !alias.contains(where: \.isWhitespace) else { return false }
    let letters = alias.count { $0.isLetter }
    let capitals = alias.count { $0.isUppercase }
    return capitals >= 2 && 2 * capitals >= letters
  }
}
