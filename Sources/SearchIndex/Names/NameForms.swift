import Text

/// A name in the forms that names are compared by.
struct NameForms {
  struct Word {
    let text: String
    let isParticle: Bool
    let sounds: Sounds

    var initial: Initials.Letter {
      let isOptional = isParticle || Particles.unsaid.contains(text)
      return Initials.Letter(text.unicodeScalars.first?.value ?? 0, isOptional: isOptional)
    }
  }

  let text: String
  let words: [Word]
  /// Hyphened words in one piece.
  let compounds: [Word]
  /// The letters of the words in one piece.
  let joined: [UInt32]
  /// The sounds of all words in one piece: without particles, and with them where that differs.
  let sounds: [Sounds]

  init(_ text: String) {
    self.text = text
    let texts = Folding.words(text)
    words = texts.indices.map { index in
      let next = index + 1 < texts.count ? texts[index + 1] : nil
      return Word(
        text: texts[index], isParticle: Particles.isParticle(texts[index], before: next),
        sounds: Romanisation.sounds(of: texts[index]))
    }
    compounds = Self.compounds(of: text)
    joined = texts.flatMap { $0.unicodeScalars.map(\.value) }
    let full = Self.join(words.map(\.sounds))
    let dropped = Particles.dropped(from: texts)
    let bare = dropped == texts ? full : Self.join(dropped.map(Romanisation.sounds))
    sounds = (bare == full ? [bare] : [bare, full]).filter { !$0.codes.isEmpty }
  }

  /// The words without particles, all of them where there are no others; 64 at most.
  var needed: [Word] {
    let speaking = words.filter { !$0.isParticle }
    return Array((speaking.isEmpty ? words : speaking).prefix(64))
  }

  private static func compounds(of text: String) -> [Word] {
    var position = -1
    var compounds: [Word] = []
    // A compound follows its first word, at the same place.
    for term in Folding.terms(text) {
      if term.position == position {
        let sounds = Romanisation.sounds(of: term.text)
        compounds.append(Word(text: term.text, isParticle: false, sounds: sounds))
      }
      position = term.position
    }
    return compounds
  }

  /// The sounds of words in one piece; empty where those of any are unknown.
  private static func join(_ words: [Sounds]) -> Sounds {
    var all = Sounds()
    for word in words {
      if word.codes.isEmpty { return Sounds() }
      all.append(word)
    }
    return all
  }
}

extension Sounds {
  /// Whether two spellings are romanisations of one name.
  func agree(with other: Sounds) -> Bool {
    guard let (with, without) = keys, let (otherWith, otherWithout) = other.keys else {
      return false
    }
    let share =
      with == otherWith || without == otherWithout || with == otherWithout || without == otherWith
    return share && SoundCost.shared.agree(codes[...], other.codes[...])
  }
}
