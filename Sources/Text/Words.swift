/// Texts cut into folded words.
///
/// A word is a run of letters and numbers. Marks, apostrophes within a word, and the signs for ayn
/// and hamza belong to it and fold away (Da'esh is daesh). Hyphens part the words of a compound, and
/// the compound is a term too (al-Shabaab: al, shabaab, alshabaab). Each ideograph and each kana is
/// a word of its own.
extension Folding {
  /// A word at its place among the words of a text, from 0.
  public struct Term: Hashable, Sendable {
    /// As printed.
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
    scan(text) { compound in words += compound.map(\.text) }
    return words
  }

  /// The terms of a text for an index: every word, and compounds also in one piece, at the position
  /// of their first word.
  public static func terms(_ text: some StringProtocol) -> [Term] {
    var terms: [Term] = []
    var position = 0
    scan(text) { compound in
      for (index, word) in compound.enumerated() {
        terms.append(Term(text: word.text, position: position + index))
        if index == 0, compound.count > 1 {
          terms.append(Term(text: compound.map(\.text).joined(), position: position))
        }
      }
      position += compound.count
    }
    return terms
  }

  /// Where in a text stand words that equal one of the folded `words`, or begin with the last of
  /// them where it is a prefix: what a list highlights. In order, without overlaps.
  public static func ranges(
    of words: [String], in text: String, lastIsPrefix: Bool
  ) -> [Range<String.Index>] {
    guard let last = words.last else { return [] }
    var found: [Range<String.Index>] = []
    scan(text) { compound in
      let joined = compound.map(\.text).joined()
      if compound.count > 1, words.contains(joined) || (lastIsPrefix && joined.hasPrefix(last)),
        !compound.contains(where: { words.contains($0.text) })
      {
        found.append(compound[0].range.lowerBound..<compound[compound.count - 1].range.upperBound)
        return
      }
      for word in compound
      where words.contains(word.text) || (lastIsPrefix && word.text.hasPrefix(last)) {
        found.append(word.range)
      }
    }
    return found
  }

  /// A word as folded, and where it stands in the text.
  struct Word {
    var text: String
    var range: Range<String.Index>
  }

  /// Gives the words of a text to `take`, those of one compound together.
  static func scan(_ text: some StringProtocol, _ take: ([Word]) -> Void) {
    let scalars = text.unicodeScalars
    var compound: [Word] = []
    var word = String.UnicodeScalarView()
    var start = scalars.startIndex
    var end = scalars.startIndex

    func endWord() {
      if !word.isEmpty { compound.append(Word(text: String(word), range: start..<end)) }
      word = .init()
    }
    func endCompound() {
      endWord()
      if !compound.isEmpty { take(compound) }
      compound = []
    }

    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch kind(of: scalar) {
      case .letter:
        if word.isEmpty { start = index }
        fold(scalar, onto: &word)
        end = next
      case .ideograph:
        endCompound()
        start = index
        end = next
        fold(scalar, onto: &word)
        endCompound()
      case .part:
        if !word.isEmpty { end = next }
      case .apostrophe:
        let joins = !word.isEmpty && next < scalars.endIndex && kind(of: scalars[next]) == .letter
        if !joins { endCompound() }
      case .hyphen:
        let joins = !word.isEmpty && next < scalars.endIndex && kind(of: scalars[next]) == .letter
        if joins { endWord() } else { endCompound() }
      case .other: endCompound()
      }
      index = next
    }
    endCompound()
  }

  private enum Kind {
    /// Of a word.
    case letter
    /// A word of its own.
    case ideograph
    /// Belongs to the word around it and folds to nothing.
    case part
    case apostrophe, hyphen, other
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
      case 0x27, 0x60: return .apostrophe
      case 0x2D: return .hyphen
      default: return .other
      }
    }
    switch value {
    case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0xFF07: return .apostrophe
    case 0x2010...0x2013, 0x2212: return .hyphen
    case 0xAD, 0x200C, 0x200D, 0x2BB...0x2BF, 0x2C0, 0x2C1, 0x640: return .part
    case 0x3041...0x30FF, 0xFF66...0xFF9F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x323AF:
      return .ideograph
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      return .letter
    case .nonspacingMark, .enclosingMark: return .part
    default: return .other
    }
  }
}
