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

  @Test(arguments: [
    ("مُحَمَّدٌ", "محمد"), ("أإآٱا", "ااااا"), ("ؤئ", "وي"), ("علماء", "علما"), ("مكتبة", "مكتبه"),
    ("مصطفى", "مصطفي"), ("تـــحرير", "تحرير"), ("لا ﻻ", "لا لا"), ("ﷲ", "الله"),
    ("ﷺ", "صلي الله عليه وسلم"), ("ی ک", "ي ك"), ("ہ ھ ۂ ۃ ۀ ە", "ه ه ه ه ه ه"), ("ے ۓ", "ي ي"),
    ("ں ڻ", "ن ن"), ("ٹ ڈ ڑ", "ت د ر"), ("ټ ډ ړ ڼ", "ت د ر ن"), ("ښ ږ ګ", "ش ژ گ"), ("ې ۍ", "ي ي"),
    ("پښتون", "پشتون"), ("پ چ ژ گ", "پ چ ژ گ"), ("می\u{200C}خواهم", "ميخواهم"),
  ])
  func foldsArabicScript(text: String, expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  @Test(arguments: [
    ("Άδωνις Ἀχιλλεύς ᾠδή", "αδωνισ αχιλλευσ ωδη"), ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
    ("STRAẞE ﬂoß", "strasse floss"), ("ıI İi", "ii ii"), ("Nguyễn Đình Tường", "nguyen dinh tuong"),
    ("Ǽ Œuvre Þór", "ae oeuvre thor"), ("ĳ ǆ ŉ", "ij dz n"), ("Ёлка Й", "елка и"),
    ("א\u{5B8}לֶף", "אלף"), ("Ａｌ＿１２", "al 12"), ("Ⅷ ² ㎏", "viii 2 kg"), ("3½", "3½"),
    ("१२३ ๓๔ ૫", "123 34 5"), ("𝔸𝕝-𝓠𝓪𝓮𝓭𝓪 𝟚𝟘", "al qaeda 20"), ("𐐀", "𐐨"), ("🄐 Ⓑ", "a b"),
    ("Foo™", "foo"), ("🇵🇰 😀 ok", "ok"), ("1\u{FE0F}\u{20E3}", "1"), ("a\u{200E}b", "ab"),
  ])
  func foldsOtherScripts(text: String, expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  @Test(
    arguments: [
      0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2C0, 0x2C1, 0x2C8, 0x2CA, 0x2CB,
      0x2EE, 0x294, 0x295, 0x374, 0x55A, 0x5F3, 0x621, 0x1D25, 0x1FBD, 0x1FBF, 0x1FEF, 0x1FFD,
      0x1FFE,
      0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0x275B, 0x275C, 0xA723, 0xA725, 0xA78B, 0xA78C,
      0xFF07,
      0xFF40,
    ] as [UInt32])
  func signsOfAynAndHamzaAreRemoved(value: UInt32) throws {
    let sign = try #require(Unicode.Scalar(value))
    #expect(Folding.fold("Sha\(sign)b") == "shab")
    #expect(Folding.fold("\(sign)Abd") == "abd")
    #expect(Folding.fold("Rabi\(sign)") == "rabi")
    let joined = Folding.terms("al-\(sign)Arabi\(sign)-e").map(\.text)
    #expect(joined == ["al", "alarabie", "arabi", "e"])
  }

  @Test func voicedKanaAndHangulFoldAsTheirParts() {
    #expect(Folding.words("ガ") == ["カ"])
    #expect(Folding.words("カ\u{3099}") == ["カ"])
    #expect(Folding.words("ｶﾞ") == ["カ"])
    #expect(
      Folding.fold("한국").utf8.elementsEqual("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}".utf8)
    )
    #expect(Folding.words("한국 가") == ["한국", "가"])
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
    #expect(
      terms("Jamaat-ul-Ahrar") == ["jamaat@0", "jamaatulahrar@0", "ul@1", "ahrar@2"])
  }

  @Test(arguments: ["al-ʿUbaydī", "al-'Ubaydi", "al-‘Ubaydī", "al-\u{200E}Ubaydi", "al'-Ubaydi"])
  func aSignBesideTheHyphenPartsNothing(text: String) {
    #expect(terms(text) == ["al@0", "alubaydi@0", "ubaydi@1"])
  }

  @Test func signsInARowPartWords() {
    #expect(
      terms("a--b c''d e-''f 'g' -h-") == ["a@0", "b@1", "c@2", "d@3", "e@4", "f@5", "g@6", "h@7"])
  }

  @Test func longWordsAndCompoundsAreWhole() {
    let word = String(repeating: "Abcdefghij", count: 40)
    #expect(Folding.words(word) == [word.lowercased()])
    let compound = Array(repeating: "Ab", count: 50).joined(separator: "-")
    #expect(Folding.words(compound) == Array(repeating: "ab", count: 50))
    #expect(Folding.terms(compound)[1].text == String(repeating: "ab", count: 50))
  }

  @Test func aDashWithBlanksJoinsNothing() {
    #expect(terms("two - words") == ["two@0", "words@1"])
    #expect(terms("end—start") == ["end@0", "start@1"])
  }

  @Test func everyIdeographIsAWord() {
    #expect(Folding.words("武装組織") == ["武", "装", "組", "織"])
    #expect(Folding.words("𠀀𠀁ab\u{2F800}") == ["𠀀", "𠀁", "ab", "丽"])
    #expect(Folding.words("カ・ト二〇一") == ["カ", "ト", "二", "〇", "一"])
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
    #expect(hits(["lash"]) == ["Lashkar-e-Jhangvi"])
    #expect(hits(["lashkar"]) == ["Lashkar"])
    #expect(hits(["e", "jhangvi"]) == ["e", "Jhangvi"])
  }

  @Test func hitsHoldTheMarksOfTheirLettersAndNoJoint() {
    func hits(_ word: String, in text: String) -> [[UInt8]] {
      Folding.ranges(of: [word], in: text, lastIsPrefix: false).map { Array(text[$0].utf8) }
    }
    #expect(hits("al", in: "al-\u{301}b") == [Array("al".utf8)])
    #expect(hits("e", in: "\u{301}e\u{301}\u{302}’ x") == [Array("e\u{301}\u{302}".utf8)])
    #expect(hits("shia", in: "(Shīʿa)") == [Array("Shīʿa".utf8)])
    #expect(hits("عليه", in: "a ﷺ.") == [Array("ﷺ".utf8)])
    #expect(hits("織", in: "武装組織 x") == [Array("織".utf8)])
  }
}
