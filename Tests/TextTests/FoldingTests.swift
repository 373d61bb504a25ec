import Testing

@testable import Text

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Bokō Ḥarām", "boko haram"), ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"),
    ("κόσμος", "κοσμοσ"), ("مُحَمَّد", "محمد"), ("أنصار", "انصار"), ("straße", "strasse"),
    ("STRASSE", "strasse"), ("Da'esh", "daesh"), ("Da’esh", "daesh"), ("al-Shari‘a", "al sharia"),
    ("al-Shaʿb", "al shab"), ("ul’Ahrar", "ulahrar"), ("Ḥizb Allāh", "hizb allah"),
    ("Øystein Łódź Æsir", "oystein lodz aesir"), ("ﻣﺤﻤﺪ", "محمد"), ("ＩＳＩＳ", "isis"),
    ("۲۰۱۶ ٢٠١٦", "2016 2016"), ("کابل", "كابل"), ("ایران", "ايران"), ("جماعة", "جماعه"),
    ("Tehrik\u{A0}e", "tehrik e"), ("‘quoted’ 'words'", "quoted words"), ("co\u{AD}op", "coop"),
    ("", ""), ("—…!", ""), ("قــلــم", "قلم"), ("fiancée’s", "fiancees"), ("½", "½"),
  ])
  func folds(text: String, expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  @Test func foldingIsIdempotent() {
    var generator = SeededGenerator(seed: 20_161_108)
    for _ in 0..<4000 {
      let text = generator.text(of: SeededGenerator.mixed, length: 0...20)
      let once = Folding.fold(text)
      #expect(
        Folding.fold(once) == once,
        "seed \(generator.seed): \(text.unicodeScalars.map(\.value))")
    }
  }
}

@Suite struct WordsTests {
  private func terms(_ text: String) -> [String] {
    Folding.terms(text).map { "\($0.text)@\($0.position)" }
  }

  @Test func compoundsAreFoundSplitAndJoined() {
    #expect(terms("al-Shabaab") == ["al@0", "alshabaab@0", "shabaab@1"])
    #expect(terms("the LeJ-A group") == ["the@0", "lej@1", "leja@1", "a@2", "group@3"])
    #expect(Folding.words("Jamaat-ul-Ahrar") == ["jamaat", "ul", "ahrar"])
  }

  @Test func aDashWithBlanksJoinsNothing() {
    #expect(terms("two - words") == ["two@0", "words@1"])
    #expect(terms("end—start") == ["end@0", "start@1"])
  }

  @Test func everyIdeographIsAWord() {
    #expect(Folding.words("武装組織") == ["武", "装", "組", "織"])
  }

  @Test func hitsAreFoundInTheTextAsWritten() {
    let text = "Lashkar-e-Jhangvi al‑Ālamī, Quetta"
    func hits(_ words: [String], prefix: Bool = true) -> [String] {
      Folding.ranges(of: words, in: text, lastIsPrefix: prefix).map { String(text[$0]) }
    }
    #expect(hits(["quet"]) == ["Quetta"])
    #expect(hits(["quet"], prefix: false) == [])
    #expect(hits(["alami"]) == ["Ālamī"])
    #expect(hits(["lashkarejh"]) == ["Lashkar-e-Jhangvi"])
  }
}
