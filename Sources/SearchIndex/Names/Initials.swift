/// Abbreviations: names written as one (LeJ-A), and initials typed for the words of a name.
enum Initials {
  /// One word of at most twelve signs, at least half of its letters capitals, two at least: `TTP`,
  /// `LeJ-A`, `T.T.P.`, and not `Al-Qaida`.
  static func isAbbreviation(_ name: String) -> Bool {
    guard name.utf8.count <= 24, name.count <= 12, !name.contains(where: \.isWhitespace) else {
      return false
    }
    let letters = name.count { $0.isLetter }
    let capitals = name.count { $0.isUppercase }
    return capitals >= 2 && 2 * capitals >= letters
  }

  /// The letters of what was typed, where they may be initials: no blanks, two to eight letters, and
  /// two only as capitals (`is` would find too much).
  static func typed(_ text: String, joined: [UInt32]) -> [UInt32]? {
    guard (2...8).contains(joined.count), !text.contains(where: \.isWhitespace) else { return nil }
    if joined.count == 2, !text.allSatisfy({ !$0.isLetter || $0.isUppercase }) { return nil }
    return joined
  }

  /// The first letter of a word.
  struct Letter: Sendable {
    let value: UInt32
    /// Whether initials may pass the word over.
    let isOptional: Bool

    init(_ value: UInt32, isOptional: Bool) {
      self.value = value
      self.isOptional = isOptional
    }
  }

  /// Whether typed letters are the first letters of words, of each in order, where those that are
  /// optional may be passed over. At least two others speak.
  static func match(_ typed: [UInt32], _ words: ArraySlice<Letter>) -> Bool {
    // The numbers of typed letters that the words so far may have used, a bit each.
    var reached: UInt16 = 1
    var count = 0
    for word in words {
      var next: UInt16 = word.isOptional ? reached : 0
      for index in typed.indices where typed[index] == word.value {
        next |= (reached & (1 << index)) << 1
      }
      if next == 0 { return false }
      reached = next
      count += word.isOptional ? 0 : 1
    }
    return count >= 2 && reached & (1 << typed.count) != 0
  }
}
