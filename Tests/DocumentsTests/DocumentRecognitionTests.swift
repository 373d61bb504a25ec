import TestSupport
import Testing

@testable import Documents

@Suite struct DocumentRecognitionTests {
  static let others: [(String, [UInt8], String)] = [
    ("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a picture"),
    ("rtf", Array("{\\rtf1 text}".utf8), "a file of Rich Text Format"),
    ("binary", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 1, 9], "a binary file"),
    (
      "old Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array("Word".utf8),
      "a file of an old program of Microsoft Office"
    ),
    ("archive", SampleArchive.bytes([("a", "b")]), "a ZIP archive"),
    ("odt", SampleArchive.bytes([("content.xml", "b")]), "an OpenDocument file"),
    (
      "sheet", SampleArchive.bytes([("[Content_Types].xml", ""), ("xl/workbook.xml", "")]),
      "a spreadsheet"
    ),
    (
      "mhtml", Array("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>".utf8),
      "a web archive"
    ),
  ]

  @Test(arguments: others)
  func whatItIsInstead(name: String, bytes: [UInt8], what: String) throws {
    // Whatever its name says.
    for name in ["a.txt", "a.html", "a.pdf", "a.docx"] {
      guard case .notText(_, what)? = try SampleFile.problem(bytes, name: name) else {
        Issue.record("\(name) is not \(what)")
        continue
      }
    }
  }

  @Test func theContentDecides() throws {
    let samples: [([UInt8], DocumentText.Format)] = [
      (Array("%PDF-1.4".utf8), .pdf), (Array("X-Server: one\r\n\r\n%PDF-1.7\n".utf8), .pdf),
      (Array("Words about files that begin with %PDF-1.4".utf8), .plainText),
      (Array("  <?xml version=\"1.0\"?>\n<!DOCTYPE html><p>x".utf8), .html),
      (Array("\u{FEFF}<HTML><p>x".utf8), .html), (Array("<3 boats".utf8), .plainText),
      (SampleWord.bytes(body: ""), .docx), (SampleArchive.bytes(SampleBook.parts([])), .epub),
    ]
    for (bytes, format) in samples {
      let file = try SampleFile(bytes, name: "a.bin")
      let read = try ReadFile(path: file.path, limit: 1 << 20)
      #expect(try DocumentRecognition.recognise(read).0 == format)
      withExtendedLifetime(file) {}
    }
  }

  @Test func encryptedWordIsSaidToBeSo() throws {
    let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
    let bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + name
    let problem = try SampleFile.problem(bytes)
    if case .encrypted(_, .docx)? = problem {
    } else {
      Issue.record("\(String(describing: problem))")
    }
  }
}
