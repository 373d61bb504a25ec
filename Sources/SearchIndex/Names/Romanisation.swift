/// Names of Arabic, Persian, Pashto and Urdu as they are written in Latin letters: every newspaper
/// and every scholar another way.
///
/// A word becomes its sounds (`Mohammed`: m o h a m e d). Names whose consonants belong to the same
/// groups in the same order are compared sound by sound: each difference has a cost, small where
/// romanisations differ (o and u, q and k), great where names do, and the sum has a limit that grows
/// with the length. Hence `Umar` is `Omar` and not `Amir`; a key alone could not tell.
enum Romanisation {
  /// The sounds of one folded word; empty where it has other than Latin letters and digits.
  static func sounds(of word: some StringProtocol) -> Sounds {
    var letters = Array(word.utf8)
    guard letters.allSatisfy({ ($0 | 0x20).isLatin || $0.isDigit }) else { return Sounds() }
    if !regularEnding(of: &letters) { regularServant(in: &letters) }
    return Sounds(codes: read(letters))
  }

  /// Writes -ullah, -alla and the like as -allah, and -uddin, -eddine, -aldin as -din.
  private static func regularEnding(of letters: inout [UInt8]) -> Bool {
    for (endings, regular) in endings {
      for ending in endings where letters.count >= ending.count + 2 {
        guard letters.suffix(ending.count).elementsEqual(ending) else { continue }
        let stem = letters.dropLast(ending.count)
        guard let last = stem.last, !last.isVowelLetter else { continue }
        letters = Array(stem) + Array(regular)
        return true
      }
    }
    return false
  }

  private static let endings: [([[UInt8]], [UInt8])] = [
    ("ullah allah ollah ulla alla olla ulah", "allah"),
    ("uddin eddin eddine addin oddin uddeen uddine aldin eldin uldin", "din"),
  ].map { endings, regular in
    (endings.split(separator: " ").map { Array($0.utf8) }, Array(regular.utf8))
  }

  /// Writes abdul-, abdel-, abdur- before r and so on as abd-: the servant of whom follows.
  private static func regularServant(in letters: inout [UInt8]) {
    guard letters.count >= 5, letters.starts(with: "abd".utf8), letters[3].isVowelLetter else {
      return
    }
    let article = letters[4]
    let rest = letters.dropFirst(5)
    guard article == UInt8(ascii: "l") ? rest.count != 1 && rest.count != 2 : rest.first == article
    else { return }
    letters.removeSubrange(3...4)
  }

  /// Reads letters from the left, the longest group first; what is doubled is written once.
  private static func read(_ letters: [UInt8]) -> [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(letters.count)
    func add(_ code: UInt8) {
      if codes.last != code || code >= Sounds.digits { codes.append(code) }
    }
    var index = 0
    while index < letters.count {
      let rest = letters[index...]
      if letters[index].isDigit {
        add(Sounds.digits + letters[index] - UInt8(ascii: "0"))
        index += 1
      } else if let (group, sounds) = groups[Int(letters[index] - UInt8(ascii: "a"))]
        .first(where: { rest.starts(with: $0.letters) })
      {
        for sound in sounds { add(sound.rawValue) }
        index += group.count
      } else {
        let isSoft = rest.dropFirst().first.map { "eiy".utf8.contains($0) } ?? false
        for sound in single(letters[index], isSoft: isSoft) { add(sound.rawValue) }
        index += 1
      }
    }
    return codes
  }

  /// Groups of letters by their first, `a` to `z`, the longest first.
  private static let groups: [[(letters: [UInt8], sounds: [Sound])]] = {
    var groups: [[(letters: [UInt8], sounds: [Sound])]] = Array(repeating: [], count: 26)
    for (letters, sounds) in allGroups {
      groups[Int(letters.utf8.first! - UInt8(ascii: "a"))].append((Array(letters.utf8), sounds))
    }
    return groups
  }()

  private static let allGroups: [(String, [Sound])] = [
    ("tsch", [.ch]), ("tsh", [.ch]), ("sch", [.sh]), ("ssh", [.sh]), ("dzh", [.j]),
    ("tch", [.ch]), ("kkh", [.kh]), ("ggh", [.gh]), ("tth", [.th]), ("ddh", [.dh]),
    ("cch", [.ch]), ("sh", [.sh]), ("ch", [.ch]), ("kh", [.kh]), ("gh", [.gh]), ("zh", [.j]),
    ("dj", [.j]), ("dz", [.z]), ("th", [.th]), ("dh", [.dh]), ("ph", [.f]), ("ts", [.ch]),
    ("ck", [.k]), ("cq", [.k]), ("qu", [.q, .u]), ("ou", [.u]), ("oo", [.u]), ("ee", [.i]),
  ]

  private static func single(_ letter: UInt8, isSoft: Bool) -> [Sound] {
    switch Character(Unicode.Scalar(letter)) {
    case "a": [.a]
    case "b": [.b]
    case "c": isSoft ? [.ch] : [.k]
    case "d": [.d]
    case "e": [.e]
    case "f": [.f]
    case "g": [.g]
    case "h": [.h]
    case "i", "y": [.i]
    case "j": [.j]
    case "k": [.k]
    case "l": [.l]
    case "m": [.m]
    case "n": [.n]
    case "o": [.o]
    case "p": [.p]
    case "q": [.q]
    case "r": [.r]
    case "s": [.s]
    case "t": [.t]
    case "u": [.u]
    case "v", "w": [.w]
    case "x": [.kh]
    default: [.z]
    }
  }
}

extension UInt8 {
  fileprivate var isLatin: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isVowelLetter: Bool { "aeiou".utf8.contains(self) }
}
