/// All names in columns: a search runs over numbers in one piece of memory and looks at a name only
/// where they say that it may be meant.
struct NameTable: Sendable {
  private(set) var aliases: [String] = []
  private(set) var words = NameWords()
  /// Letters of the words in one piece.
  private(set) var letters = PackedLists<UInt32>()
  private(set) var heads: [UInt64] = []
  private(set) var signatures: [UInt64] = []
  /// Sounds in one piece: of name n without particles at 2n, with them at 2n + 1.
  private var sounds = PackedLists<UInt8>()
  /// Keys of sounds, each with the place of what has it among the sounds.
  private var keys: [UInt64] = []
  private var keyed: [Int32] = []
  /// The numbers of words, then of compounds.
  private(set) var terms = PackedLists<Int32>()
  private var initials = PackedLists<Initials.Letter>()
  /// How many words a name has, and how many that are no particles.
  private var wordCounts: [Int] = []
  private var bareCounts: [Int] = []

  var count: Int { aliases.count }

  mutating func append(_ alias: String) {
    let forms = NameForms(alias)
    let name = Int32(count)
    aliases.append(alias)
    letters.append(forms.joined)
    heads.append(Head(forms.joined).letters)
    signatures.append(NearNames.signature(of: forms.joined[...]))
    for place in 0..<2 {
      let sounds = place < forms.sounds.count ? forms.sounds[place] : Sounds()
      self.sounds.append(sounds.codes)
      guard let pair = sounds.keys else { continue }
      for key in Set([pair.with, pair.without]) {
        keys.append(key)
        keyed.append(2 * name + Int32(place))
      }
    }
    terms.append((forms.words + forms.compounds).map { words.number(of: $0) })
    initials.append(forms.words.map(\.initial))
    wordCounts.append(forms.words.count)
    bareCounts.append(forms.words.count { !$0.isParticle })
  }

  /// The names that begin with the letters of what was typed.
  func begun(by typed: NameForms) -> [Int] {
    let head = Head(typed.joined)
    return heads.indices.filter { name in
      head.mayBegin(heads[name]) && letters[name].starts(with: typed.joined)
    }
  }

  /// The names that are romanisations of what was typed.
  func romanised(_ typed: NameForms) -> [Int] {
    var wanted: [UInt64: [Sounds]] = [:]
    for sounds in typed.sounds {
      guard let pair = sounds.keys else { continue }
      for key in Set([pair.with, pair.without]) { wanted[key, default: []].append(sounds) }
    }
    var found: [Int] = []
    for (key, typed) in wanted {
      for place in keys.indices where keys[place] == key {
        let own = sounds[Int(keyed[place])]
        if typed.contains(where: { SoundCost.shared.agree($0.codes[...], own) }) {
          found.append(Int(keyed[place]) / 2)
        }
      }
    }
    return found
  }

  /// The names with the initials that were typed.
  func abbreviated(_ typed: NameForms) -> [Int] {
    guard let wanted = Initials.typed(typed.text, joined: typed.joined) else { return [] }
    return heads.indices.filter { name in
      guard wordCounts[name] >= wanted.count else { return false }
      return Initials.match(wanted, initials[name])
    }
  }

  /// Whether a name has as many words as were typed, with particles or without.
  func mayReorder(_ name: Int, _ typed: NameForms) -> Bool {
    wordCounts[name] == typed.words.count
      || bareCounts[name] == typed.words.count { !$0.isParticle }
  }

  /// The names that what was typed is but for typing errors.
  func near(_ typed: NameForms) -> [Int] {
    let errors = NearNames.errors(allowedIn: typed.joined.count)
    guard errors > 0 else { return [] }
    let signature = NearNames.signature(of: typed.joined[...])
    return heads.indices.filter { name in
      (signatures[name] ^ signature).nonzeroBitCount <= 2 * errors
        && NearNames.isNear(typed.joined[...], letters[name])
    }
  }
}
