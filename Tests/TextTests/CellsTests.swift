import TestSupport
import Testing

@testable import Text

@Suite struct CellsTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("組", 2), ("ｱ", 1), ("Ａ", 2), ("محمد", 4), ("مُحَمَّد", 4),
    ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("🇵🇰", 2), ("👍🏽", 2), ("☎️", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("¶", 1), ("●", 1), ("│", 1), ("", 0),
    ("a\u{FE0F}", 1), ("é\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 2), ("\u{FE0F}", 0), ("का", 2),
    ("कि", 2),
    // Letters that a font joins keep a cell each: lam and alef, and what a script stacks or reorders.
    ("لا", 2), ("لآ", 2), ("ﻻ", 1), ("اللّٰه", 4), ("שָׁלוֹם", 4), ("می\u{200C}خواهم", 7), ("٣٤", 2),
    ("\u{1100}\u{1161}", 2), ("\u{1112}\u{1161}\u{11AB}\u{1100}", 4), ("ᄀ", 2), ("ㄱ", 2),
    ("👩🏽‍🚀", 2), ("🏳️‍🌈", 2), ("❤️", 2), ("❤", 1), ("❤\u{FE0E}", 1), ("1️⃣", 2), ("#", 1), ("🇵", 2),
    ("🇵🇰🇦🇫", 4), ("👍🏿👎", 4), ("e\u{301}\u{323}\u{31B}", 1), ("Z͑ͫ̓ͪ", 1), ("한국", 4),
    ("한국", 4), ("、", 2), ("\u{3000}", 2), ("…", 1), ("—", 1), ("⟨⟩", 2), ("〈", 2),
    ("葛\u{E0100}", 2),
    ("के", 1), ("क्षि", 2), ("த", 1), ("தா", 2), ("กำ", 2), ("กี่", 1), ("\u{93E}", 1), ("हिन्दी", 4),
  ])
  func width(text: String, cells: Int) {
    #expect(Cells.width(text) == cells)
  }

  @Test func clipsAtGraphemesAndSaysSo() {
    #expect(Cells.clipped("Quetta", to: 6) == "Quetta")
    #expect(Cells.clipped("Quetta", to: 5) == "Quet…")
    #expect(Cells.clipped("武装組織", to: 5) == "武装…")
    #expect(Cells.clipped("武装組織", to: 4) == "武…")
    #expect(Cells.clipped("x", to: 0) == "")
    #expect(Cells.padded("武装組織", to: 6) == "武装… ")
  }

  @Test func wrapsAtBlanksWordsWhole() {
    #expect(Cells.wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(Cells.wrapped("incomprehensible", to: 6) == ["incomp", "rehens", "ible"])
    #expect(Cells.wrapped("a incomprehensible", to: 6) == ["a", "incomp", "rehens", "ible"])
    #expect(Cells.wrapped("", to: 6) == [""])
    #expect(Cells.wrapped("武装組織", to: 4) == ["武装", "組織"])
  }

  @Test func wrappedLinesFitAndLoseNoWord() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1500 {
      let text = generator.text(
        of: [0x20...0x7E, 0x20...0x20, 0x600...0x6FF, 0x4E00...0x4E40], length: 0...60)
      let columns = Int.random(in: 1...20, using: &generator)
      let lines = Cells.wrapped(text, to: columns)
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { Cells.width($0) <= max(2, columns) }, "\(text)")
      let blank: (Character) -> Bool = { $0 == " " }
      #expect(lines.joined().filter { !blank($0) } == text.filter { !blank($0) }, "\(text)")
    }
  }
}

@Suite struct DirectionTests {
  @Test(arguments: [
    ("ا" as Character, true), ("٣", true), ("ש", true), ("ܐ", true), ("ﻻ", true), ("مُ", true),
    ("𞤀", true),
    ("a", false), ("é", false), ("1", false), (" ", false), ("組", false), ("│", false),
    ("😀", false),
  ])
  func scriptsFromRightToLeft(grapheme: Character, isSo: Bool) {
    #expect(Direction.isRightToLeft(grapheme) == isSo)
  }
}

@Suite struct HarmlessTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\nb", "a␊b"), ("a\tb", "a b"),
    ("\u{7F}", "␡"),
    ("a\u{9B}b", "a<U+009B>b"), ("a\u{202E}b", "a<U+202E>b"), ("a\u{2066}b", "a<U+2066>b"),
    ("a\u{200B}b", "a<U+200B>b"), ("x\u{E0041}", "x<U+E0041>"), ("\u{FFFF}", "<U+FFFF>"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{200D}b", "a<U+200D>b"), ("👨‍👩‍👧", "👨‍👩‍👧"),
    ("☎️", "☎️"), ("a\u{FE0F}", "a<U+FE0F>"), ("é¶組", "é¶組"),
    ("م\u{180B}\u{200D}م", "م<U+180B><U+200D>م"), ("م\u{200D}\u{180B}م", "م<U+200D><U+180B>م"),
    ("م\u{200D}\u{FE0F}", "م<U+200D><U+FE0F>"),
  ])
  func isHarmless(text: String, expected: String) {
    #expect(Harmless.line(text) == expected)
  }

  @Test func anyTextIsHarmlessAndStaysSo() {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<4000 {
      let joiners: [ClosedRange<UInt32>] = [0x200C...0x200D, 0x200D...0x200D, 0x180B...0x180F]
      let text = generator.text(of: SeededGenerator.mixed + joiners, length: 0...16)
      let line = Harmless.line(text)
      let acts = line.unicodeScalars.contains {
        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value)
          || (0x2066...0x2069).contains($0.value)
      }
      #expect(!acts, "seed \(generator.seed)")
      #expect(Harmless.line(line) == line, "seed \(generator.seed)")
    }
  }
}
