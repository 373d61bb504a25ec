import Foundation
import SearchIndex
import Text

/// How long a name search takes over 100,000 made-up names.
enum NamesSpeed {
  static func run() {
    var random = NameMaker()
    let names = random.names(100_000)
    var index = NameIndex()
    let clock = ContinuousClock()
    let building = clock.measure {
      index = NameIndex(names.enumerated().map { (id: "r\($0.offset)", aliases: [$0.element]) })
    }
    print("\n### 100,000 names, such as \(names.prefix(4).joined(separator: ", "))\n")
    print("built in \(milliseconds(building)) ms\n")
    print("| typed | for example | p50 ms | p99 ms | found by the rule | hits, mean |")
    print("| --- | --- | --: | --: | --: | --: |")
    for (kind, rule, change) in kinds {
      var times: [Double] = []
      var byRule = 0
      var hits = 0
      let typed = (0..<300).map { change(names[$0 * 331]) }
      for text in typed {
        var found: [NameHit] = []
        times.append(milliseconds(clock.measure { found = index.hits(for: text) }))
        byRule += found.contains { $0.rule == rule } ? 1 : 0
        hits += found.count
      }
      times.sort()
      print(
        String(
          format: "| \(kind) | \(typed[0]) | %.2f | %.2f | %d of %d | %d |", times[150], times[297],
          byRule, typed.count, hits / typed.count))
    }
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
  }

  /// What is typed for a name, and the rule that should find it.
  private static let kinds: [(String, NameRule, @Sendable (String) -> String)] = [
    ("exact", .exact, { $0 }),
    ("exact to the letter", .exact, { "=" + $0 }),
    ("folded", .folded, { $0.uppercased() }),
    (
      "another romanisation", .romanised,
      { name in
        name.replacingOccurrences(of: "q", with: "k").replacingOccurrences(of: "u", with: "oo")
          .replacingOccurrences(of: "i", with: "ee").replacingOccurrences(of: "sh", with: "sch")
      }
    ),
    ("reordered", .reordered, { $0.split(separator: " ").reversed().joined(separator: " ") }),
    ("first word", .partial, { String($0.split(separator: " ")[0]) }),
    ("first four letters", .partial, { String($0.prefix(4)) }),
    ("one letter", .partial, { String($0.prefix(1)) }),
    (
      "begun words", .partial,
      { name in
        name.split(separator: " ").map { $0.prefix(3) }.joined(separator: " ")
      }
    ),
    (
      "initials", .abbreviation,
      { name in
        name.split(separator: " ").compactMap(\.first).map(String.init).joined()
      }
    ),
    (
      "one letter wrong", .near,
      { name in
        var letters = Array(name)
        letters[letters.count / 2] = letters[letters.count / 2] == "z" ? "p" : "z"
        return String(letters)
      }
    ),
    ("nothing like it", .near, { _ in "Xyloquartz Bdellium" }),
  ]
}

/// Makes up names of two to four words: common given names, and others of syllables.
struct NameMaker {
  private var state: UInt64 = 20160808

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }

  /// Distinct names.
  mutating func names(_ count: Int) -> [String] {
    let made = (0..<5000).map { _ in word() }
    var seen: Set<String> = []
    var names: [String] = []
    while names.count < count {
      var words = [below(3) == 0 ? pick(made) : pick(Self.given)]
      for _ in 0..<(1 + below(3)) { words.append(below(4) == 0 ? pick(Self.given) : pick(made)) }
      if below(4) == 0 { words[words.count - 1] = "al-" + words[words.count - 1] }
      let name = words.joined(separator: " ")
      if seen.insert(name).inserted { names.append(name) }
    }
    return names
  }

  private mutating func word() -> String {
    var word = ""
    for _ in 0..<(2 + below(2)) { word += pick(Self.starts) + pick(Self.vowels) }
    return (word + pick(Self.ends)).capitalized
  }

  private static let starts = [
    "b", "d", "f", "g", "gh", "h", "j", "k", "kh", "l", "m", "n", "p", "q", "r", "s", "sh", "t",
    "w", "y", "z",
  ]
  private static let vowels = ["a", "a", "a", "i", "u", "e", "o", "ai"]
  private static let ends = ["", "d", "n", "r", "l", "m", "i", "zai", "ullah", "sh", "q"]
  private static let given = [
    "Abdul", "Ahmad", "Ali", "Amir", "Asad", "Bashir", "Daud", "Fazal", "Gul", "Habib", "Hafiz",
    "Hamid", "Hasan", "Husain", "Ibrahim", "Ismail", "Jalal", "Jamal", "Karim", "Khalid", "Mahmud",
    "Mansur", "Mohammad", "Mullah", "Mustafa", "Nasir", "Omar", "Qari", "Rahim", "Rashid", "Said",
    "Salim", "Shah", "Sher", "Sirajuddin", "Usman", "Wali", "Yusuf", "Zahir", "Zia",
  ]
}
