import Testing

@testable import Anchoring

@Suite struct WordsTests {
  private func words(_ text: String) -> [String] {
    let words = Words(text)
    return (0..<words.count).map {
      String(decoding: Array(text.utf8)[words.range($0)], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("One, two;three", ["One", "two", "three"]),
    ("don't stop", ["don't", "stop"]),
    ("Al-Shabaab’s men", ["Al", "Shabaab’s", "men"]),
    ("word—word – word", ["word", "word", "word"]),
    ("3,000 (12%)", ["3", "000", "12"]),
    ("[14] Ibid.", ["14", "Ibid"]),
    ("  \n\t ", []),
    ("", []),
    ("cafe\u{301} né", ["cafe\u{301}", "né"]),
    ("co\u{AD}operate", ["co\u{AD}operate"]),
  ])
  func wordsAndTheirPlaces(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  /// Each row is one text, typed in several ways.
  @Test(arguments: [
    ["don't", "don’t", "don‘t", "DON'T", "dont"],
    ["self-made “man”", "self‐made \"man\"", "self–made „man»", "self made man"],
    ["Å", "A\u{30A}", "a"],
    ["ﬁrst", "first"],
  ])
  func whatAPrinterChangesIsNoDifference(texts: [String]) {
    let hashes = Set(texts.map { Words($0).hashes })
    #expect(hashes.count == 1)
    #expect(Set(texts.map { Words($0).grains }).count == 1)
  }

  @Test func theHashesNeverChange() {
    let words = Words("Aldermouth had two ferries")
    #expect(
      words.hashes == [
        4_064_092_119_869_956_174, 14_848_257_526_259_200_624, 4_134_594_802_856_227_246,
        4_638_308_125_113_263_701,
      ])
    #expect(words.grains.map(\.bits) == [2694, 1651, 2552, 2126])
    #expect(words.runs == [3277, 3576])
  }

  @Test func headAndTailAreThreeLettersEach() {
    func grain(_ text: String) -> UInt16 { Words(text).grains[0].bits }
    #expect(grain("harbour") & 0x3F == grain("harvest") & 0x3F)
    #expect(grain("harbour") >> 6 == grain("detour") >> 6)
    #expect(grain("harbour") == grain("harxour"))
    #expect(grain("قندهار") & 0x3F == grain("قندوز") & 0x3F)
  }
}
