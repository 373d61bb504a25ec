import Model
import TestSupport
import Testing

@testable import Anchoring

@Suite struct LocateTests {
  private func states(_ copy: String) -> Set<AnchorState> {
    Set(Chronicle.fingerprints.locate(in: CopyText(copy)).passages.values.map(\.state))
  }

  @Test func everyPassageIsFoundInTheArticleItself() {
    #expect(Chronicle.failures(in: Chronicle.article) == [])
    #expect(states(Chronicle.article) == [.exact])
  }

  @Test func headingsThatAreRepeatedAreToldByTheirOrder() throws {
    let located = Chronicle.fingerprints.locate(in: CopyText(Chronicle.article))
    let first = try #require(located.passages[.init(10)]?.range)
    let second = try #require(located.passages[.init(14)]?.range)
    #expect(first.upperBound < second.lowerBound)
  }

  @Test func runTogether() {
    let copy = Chronicle.lines.joined(separator: " ")
    #expect(Chronicle.failures(in: copy) == [])
    #expect(states(copy) == [.exact])
  }

  @Test func rewrapped() {
    let words = Chronicle.article.split(separator: " ")
    let copy = words.enumerated().map { $0.offset % 7 == 6 ? "\($0.element)\n" : "\($0.element) " }
      .joined()
    #expect(Chronicle.failures(in: copy) == [])
  }

  @Test func otherQuotationMarksAndDashes() {
    var copy = Chronicle.article
    for (old, new) in [("'", "’"), ("“", "«"), ("”", "\""), ("–", " - "), (" ", "\u{A0}")] {
      copy = copy.split(separator: Character(old), omittingEmptySubsequences: false)
        .joined(separator: new)
    }
    #expect(Chronicle.failures(in: copy) == [])
    #expect(states(copy) == [.exact])
  }

  @Test func betweenAPagesFurniture() {
    let menu = "Home\nNews\nSport\nSign in\nSubscribe to the Daily Anchor\nSearch\n"
    let copy =
      menu + menu
      + Chronicle.lines.joined(separator: "\nAdvertisement\nShare this page with your friends\n")
      + "\nCookies\nTerms of use\nAbout us\n" + menu
    #expect(Chronicle.failures(in: copy) == [])
    #expect(states(copy) == [.exact])
  }

  /// A page ends in the middle of a paragraph.
  @Test func withAPagesFootInTheMiddle() throws {
    var lines = Chronicle.lines
    let words = lines[2].split(separator: " ")
    lines[2] =
      words[..<15].joined(separator: " ") + "\n\n14\n\nAnnals of Small Harbours 3 (1931)\n\n"
      + words[15...].joined(separator: " ")
    let copy = lines.joined(separator: "\n")
    let anchor = Chronicle.fingerprints.locate(in: CopyText(copy)).passages[.init(3)]
    let found = try #require(Chronicle.text(anchor, in: copy))
    #expect(Chronicle.words(found) == Chronicle.words(lines[2]))
    guard case .fuzzy = anchor?.state else {
      Issue.record("\(String(describing: anchor))")
      return
    }
  }

  @Test func wordsCutAtTheEndsOfLines() {
    let words: [String] = Chronicle.article.split(separator: " ").map { word in
      word.count > 9 && word.allSatisfy(\.isLetter)
        ? "\(word.prefix(5))-\n\(word.dropFirst(5))" : String(word)
    }
    let copy = words.joined(separator: " ")
    let located = Chronicle.fingerprints.locate(in: CopyText(copy))
    #expect(located.passages.values.allSatisfy { $0 != .lost })
  }

  @Test func withAWrongLetterHereAndThere() {
    var random = SeededGenerator(for: "withAWrongLetterHereAndThere")
    var lost = 0
    for _ in 0..<20 {
      let copy = Chronicle.lines.map { line in
        String(line.map { $0.isLetter && random.below(50) == 0 ? "x" : $0 })
      }
      let text = copy.joined(separator: "\n")
      let located = Chronicle.fingerprints.locate(in: CopyText(text))
      var start = 0
      for (index, line) in copy.enumerated() {
        let end = start + line.utf8.count
        if let range = located.passages[.init(index + 1)]?.range {
          #expect(start - 30 <= range.lowerBound && range.upperBound <= end + 30)
          #expect(2 * range.clamped(to: start..<end).count >= range.count)
        } else {
          lost += 1
        }
        start = end + 1
      }
    }
    #expect(lost < 22, "one in twenty")
  }

  @Test func aParagraphThatStandsElsewhereIsMoved() {
    var lines = Chronicle.lines
    let paragraph = lines.remove(at: 14)
    lines.insert(paragraph, at: 1)
    let copy = lines.joined(separator: "\n")
    let located = Chronicle.fingerprints.locate(in: CopyText(copy))
    #expect(located.passages[.init(15)]?.state == .moved)
    #expect(located.passages.filter { $0.value.state == .exact }.count == lines.count - 1)
  }

  @Test func aWordMoreMakesItFuzzy() throws {
    let copy = Chronicle.article.split(separator: " ").flatMap {
      $0 == "crossings" ? ["crossings", "paid"] : [$0]
    }.joined(separator: " ")
    let anchor = Chronicle.fingerprints.locate(in: CopyText(copy)).passages[.init(12)]
    guard case .fuzzy(let percent)? = anchor?.state else {
      Issue.record("\(String(describing: anchor))")
      return
    }
    #expect((90...99).contains(percent))
  }

  @Test func anEmptyCopyHoldsNothing() {
    for copy in ["", "   \n", "—", "a", "a b", "a b c"] {
      #expect(states(copy) == [.lost])
      #expect(Chronicle.fingerprints.score(in: CopyText(copy)) == 0)
    }
    #expect(SourceFingerprints().locate(in: CopyText("text")) == Located())
  }

  /// A text that says the same all over, and one of half a million words.
  @Test func hugeCopiesAreSearched() {
    let same = String(repeating: "the harbour master wrote to the county ", count: 10_000)
    #expect(Chronicle.failures(in: same + Chronicle.article + same) == [])
    var random = SeededGenerator(for: "hugeCopiesAreSearched")
    var other = ""
    for _ in 0..<200_000 { other += "word\(random.below(30_000)) " }
    #expect(Chronicle.failures(in: other + Chronicle.article + other) == [])
  }
}
