import Testing

@testable import Documents

@Suite struct TextDecodingTests {
  static let text = "Café “Norburg” – 12 €\nand a second line of it"

  static func utf16(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return big ? [high, low] : [low, high]
    }
  }

  static let encoded: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)),
    ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16 LE with mark", [0xFF, 0xFE] + utf16(text, big: false)),
    ("UTF-16 BE with mark", [0xFE, 0xFF] + utf16(text, big: true)),
    ("UTF-16 LE", utf16(text, big: false)),
    ("UTF-16 BE", utf16(text, big: true)),
    (
      "Windows-1252",
      Array("Caf".utf8) + [0xE9, 0x20, 0x93] + Array("Norburg".utf8) + [0x94, 0x20, 0x96]
        + Array(" 12 ".utf8) + [0x80] + Array("\nand a second line of it".utf8)
    ),
  ]

  @Test(arguments: encoded)
  func decodes(name: String, bytes: [UInt8]) throws {
    #expect(TextDecoding.text(of: bytes) == Self.text)
    let read = try SampleFile.read(bytes)
    #expect(read.format == .plainText)
    #expect(read.lines == ["Café “Norburg” – 12 €", "and a second line of it"])
  }

  @Test func otherScriptsWithoutMark() {
    let text = "في شهر مايو وقع هجوم على المدينة 12 مرة"
    #expect(TextDecoding.text(of: Self.utf16(text, big: false)) == text)
    #expect(TextDecoding.text(of: Self.utf16(text, big: true)) == text)
  }

  @Test func binaryIsNoText() {
    #expect(TextDecoding.text(of: [1, 0, 2, 0, 3, 0, 4, 0]) == nil)
    #expect(TextDecoding.text(of: Array("abc".utf8) + [0, 0, 0] + Array("def".utf8)) == nil)
    #expect(TextDecoding.text(of: [1, 2, 3, 4, 5, 6]) == nil)
    #expect(TextDecoding.text(of: Array("\u{1B}[1mbold\u{1B}[0m".utf8)) != nil)
  }

  @Test func everyByteOfWindows1252StandsForOneCharacter() {
    let text = Windows1252.text(of: UInt8.min...UInt8.max)
    #expect(text.unicodeScalars.count == 256)
    #expect(Set(text.unicodeScalars).count == 256)
  }
}
