import Model
import Testing

@testable import Anchoring

@Suite struct RecognitionTests {
  static let other = (0..<12).map { paragraph in
    (0..<30).map { "term\((paragraph * 31 + $0 * 17) % 211)" }.joined(separator: " ")
  }.joined(separator: "\n")
  static let sources: [RecordID: SourceFingerprints] = [
    "tide-1931": Chronicle.fingerprints, "terms-2000": Chronicle.make(other),
  ]

  @Test func aCopyIsRecognised() throws {
    let best = try #require(Recognition.best(of: Self.sources, in: CopyText(Chronicle.article)))
    #expect(best.source == "tide-1931")
    #expect(best.score == 100)
    let all = Recognition.all(of: Self.sources, in: CopyText(Self.other))
    #expect(all.map(\.source) == ["terms-2000", "tide-1931"])
    #expect(all.map(\.score) == [100, 0])
  }

  @Test func whatIsOfNoneIsNot() {
    #expect(Recognition.best(of: Self.sources, in: CopyText("Nothing of the kind.")) == nil)
    #expect(Recognition.best(of: [:], in: CopyText(Chronicle.article)) == nil)
    // A paragraph that is quoted does not make a copy.
    let quoting = "He wrote: \(Chronicle.lines[2]) I disagree."
    #expect(Recognition.best(of: Self.sources, in: CopyText(quoting)) == nil)
  }

  @Test func halfAnArticleIsItsCopyWithHalfTheScore() throws {
    let half = Chronicle.lines[..<9].joined(separator: "\n")
    let best = try #require(Recognition.best(of: Self.sources, in: CopyText(half)))
    #expect(best.source == "tide-1931")
    #expect((40...75).contains(best.score))
  }

  @Test func whatIsOfTwoIsLeftToTheReader() {
    let both = CopyText(Chronicle.article + Self.other)
    #expect(Recognition.all(of: Self.sources, in: both).allSatisfy { $0.score == 100 })
    #expect(Recognition.best(of: Self.sources, in: both) == nil)
    let twice = ["a": Chronicle.fingerprints, "b": Chronicle.fingerprints] as [RecordID: _]
    #expect(Recognition.best(of: twice, in: CopyText(Chronicle.article)) == nil)
  }

  @Test func aSourceOfHeadingsHasNoScore() {
    let source = Chronicle.make("One\nTwo words\nThree more words")
    #expect(source.score(in: CopyText("One\nTwo words\nThree more words")) == 0)
  }
}
