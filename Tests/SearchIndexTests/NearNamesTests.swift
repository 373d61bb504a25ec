import TestSupport
import Testing

@testable import SearchIndex

@Suite struct NearNamesTests {
  @Test(arguments: [
    // None below four letters.
    ("Zam", "Zan", false), ("Ali", "Alo", false),
    // One to seven: wrong, missing, added, exchanged.
    ("Maksud", "Maksut", true), ("Bajur", "Bajaur", true), ("Bajaurr", "Bajaur", true),
    ("Baajur", "Bajaur", true), ("Bajaur", "Bajxyr", false), ("Kandahr", "Kandaxar", false),
    // Two above.
    ("Waziristan", "Wazirixtan", true), ("Wazirsitna", "Waziristan", true),
    ("Wxziristxn", "Waziristan", true), ("Wxzirxstxn", "Waziristan", false),
    ("Waziristaaan", "Waziristan", true), ("Waziristxxx", "Waziristan", false),
  ])
  func errorsByLength(typed: String, name: String, isNear: Bool) {
    let (typed, name) = (NameForms(typed).joined, NameForms(name).joined)
    #expect(NearNames.isNear(typed[...], name[...]) == isNear)
  }

  @Test func theLimitIsOfWhatIsTyped() {
    // Eight letters may have two errors, six one.
    #expect(NameMatch.rule(typed: NameForms("Kandxhxr"), name: NameForms("Kandahar")) == .near)
    #expect(NameMatch.rule(typed: NameForms("Kandxr"), name: NameForms("Kandahar")) == nil)
    #expect(NearNames.errors(allowedIn: 3) == 0)
    #expect([4, 7].map(NearNames.errors) == [1, 1] && NearNames.errors(allowedIn: 8) == 2)
  }

  @Test func nearIsLast() {
    let names = NameIndex([
      (id: "near", aliases: ["Jhangxi"]), (id: "part", aliases: ["Lashkar-e-Jhangvi"]),
      (id: "same", aliases: ["Jhangvi"]),
    ])
    #expect(names.hits(for: "jhangvi").map(\.id) == ["same", "part", "near"])
    #expect(names.best(for: "jhangsi").map(\.rule) == [.near, .near])
  }

  @Test func distanceIsThatOfThePlainTable() {
    var random = SeededGenerator(for: "distanceIsThatOfThePlainTable")
    for _ in 0..<3000 {
      let one = letters(&random)
      let other = letters(&random)
      let distance = plainDistance(one, other)
      let isNear = distance <= NearNames.errors(allowedIn: one.count) && one.count >= 4
      #expect(NearNames.isNear(one[...], other[...]) == isNear, "\(one) \(other)")
      let bits = (NearNames.signature(of: one[...]) ^ NearNames.signature(of: other[...]))
      #expect(bits.nonzeroBitCount <= 2 * distance)
    }
  }

  private func letters(_ random: inout SeededGenerator) -> [UInt32] {
    (0..<(random.below(7) + 3)).map { _ in UInt32(random.below(3) + 97) }
  }

  /// Optimal string alignment, written as it is defined.
  private func plainDistance(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var table = one.indices.map { _ in Array(repeating: 0, count: other.count + 1) }
    table.append(Array(repeating: 0, count: other.count + 1))
    for i in 0...one.count {
      for j in 0...other.count {
        if i == 0 || j == 0 {
          table[i][j] = max(i, j)
          continue
        }
        let cost = one[i - 1] == other[j - 1] ? 0 : 1
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[one.count][other.count]
  }
}
