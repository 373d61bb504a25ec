import Model
import Testing

@testable import Anchoring

@Suite struct SpanPlaceTests {
  static let spans = ["3:1-6", "3:20-29", "8:2-2", "8:12-15", "12:1-8", "1:2-3"].compactMap {
    PassageSpan($0)
  }
  static let source = Chronicle.make(Chronicle.article, spans: spans)

  private func span(_ span: PassageSpan) -> String {
    let line = Chronicle.lines[span.number.rawValue - 1]
    let words = Words(line)
    let range = words.bytes((span.words.lowerBound - 1)..<span.words.upperBound)
    return String(decoding: Array(line.utf8)[range], as: UTF8.self)
  }

  @Test(arguments: ["\n\n", " ", "\nAdvertisement\n"])
  func spansAreFoundFromTheFirstWordToTheLast(separator: String) {
    let copy = "Menu\n" + Chronicle.lines.joined(separator: separator)
    let located = Self.source.locate(in: CopyText(copy))
    for span in Self.spans {
      #expect(located.spans[span]?.state == .exact)
      #expect(Chronicle.text(located.spans[span], in: copy) == self.span(span))
    }
  }

  /// The passage is fuzzy for a change elsewhere in it; the words of the span are as they were.
  @Test func aSpanOfAChangedPassageIsExactWhereItIs() throws {
    let span = try #require(PassageSpan("3:20-29"))
    var lines = Chronicle.lines
    lines[2] = lines[2].split(separator: " ").map { $0 == "ferries" ? "small ferries" : $0 }
      .joined(separator: " ")
    let copy = lines.joined(separator: "\n")
    let located = Self.source.locate(in: CopyText(copy))
    guard case .fuzzy = located.passages[.init(3)]?.state else {
      Issue.record("the passage is not fuzzy")
      return
    }
    #expect(located.spans[span]?.state == .exact)
    #expect(Chronicle.text(located.spans[span], in: copy) == self.span(span))
  }

  @Test func aChangeWithinASpanMakesItFuzzy() throws {
    let span = try #require(PassageSpan("12:1-8"))
    var lines = Chronicle.lines
    lines[11] = lines[11].split(separator: " ").map { $0 == "crossings" ? "xxxxxings" : $0 }
      .joined(separator: " ")
    let copy = lines.joined(separator: "\n")
    let anchor = Self.source.locate(in: CopyText(copy)).spans[span]
    guard case .fuzzy = anchor?.state else {
      Issue.record("\(String(describing: anchor))")
      return
    }
    #expect(Chronicle.text(anchor, in: copy)?.hasPrefix("The ledgers list 4,212 xxxxxings") == true)
  }

  @Test func aSpanOfALostPassageIsLost() {
    var lines = Chronicle.lines
    lines.remove(at: 2)
    let located = Self.source.locate(in: CopyText(lines.joined(separator: "\n")))
    for span in Self.spans {
      #expect((located.spans[span] == .lost) == (span.number.rawValue == 3))
    }
  }

  @Test func aSpanThatItsPassageHasNotIsLost() throws {
    var source = Self.source
    let beyond = try #require(PassageSpan("1:4-90"))
    let nowhere = try #require(PassageSpan("99:1-2"))
    source.spans[beyond] = Fingerprint(of: Words("one two"), range: 0..<2)
    source.spans[nowhere] = source.spans[beyond]
    let located = source.locate(in: CopyText(Chronicle.article))
    #expect(located.spans[beyond] == .lost)
    #expect(located.spans[nowhere] == .lost)
  }
}
