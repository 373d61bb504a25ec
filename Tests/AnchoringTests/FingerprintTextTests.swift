import Model
import TestSupport
import Testing

@testable import Anchoring

@Suite struct FingerprintTextTests {
  @Test func whatIsPrintedIsRead() throws {
    var random = SeededGenerator(for: "whatIsPrintedIsRead")
    for count in Array(0...40) + [127, 128, 300, 2000] {
      let text = (0..<count).map { _ in "w\(random.below(100_000))" }.joined(separator: " ")
      let words = Words(text)
      let half = Fingerprint(of: words, range: (count / 2)..<count)
      for print in [Fingerprint(of: text), half] {
        let read = try #require(Fingerprint(print.description))
        #expect(read == print)
        #expect(read.words == print.words)
      }
    }
  }

  @Test func aParagraphTakesSixtyCharactersOrSo() {
    var random = SeededGenerator(for: "aParagraphTakesSixtyCharactersOrSo")
    let text = (0..<80).map { _ in "w\(random.below(100_000))" }.joined(separator: " ")
    #expect((45...75).contains(Fingerprint(of: text).description.count))
  }

  @Test func yamlNeedsNoQuotesForIt() {
    for line in Chronicle.lines {
      let print = Fingerprint(of: line).description
      #expect(print.utf8.first == UInt8(ascii: "w"))
      #expect(
        print.unicodeScalars.allSatisfy {
          $0.isASCII
            && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-"
              || $0 == "_")
        })
    }
  }

  /// Casebooks keep them: the form is never to change.
  @Test func theFormNeverChanges() {
    #expect(Fingerprint(of: "Two wells").description == "wAniL")
    #expect(
      Fingerprint(of: "The ferry was sold to a brewer who did not know the river.").description
        == "wDdv8_gE0kjE")
    #expect(Fingerprint(of: Words("one two three"), range: 0..<3).description == "sAzo")
  }

  @Test(arguments: [
    "", "w", "s", "x", "wA", "wÄ", "w=", "w AA", "wBAAAAAAAAAAAAA", "-", "wgICAgICA",
  ])
  func whatIsNoneIsRefused(text: String) {
    if let read = Fingerprint(text) { #expect(read.description == text) }
    if ["", "w", "s", "x", "wÄ", "w=", "w AA", "-", "wgICAgICA"].contains(text) {
      #expect(Fingerprint(text) == nil)
    }
  }

  @Test func noCutIsRead() {
    for line in Chronicle.lines {
      let print = Fingerprint(of: line).description
      for length in 0..<print.count {
        if let read = Fingerprint(print.prefix(length)) {
          #expect(read.description == print.prefix(length))
        }
      }
    }
  }

  @Test func anyBytesGiveNilOrAFingerprint() {
    var random = SeededGenerator(for: "anyBytesGiveNilOrAFingerprint")
    for round in 0..<20_000 {
      let bytes = (0..<random.below(40)).map { _ in UInt8(random.below(256)) }
      let text =
        round % 2 == 0
        ? String(decoding: bytes, as: UTF8.self)
        : ["w", "s"][round / 2 % 2] + Base64URL.text(bytes)
      guard let read = Fingerprint(text) else { continue }
      #expect(read.description == text)
      // And whatever it is, it can be looked for.
      let source = SourceFingerprints(passages: [.init(1): read])
      _ = source.locate(in: CopyText(Chronicle.article))
      _ = source.score(in: CopyText(Chronicle.article))
    }
  }
}
