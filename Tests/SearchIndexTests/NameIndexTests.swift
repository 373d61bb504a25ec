import TestSupport
import Testing

@testable import SearchIndex

@Suite struct NameIndexTests {
  private var names: NameIndex {
    var names = NameIndex()
    for (name, id) in [
      ("Taliban", "taliban"), ("Afghan Taliban", "taliban"), ("Tehrik-e-Taliban Pakistan", "ttp"),
      ("TTP", "ttp"), ("Jamaat-ul-Ahrar", "jua"), ("Ḥizb Allāh", "hizballah"),
    ] {
      names.add(name, of: id)
    }
    return names
  }

  @Test(arguments: [
    ("Taliban", "taliban", NameRule.exact), ("TALIBAN", "taliban", .folded),
    ("taliban afghan", "taliban", .reordered), ("tehr pak", "ttp", .partial),
    ("tTp", "ttp", .folded), ("jamaatulahrar", "jua", .folded), ("Hizballah", "hizballah", .folded),
    ("Jamaat ul ahrar", "jua", .folded),
  ])
  func findsByAnySpelling(text: String, id: String, rule: NameRule) {
    let best = names.hits(for: text).first
    #expect(best?.id == id)
    #expect(best?.rule == rule)
  }

  @Test func aFilterMeansTheBestTierOnly() {
    #expect(names.best(for: "taliban").map(\.id) == ["taliban"])
    #expect(names.hits(for: "taliban").map(\.id) == ["taliban", "ttp"])
    #expect(names.best(for: "nobody").isEmpty)
    #expect(names.best(for: "…").isEmpty)
  }

  @Test(arguments: [
    ("LeJ-A", "LeJ-A", NameRule.exact), ("lej-a", "LeJ-A", .folded),
    ("LeJA", "LeJ-A", .abbreviation),
    ("leja", "LeJ-A", .abbreviation), ("lej a", "LeJ-A", .folded), ("T.T.P.", "TTP", .abbreviation),
    ("Lashkar-e-Jhangvi", "Lashkar-e-Jhangvi", .exact),
    ("lashkar jhangvi e", "Lashkar-e-Jhangvi", .romanised),
    ("jhangvi lashkar", "Lashkar-e-Jhangvi", .reordered),
    ("lashkarejhangvi", "Lashkar-e-Jhangvi", .folded),
    ("lashkarejh", "Lashkar-e-Jhangvi", .partial),
    ("alqaida", "Al-Qaida", .folded),
    ("subcontinent alqa", "Al-Qaida in the Subcontinent", .partial),
    ("j-l", "Al-Qaida", nil), ("jhangvi quetta", "Lashkar-e-Jhangvi", nil), ("ej", "LeJ-A", nil),
  ])
  func aHitNamesAliasAndRule(text: String, alias: String, rule: NameRule?) {
    let hits = NameIndex([(id: "x", aliases: [alias])]).hits(for: text)
    #expect(hits == (rule.map { [NameHit(id: "x", alias: alias, rule: $0)] } ?? []))
  }

  @Test func aRecordIsHitOnceByItsBestName() {
    let names = NameIndex([
      (id: "aq", aliases: ["Al-Qaida in the Subcontinent", "AQ-IS"]),
      (id: "other", aliases: ["aqis talk"]), (id: "exact", aliases: ["aqis"]),
    ])
    #expect(
      names.hits(for: "aqis") == [
        NameHit(id: "exact", alias: "aqis", rule: .exact),
        NameHit(id: "other", alias: "aqis talk", rule: .partial),
        NameHit(id: "aq", alias: "Al-Qaida in the Subcontinent", rule: .abbreviation),
      ])
    #expect(names.hits(for: "aq").map(\.id) == ["aq", "other", "exact"])
    #expect(names.hits(for: "").isEmpty && NameIndex().hits(for: "aqis").isEmpty)
  }

  @Test func theTiersStandInTheirOrder() {
    #expect(
      NameRule.allCases.sorted()
        == [.exact, .folded, .romanised, .reordered, .partial, .abbreviation, .near])
    let names = NameIndex(
      [
        "Omer Sxid", "Omar Said Khan", "Said Umar", "Umar Sayed", "OMAR SAID", "Omar Said",
        "Amir Sultan", "Lexa", "LeJ-A", "Leja Khan", "Lija", "LEJA", "leja",
      ].map { (id: $0, aliases: [$0]) })
    #expect(
      names.hits(for: "Omar Said").map(\.alias)
        == ["Omar Said", "OMAR SAID", "Umar Sayed", "Said Umar", "Omar Said Khan", "Omer Sxid"])
    #expect(
      names.hits(for: "leja").map(\.alias)
        == ["leja", "LEJA", "Lija", "Leja Khan", "LeJ-A", "Lexa"])
  }

  @Test func everyRuleHasItsWords() {
    #expect(NameRule.romanised.words == "another romanisation")
    #expect(Set(NameRule.allCases.map(\.words)).count == NameRule.allCases.count)
  }

  @Test(arguments: [
    ("=Taliban", ["taliban"]), ("=taliban", ["taliban"]), ("=TALIBAN", []), ("=TTP", ["ttp"]),
    ("=tTP", []), ("=Jamaat-ul-Ahrar", ["jua"]), ("=Jamaat ul Ahrar", []), ("=Talib", []),
    ("=Hizb Allah", []), ("=Ḥizb Allāh", ["hizballah"]), ("=", []),
  ])
  func anEqualsSignMeansToTheLetter(text: String, ids: [String]) {
    let hits = names.hits(for: text)
    #expect(hits.map(\.id) == ids)
    #expect(hits.allSatisfy { $0.rule == .exact })
  }

  @Test(arguments: [
    ("TTP", "Tehrik-e-Taliban Pakistan"), ("ttp", "Tehreek-i-Taliban Pakistan"),
    ("LeJ-A", "Lashkar-e-Jhangvi al-Alami"), ("leja", "Lashkar-e-Jhangvi al-Alami"),
    ("JuA", "Jamaat-ul-Ahrar"), ("LJ", "Lashkar-e-Jhangvi"),
    ("ISIL", "Islamic State of Iraq and the Levant"),
    ("leja", "LeJ-A"), ("T.T.P.", "TTP"),
  ])
  func initialsFindTheName(text: String, alias: String) {
    let hits = NameIndex([(id: "x", aliases: [alias])]).hits(for: text)
    #expect(hits == [NameHit(id: "x", alias: alias, rule: .abbreviation)])
  }

  @Test(arguments: [
    ("is", "Islamic State Khorasan"), ("ttb", "Tehrik-e-Taliban Pakistan"), ("sl", "Sher Lala"),
    ("TP", "Tehrik-e-Taliban Pakistan"), ("o", "Khan Omar"),
  ])
  func otherInitialsDoNot(text: String, alias: String) {
    let rules = NameIndex([(id: "x", aliases: [alias])]).hits(for: text).map(\.rule)
    #expect(!rules.contains(.abbreviation))
  }

  @Test(arguments: [
    ("Nuristani, Abdul Aziz", "Abdul Aziz Nooristani", NameRule.reordered),
    ("umar", "Mullah Omar", .partial), ("Mohammed khan", "Khan Wali Muhammad", .partial),
    ("tehreek tal", "Tehrik-e-Taliban Pakistan", .partial),
    ("Abdul Rahman", "Abdurrahman Khan", .partial), ("omar muhammad", "Khan Wali Muhammad", nil),
  ])
  func wordsMayBeInAnyRomanisation(text: String, alias: String, rule: NameRule?) {
    let hits = NameIndex([(id: "x", aliases: [alias])]).hits(for: text)
    #expect(hits.map(\.rule) == (rule.map { [$0] } ?? []))
  }

  @Test func peopleOfLikeNamesBothAppear() {
    let names = NameIndex([
      (id: "mullah-omar", aliases: ["Mohammed Omar"]),
      (id: "umar-khalid", aliases: ["Muhammad Umar"]),
    ])
    #expect(
      names.hits(for: "Muhammad Omar") == [
        NameHit(id: "mullah-omar", alias: "Mohammed Omar", rule: .romanised),
        NameHit(id: "umar-khalid", alias: "Muhammad Umar", rule: .romanised),
      ])
  }

  @Test func theIndexFindsWhatComparingEveryNameFinds() {
    var random = SeededGenerator(for: "theIndexFindsWhatComparingEveryNameFinds")
    for _ in 0..<10 {
      let names = (0..<80).map { (id: "r\($0 % 50)", alias: NameSamples.name(&random)) }
      var index = NameIndex()
      for name in names { index.add(name.alias, of: name.id) }
      for _ in 0..<30 {
        let typed = NameSamples.typed(names[random.below(80)].alias, &random)
        #expect(index.hits(for: typed) == scan(names, for: typed), "\(typed)")
      }
    }
  }

  /// The hits by comparing every name.
  private func scan(_ names: [(id: String, alias: String)], for text: String) -> [NameHit] {
    let typed = NameForms(text)
    var hits: [NameHit] = []
    for name in names {
      let rule =
        name.id == text ? .exact : NameMatch.rule(typed: typed, name: NameForms(name.alias))
      let place = hits.firstIndex { $0.id == name.id }
      guard let rule else { continue }
      let hit = NameHit(id: name.id, alias: name.alias, rule: rule)
      if let place {
        if rule < hits[place].rule { hits[place] = hit }
      } else {
        hits.append(hit)
      }
    }
    // Stable: within a rule in the order in which the records were added.
    let order = names.map(\.id)
    hits.sort { order.firstIndex(of: $0.id)! < order.firstIndex(of: $1.id)! }
    return NameRule.allCases.flatMap { rule in hits.filter { $0.rule == rule } }
  }
}
