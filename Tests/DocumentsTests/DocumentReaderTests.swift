import TestSupport
import Testing

@testable import Documents

@Suite struct DocumentReaderTests {
  static let samples: [[UInt8]] = [
    Array(TextLinesTests.wrapped.utf8), TextDecodingTests.utf16(TextLinesTests.wrapped, big: true),
    Array("<!doctype html><article>\(ArticleChoiceTests.body)</article>".utf8),
    SampleWord.bytes(body: DOCXReaderTests.bodies.map(\.0).joined()),
    EPUBReaderTests.book([SampleBook.page("<p>One</p>"), SampleBook.page("<p>Two<br/>a</p>")]),
  ]

  static let pdf = SamplePDF(pages: [
    SamplePDF.column(PDFReaderTests.first), SamplePDF.column(PDFReaderTests.second),
  ]).bytes

  /// A text that keeps what it promises, or a problem with words; never a crash.
  private func check(_ bytes: [UInt8], _ seed: UInt64) throws {
    let file = try SampleFile(bytes)
    defer { withExtendedLifetime(file) {} }
    do throws(DocumentProblem) {
      let limits = DocumentLimits(file: 1 << 20, text: 1 << 20, seconds: 20)
      let read = try DocumentReader.read(path: file.path, limits: limits)
      #expect(!read.text.isEmpty && !read.text.contains("\n\n"), "seed \(seed)")
      #expect(!read.text.hasPrefix("\n") && !read.text.hasSuffix("\n"), "seed \(seed)")
      let acts = read.text.unicodeScalars.contains {
        $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
      }
      #expect(!acts, "seed \(seed)")
      #expect(read.pages == read.pages.sorted(), "seed \(seed)")
      #expect(read.pages.allSatisfy { $0 >= 0 && $0 <= read.text.utf8.count }, "seed \(seed)")
    } catch {
      #expect(!error.message.isEmpty && error.remedy.hasSuffix("."), "seed \(seed)")
    }
  }

  private func altered(_ sample: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      default: bytes.removeSubrange(at..<min(bytes.count, at + 40))
      }
    }
    return bytes
  }

  @Test func anyBytesGiveATextOrAProblem() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    for round in 0..<600 {
      let sample = Self.samples[round % Self.samples.count]
      try check(altered(sample, &random), random.seed)
      let noise = (0..<Int.random(in: 1...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      try check(round.isMultiple(of: 2) ? noise : Array(sample.prefix(8)) + noise, random.seed)
    }
  }

  @Test func anAlteredPDFGivesATextOrAProblem() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    for _ in 0..<25 { try check(altered(Self.pdf, &random), random.seed) }
  }

  @Test func limitsHold() throws {
    let text = Array("Twenty bytes of text".utf8)
    #expect(try SampleFile.problem(text, limits: DocumentLimits(file: 20)) == nil)
    guard case .tooLarge(_, 20, 19)? = try SampleFile.problem(text, limits: .init(file: 19)) else {
      Issue.record("not too large")
      return
    }
    guard case .tooMuchText(_, 10)? = try SampleFile.problem(text, limits: .init(text: 10)) else {
      Issue.record("not too much")
      return
    }
  }

  @Test func whatIsNoFileIsSaid() throws {
    let file = try SampleFile([])
    func problem(_ path: String) -> DocumentProblem? {
      do throws(DocumentProblem) {
        _ = try DocumentReader.read(path: path)
        return nil
      } catch { return error }
    }
    #expect(problem(file.path) == .empty(path: file.path))
    #expect(problem("/tmp") == .folder(path: "/tmp"))
    #expect(problem("/no/such/file") == .missing(path: "/no/such/file"))
    #expect(problem(file.path + "/below") == .missing(path: file.path + "/below"))
    #expect(problem("/dev/null") == .unreadable(path: "/dev/null", detail: "it is no regular file"))
    #expect(problem("") == .missing(path: ""))
    if case .noText(_, .plainText)? = try SampleFile.problem(Array(" \n\t\n".utf8)) {
    } else {
      Issue.record("blank text is read")
    }
  }
}
