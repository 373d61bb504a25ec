import SearchIndex
import Testing

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

  @Test func phrasesAreWordsInTheirOrder() {
    #expect(Phrases.contains(["civil", "hospital"], in: "The civil hospital in Quetta"))
    #expect(!Phrases.contains(["hospital", "civil"], in: "The civil hospital in Quetta"))
    #expect(!Phrases.contains(["civil", "quetta"], in: "The civil hospital in Quetta"))
    #expect(Phrases.contains(["al", "shabaab"], in: "of al-Shabaab"))
  }
}
