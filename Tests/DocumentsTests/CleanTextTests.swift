import Testing

@testable import Documents

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("", ""),
    (" \t\n ", ""),
    ("  two\u{A0}\u{2003} blanks\r\n\tand\u{0}more ", "two blanks and more"),
    ("soft\u{AD}hyphen zero\u{200B}width", "softhyphen zerowidth"),
    ("left\u{202E}right\u{200F}", "leftright"),
    ("\u{F0B7} bullet \u{FEFF}mark", "bullet mark"),
    ("nim\u{200C}dar می\u{200C}روم", "nim<U+200C>dar می\u{200C}روم"),
    ("e\u{301} 漢字 🙂", "e\u{301} 漢字 🙂"),
  ])
  func line(from text: String, to clean: String) {
    #expect(CleanText.line(text) == clean)
    #expect(CleanText.line(clean) == clean)
  }

  @Test func noScalarGetsThroughThatActs() {
    for value in (0..<0x3100).map(UInt32.init) + [0xFEFF, 0xFFFE, 0xE0001, 0x10FFFF] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let line = CleanText.line("a\(String(scalar))b")
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      #expect(line.unicodeScalars.first == "a" && line.unicodeScalars.last == "b", "\(value)")
    }
  }
}
