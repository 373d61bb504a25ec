import Model
import Testing

@testable import Anchoring

@Suite struct SourceFingerprintsTests {
  @Test func passagesAreTheLinesThatAreNotBlank() throws {
    let source = try SourceFingerprints(of: "\n One two\r\n\r\n\u{A0}\t\nthree\n***\nfour")
    #expect(source.passages.keys.sorted() == (1...4).map { ParagraphNumber($0) })
    #expect(source.passages[.init(1)] == Fingerprint(of: "one two"))
    #expect(source.passages[.init(3)]?.words == 0)
    #expect(source.passages[.init(4)] == Fingerprint(of: "four"))
  }

  @Test func spansAreThatOfTheirWords() throws {
    let span = PassageSpan(.init(2), words: 2...3)
    let source = try SourceFingerprints(of: "zero\none two three four", spans: [span])
    #expect(source.spans[span] == Fingerprint(of: Words("two three"), range: 0..<2))
  }

  @Test func spansThatAreNotThereAreNamed() {
    let spans = ["1:1-1", "1:1-3", "1:3-3", "2:1-1", "9:1-2"].compactMap { PassageSpan($0) }
    #expect(
      throws: SpansOutside(spans: ["1:1-3", "1:3-3", "9:1-2"].compactMap { PassageSpan($0) })
    ) {
      try SourceFingerprints(of: "one two\nthree", spans: spans)
    }
  }
}
