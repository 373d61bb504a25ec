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
    ("taliban afghan", "taliban", .reordered), ("tehr pak", "ttp", .prefix),
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
    ("lashkar jhangvi e", "Lashkar-e-Jhangvi", .reordered),
    ("lashkarejhangvi", "Lashkar-e-Jhangvi", .folded), ("lashkarejh", "Lashkar-e-Jhangvi", .prefix),
    ("alqaida", "Al-Qaida", .folded),
    ("subcontinent alqa", "Al-Qaida in the Subcontinent", .prefix),
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
        NameHit(id: "aq", alias: "AQ-IS", rule: .abbreviation),
        NameHit(id: "other", alias: "aqis talk", rule: .prefix),
      ])
    #expect(names.hits(for: "aq").map(\.id) == ["aq", "other", "exact"])
    #expect(names.hits(for: "").isEmpty && NameIndex().hits(for: "aqis").isEmpty)
  }
}
