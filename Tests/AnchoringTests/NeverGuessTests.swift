import Model
import TestSupport
import Testing

@testable import Anchoring

/// What is not there, or might be in two places, is lost.
@Suite struct NeverGuessTests {
  @Test(arguments: 1...Chronicle.lines.count)
  func aRemovedPassageIsLost(number: Int) {
    var lines = Chronicle.lines
    lines.remove(at: number - 1)
    for separator in ["\n", " "] {
      let copy = lines.joined(separator: separator)
      #expect(Chronicle.failures(in: copy, but: [number]) == [])
    }
  }

  /// Other words stand where the heading stood.
  @Test(arguments: [4, 7, 11])
  func aHeadingThatWasReplacedIsLost(number: Int) {
    for other in ["Strange Weather", "Old Debts Again", "Pilots", "How It All Went Wrong"] {
      var lines = Chronicle.lines
      lines[number - 1] = other
      #expect(Chronicle.failures(in: lines.joined(separator: "\n"), but: [number]) == [])
    }
  }

  @Test(arguments: [3, 8, 12])
  func aParagraphThatWasReplacedIsLost(number: Int) {
    var random = SeededGenerator(for: "aParagraphThatWasReplacedIsLost \(number)")
    for _ in 0..<20 {
      var lines = Chronicle.lines
      lines[number - 1] = lines[number - 1].split(separator: " ")
        .map { _ in "word\(random.below(5000))" }.joined(separator: " ")
      #expect(Chronicle.failures(in: lines.joined(separator: "\n"), but: [number]) == [])
    }
  }

  /// The same heading twice, and which of them is gone cannot be told.
  @Test func ofTwoTwinsSideBySideNoneIsGuessed() {
    var lines = Chronicle.lines
    lines.insert(lines[9], at: 9)
    let source = Chronicle.make(lines.joined(separator: "\n"))
    let located = source.locate(in: CopyText(Chronicle.article))
    #expect(located.passages[.init(10)] == .lost)
    #expect(located.passages[.init(11)] == .lost)
    #expect(located.passages.values.count { $0 == .lost } == 2)
  }

  @Test func ofLongTwinsSideBySideNoneIsGuessed() {
    var lines = Chronicle.lines
    lines.insert(lines[11], at: 11)
    let source = Chronicle.make(lines.joined(separator: "\n"))
    let located = source.locate(in: CopyText(Chronicle.article))
    #expect(located.passages[.init(12)] == .lost)
    #expect(located.passages[.init(13)] == .lost)
  }

  /// The copy has a paragraph twice between the same neighbours, with other text before and after
  /// each: nothing says which is meant.
  @Test func ofTwoPlacesAsGoodNoneIsGuessed() {
    var lines = Chronicle.lines
    let twice = "Something else is said here. \(lines[11]) More of something else follows now."
    lines[11] = "\(twice)\n\(twice)"
    #expect(
      Chronicle.failures(in: lines.joined(separator: "\n"), but: [12])
        .filter { $0.hasPrefix("12 ") } == [])
  }

  /// But the one that joins its neighbours is, where another stands in the page's furniture.
  @Test func theTitleIsNotThatOfTheMenu() throws {
    let copy = "Home\n\(Chronicle.lines[0])\nSign in\nSearch\n" + Chronicle.article
    let anchor = Chronicle.fingerprints.locate(in: CopyText(copy)).passages[.init(1)]
    let range = try #require(anchor?.range)
    #expect(range.lowerBound > 40)
  }

  /// Of two paragraphs that differ in a word, each is found at its own.
  @Test func nearTwinsKeepTheirPlaces() {
    let near = Chronicle.lines[11].split(separator: " ").map { $0 == "third," ? "fourth," : $0 }
      .joined(separator: " ")
    var lines = Chronicle.lines
    lines.insert(near, at: 14)
    #expect(Chronicle.failures(in: lines.joined(separator: "\n"), of: lines) == [])
    // And the one that was removed is not found at the other.
    for gone in [12, 15] {
      var copy = lines
      copy.remove(at: gone - 1)
      #expect(Chronicle.failures(in: copy.joined(separator: "\n"), of: lines, but: [gone]) == [])
    }
  }

  @Test func aHeadingAloneIsNotLookedForInOtherTexts() {
    let copy =
      "A shop for rope. Notes. First Complaints. What the Ledgers Say. A Second Owner. [2] Ibid."
    let located = Chronicle.fingerprints.locate(in: CopyText(copy))
    #expect(located.passages.values.allSatisfy { $0 == .lost })
  }

  @Test func otherTextsHoldNothing() {
    var random = SeededGenerator(for: "otherTextsHoldNothing")
    let vocabulary = Chronicle.article.split { !$0.isLetter }
    for _ in 0..<30 {
      let copy = (0..<2000).map { _ in vocabulary[random.below(vocabulary.count)] }
        .joined(separator: " ")
      let located = Chronicle.fingerprints.locate(in: CopyText(copy))
      #expect(located.passages.filter { $0.value != .lost }.isEmpty)
    }
  }
}
