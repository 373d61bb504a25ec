import TestSupport
@testable import SearchIndex

/// Names made up at random, of few words and sounds, so that every rule finds some.
enum NameSamples {
  static func name(_ random: inout SeededGenerator) -> String {
    var name = ""
    for place in 0..<(random.below(3) + 1) {
      if place > 0 { name += pick([" ", " ", "-", " al-", "-e-", " ul ", " bin "], &random) }
      let word = random.below(3) == 0 ? self.word(&random) : pick(known, &random)
      name += random.below(3) == 0 ? word.uppercased() : word
    }
    return name
  }

  static func word(_ random: inout SeededGenerator) -> String {
    (0..<(random.below(3) + 1))
      .map { _ in
        pick(["k", "kh", "h", "m", "s", "d", "j", ""], &random)
          + pick(["a", "o", "u", "i", "ee", "aj", ""], &random)
      }
      .joined() + pick(["", "d", "m"], &random)
  }

  /// What somebody may type for a name: as it is, a part of it, or with an error.
  static func typed(_ name: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(name)
    switch random.below(7) {
    case 0: return name
    case 1: return name.lowercased()
    case 2: return String(letters.prefix(random.below(letters.count) + 1))
    case 3: return name.split(separator: " ").reversed().joined(separator: " ")
    case 4:
      letters[random.below(letters.count)] = "x"
      return String(letters)
    case 5:
      return String(name.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap(\.first))
    default: return self.name(&random)
    }
  }

  private static func pick(_ list: [String], _ random: inout SeededGenerator) -> String {
    list[random.below(list.count)]
  }

  private static let known = [
    "Mohammed", "Muhammad", "Omar", "Umar", "Abdul", "Abd", "Rahman", "Abdurrahman", "Saifullah",
    "Khan", "TTP", "LeJ-A", "Taliban", "Tehrik", "Tehreek", "Pakistan", "محمد", "خراسان", "313",
  ]
}
