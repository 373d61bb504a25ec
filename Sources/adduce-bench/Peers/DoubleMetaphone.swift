/// Double Metaphone after L. Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal
/// 18 (6), June 2000: two codes of a word, as it is likely said in English and as it may be said in
/// the language it comes from. Codes are not cut to four letters, which would favour the others.
///
/// A name is its words' codes; two names agree where, word by word, a code of the one is a code of
/// the other.
enum DoubleMetaphone {
  /// Whether two folded names agree.
  static func agree(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one.split(separator: " "), other.split(separator: " "))
    guard one.count == other.count else { return false }
    return zip(one, other).allSatisfy { pair in
      let (first, second) = (codes(of: String(pair.0)), codes(of: String(pair.1)))
      return !first.isDisjoint(with: second)
    }
  }

  /// The one or two codes of a word; the word itself where it has no Latin letter.
  static func codes(of word: String) -> Set<String> {
    guard word.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return [word] }
    var coder = MetaphoneCoder(word)
    coder.run()
    return [coder.primary, coder.secondary]
  }
}

/// Reads a word from the left, and writes both codes.
struct MetaphoneCoder {
  let letters: [Character]
  var index = 0
  private(set) var primary = ""
  private(set) var secondary = ""

  init(_ word: String) { letters = Array(word.uppercased()) }

  var last: Int { letters.count - 1 }

  /// The letter at a place, a blank beyond either end.
  func letter(_ place: Int) -> Character {
    letters.indices.contains(place) ? letters[place] : " "
  }

  func isVowel(_ place: Int) -> Bool { "AEIOUY".contains(letter(place)) }

  /// Whether one of the strings stands at a place.
  func has(_ place: Int, _ strings: String...) -> Bool {
    strings.contains { string in
      place >= 0 && place + string.count <= letters.count
        && letters[place..<(place + string.count)].elementsEqual(string)
    }
  }

  /// German or Slavic, by its letters.
  var isSlavoGermanic: Bool {
    letters.contains("W") || letters.contains("K")
      || letters.indices.contains { has($0, "CZ", "WITZ") }
  }

  mutating func add(_ code: String, _ other: String? = nil) {
    primary += code
    secondary += other ?? code
  }

  /// Goes on past the letters read, and past a doubled one of the kind.
  mutating func step(_ count: Int = 1, past doubles: Character...) {
    index += doubles.contains(letter(index + 1)) && count == 1 ? 2 : count
  }

  mutating func run() {
    if has(0, "GN", "KN", "PN", "WR", "PS") { index = 1 }
    if letter(0) == "X" {
      add("S")
      index = 1
    }
    while index < letters.count {
      switch letter(index) {
      case "A", "E", "I", "O", "U", "Y":
        if index == 0 { add("A") }
        step()
      case "B":
        add("P")
        step(past: "B")
      case "C": readC()
      case "D": readD()
      case "F":
        add("F")
        step(past: "F")
      case "G": readG()
      case "H": readH()
      case "J": readJ()
      case "K":
        add("K")
        step(past: "K")
      case "L": readL()
      case "M": readM()
      case "N":
        add("N")
        step(past: "N")
      case "P": readP()
      case "Q":
        add("K")
        step(past: "Q")
      case "R": readR()
      case "S": readS()
      case "T": readT()
      case "V":
        add("F")
        step(past: "V")
      case "W": readW()
      case "X": readX()
      case "Z": readZ()
      default: step()
      }
    }
  }
}
