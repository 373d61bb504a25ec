/// The distinct words of all names, numbered, in the forms that words are compared by.
struct NameWords: Sendable {
  private var numbers: [String: Int32] = [:]
  private var letters = PackedLists<UInt32>()
  private var heads: [UInt64] = []
  private var sounds = PackedLists<UInt8>()
  private var keysWith: [UInt64] = []
  private var keysWithout: [UInt64] = []

  var count: Int { heads.count }

  /// The number of a word, new or known.
  mutating func number(of word: NameForms.Word) -> Int32 {
    if let known = numbers[word.text] { return known }
    let number = Int32(count)
    numbers[word.text] = number
    let scalars = word.text.unicodeScalars.map(\.value)
    letters.append(scalars)
    heads.append(Head(scalars).letters)
    sounds.append(word.sounds.codes)
    let keys = word.sounds.keys
    keysWith.append(keys?.with ?? 0)
    keysWithout.append(keys?.without ?? 0)
    return number
  }

  /// The words that begin with the letters of a typed word.
  func begun(by word: NameForms.Word) -> [Int] {
    let wanted = word.text.unicodeScalars.map(\.value)
    let head = Head(wanted)
    return heads.indices.filter { number in
      head.mayBegin(heads[number]) && letters[number].starts(with: wanted)
    }
  }

  /// The number of a typed word, where it is one of the words.
  func equal(to word: NameForms.Word) -> Int? { numbers[word.text].map(Int.init) }

  /// The words that are romanisations of what has these sounds.
  func agreeing(with typed: Sounds) -> [Int] {
    guard let (with, without) = typed.keys else { return [] }
    return heads.indices.filter { number in
      let (otherWith, otherWithout) = (keysWith[number], keysWithout[number])
      let share =
        with == otherWith || without == otherWithout || with == otherWithout
        || without == otherWith
      return share && SoundCost.shared.agree(typed.codes[...], sounds[number])
    }
  }
}
