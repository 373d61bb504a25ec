import Testing

@testable import Documents

@Suite struct HTMLCharsetTests {
  static func page(_ declaration: String, _ word: [UInt8]) -> [UInt8] {
    Array("<html><head>\(declaration)</head><body><p>".utf8) + word
      + Array("</p></body></html>".utf8)
  }

  static let pages: [(String, [UInt8], String)] = [
    ("<meta charset=utf-8>", Array("Café".utf8), "Café"),
    ("", Array("Café".utf8), "Café"),
    ("", [0x43, 0x61, 0x66, 0xE9], "Café"),
    ("<meta charset='ISO-8859-1'>", [0x93, 0xE9, 0x94], "“é”"),
    ("<meta charset=\"utf-8\">", [0x43, 0x61, 0x66, 0xE9], "Café"),
    (
      "<META http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">",
      [0xCC, 0xE8, 0xF0], "Мир"
    ),
    ("<meta charset=\"windows-1256\">", [0xC7, 0xE1], "ال"),
    ("<meta charset=Shift_JIS>", [0x8A, 0xBF, 0x8E, 0x9A], "漢字"),
    ("<meta charset=gb2312>", [0xBA, 0xBA, 0xFF, 0xD7, 0xD6], "汉\u{FFFD}字"),
    ("<meta charset=no-such-set>", Array("Café".utf8), "Café"),
    ("<meta name=keywords content=charset=>", Array("Café".utf8), "Café"),
  ]

  @Test(arguments: pages)
  func decodes(declaration: String, word: [UInt8], text: String) throws {
    #expect(try SampleFile.read(Self.page(declaration, word)).text == text)
  }

  @Test func marksGoBeforeDeclarations() throws {
    let page = "<html><meta charset=windows-1251><p>Café</p></html>"
    #expect(try SampleFile.read([0xEF, 0xBB, 0xBF] + Array(page.utf8)).text == "Café")
    let wide = TextDecodingTests.utf16(page, big: false)
    for bytes in [[0xFF, 0xFE] + wide, wide] {
      let read = try SampleFile.read(bytes)
      #expect(read.format == .html && read.text == "Café")
    }
  }
}
