import Testing

@testable import Documents

@Suite struct DocumentProblemTests {
  static let all: [DocumentProblem] = [
    .missing(path: "f"), .unreadable(path: "f", detail: "d"), .folder(path: "f"), .empty(path: "f"),
    .tooLarge(path: "f", bytes: 3 << 29, limit: 256 << 20),
    .tooMuchText(path: "f", limit: 64 << 20),
    .tooIntricate(path: "f", format: .html), .encrypted(path: "f", format: .pdf),
    .scanned(path: "f", pages: 1), .scanned(path: "f", pages: 12),
    .notText(path: "f", what: "a picture"),
    .damaged(path: "f", format: .docx, detail: "d"), .noText(path: "f", format: .epub),
    .noPDFReader(path: "f"),
  ]

  @Test(arguments: all)
  func wordsAreWhole(problem: DocumentProblem) {
    #expect(problem.message.contains("f") && !problem.message.hasSuffix("."))
    #expect(problem.remedy.hasSuffix(".") && problem.remedy.first?.isUppercase == true)
  }

  @Test func bothSizesAreSaid() {
    #expect(Self.all[4].message == "f has 1.5 GB, and at most 256 MB are taken")
  }

  @Test(arguments: [(1, "1 byte"), (1023, "1023 bytes"), (1536, "1.5 KB"), (1 << 30, "1 GB")])
  func sizes(bytes: Int, words: String) { #expect(DocumentProblem.size(bytes) == words) }

  @Test func thePackageIsNamed() {
    #expect(DocumentProblem.noPDFReader(path: "f").remedy.contains("poppler-utils"))
  }
}
