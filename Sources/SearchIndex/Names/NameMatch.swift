/// Two names compared, without an index: what every rule means.
public enum NameMatch {
  /// The best rule by which either of two names finds the other; nil where none does.
  public static func rule(_ one: String, _ other: String) -> NameRule? {
    let (one, other) = (NameForms(one), NameForms(other))
    return [rule(typed: one, name: other), rule(typed: other, name: one)].compactMap { $0 }.min()
  }

  /// The best rule by which what is typed finds a name; nil where none does.
  static func rule(typed: NameForms, name: NameForms) -> NameRule? {
    guard !typed.words.isEmpty else { return nil }
    if let rule = sameLetters(typed, name) { return rule }
    if isRomanised(typed, name) { return .romanised }
    if isReordered(typed, name) { return .reordered }
    if isPartial(typed, name) { return .partial }
    if isAbbreviated(typed, name) { return .abbreviation }
    return NearNames.isNear(typed.joined[...], name.joined[...]) ? .near : nil
  }

  /// The rule for a name of the same letters in one piece.
  static func sameLetters(_ typed: NameForms, _ name: NameForms) -> NameRule? {
    guard typed.joined == name.joined else { return nil }
    if typed.text == name.text { return .exact }
    if typed.words.map(\.text) == name.words.map(\.text) { return .folded }
    return Initials.isAbbreviation(name.text) ? .abbreviation : .folded
  }

  private static func isRomanised(_ typed: NameForms, _ name: NameForms) -> Bool {
    typed.sounds.contains { one in name.sounds.contains { one.agree(with: $0) } }
  }

  /// Whether they have the same words, or but for particles the same in any romanisation.
  static func isReordered(_ typed: NameForms, _ name: NameForms) -> Bool {
    if typed.words.map(\.text).sorted() == name.words.map(\.text).sorted() { return true }
    let speaking = typed.words.filter { !$0.isParticle }
    var rest = name.words.filter { !$0.isParticle }
    guard speaking.count == rest.count, speaking.count > 1 else { return false }
    for word in speaking {
      let equal = rest.firstIndex { $0.text == word.text }
      guard let found = equal ?? rest.firstIndex(where: { $0.sounds.agree(with: word.sounds) })
      else { return false }
      rest.remove(at: found)
    }
    return true
  }

  private static func isPartial(_ typed: NameForms, _ name: NameForms) -> Bool {
    if name.joined.starts(with: typed.joined) { return true }
    let terms = name.words + name.compounds
    if terms.contains(where: { term in typed.sounds.contains { $0.agree(with: term.sounds) } }) {
      return true
    }
    return typed.needed.allSatisfy { word in
      terms.contains {
        $0.text.unicodeScalars.starts(with: word.text.unicodeScalars)
          || $0.sounds.agree(with: word.sounds)
      }
    }
  }

  private static func isAbbreviated(_ typed: NameForms, _ name: NameForms) -> Bool {
    guard let letters = Initials.typed(typed.text, joined: typed.joined) else { return false }
    return Initials.match(letters, name.words.map(\.initial)[...])
  }
}
