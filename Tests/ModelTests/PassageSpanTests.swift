import Model
import Testing

@Suite struct PassageSpanTests {
  @Test(arguments: ["12:5-19", "1:1-1", "300:2-900"])
  func comesBackAsWritten(text: String) throws {
    #expect(try #require(PassageSpan(text)).description == text)
  }

  @Test(arguments: [
    "", ":", "12", "12:5", "12-5:19", "0:1-2", "1:0-2", "1:3-2", "1:-2", "1:2-", "a:1-2", "1:1-2-3",
    " 1:1-2", "1:+1-2", "1:1:2", "99999999999999999999:1-2",
  ])
  func isNoneOf(text: String) { #expect(PassageSpan(text) == nil) }

  @Test func aCitationIsWrittenWithItsWords() {
    let passage = PassageID(source: "roul-2016", number: ParagraphNumber(11))
    #expect(
      Citation(passage, words: 5...19, via: ["dawn"]).description == "roul-2016#11:5-19 via dawn")
    #expect(Citation(passage).description == "roul-2016#11")
    #expect(Citation(passage).span == nil)
  }
}
