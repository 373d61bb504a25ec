import Model
import Query
import Testing

@testable import Interchange

@Suite struct CopyPositionsTests {
  /// Bytes become code points, also far into a text and where letters are of several bytes.
  @Test func positionsAreCountedInCodePoints() {
    let before = String(repeating: "ژé🂡", count: 100)
    let text = before + "here\nand there"
    let start = before.utf8.count
    let passage = PassageID(source: "s", number: ParagraphNumber(1))
    let copy = AttachedCopy(
      path: "", file: .same, text: text, starts: [0],
      passages: [
        passage.number: .init(.exact, range: start..<start + 4),
        ParagraphNumber(2): .init(.lost),
        ParagraphNumber(3): .init(.exact, range: start..<start + 4000),
      ],
      spans: [
        PassageSpan(passage.number, words: 1...2): .init(.exact, range: start + 5..<start + 8)
      ])
    let positions = CopyPositions(copy)
    #expect(positions.length == 314)
    #expect(positions.range(of: Citation(passage)) == 300..<304)
    #expect(positions.range(of: Citation(passage, words: 1...2)) == 305..<308)
    #expect(positions.range(of: Citation(passage, words: 3...4)) == 300..<304)
    for number in [2, 3, 4] {
      let other = PassageID(source: "s", number: ParagraphNumber(number))
      #expect(positions.range(of: Citation(other)) == nil, "\(number)")
    }
  }
}
