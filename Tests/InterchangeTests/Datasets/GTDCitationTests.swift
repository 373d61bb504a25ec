import Model
import Testing

@testable import Interchange

@Suite struct GTDCitationTests {
  func parts(_ text: String) -> String? {
    CitedWork(gtd: text).map {
      "\($0.title ?? "-") | \($0.publisher ?? "-") | \($0.date?.description ?? "-")"
    }
  }

  @Test(arguments: [
    (
      #""Bridge falls," Oldtown Herald, January 2, 2018."#,
      "Bridge falls | Oldtown Herald | 2018-01-02"
    ),
    (
      #""Bridge falls", Oldtown Herald, January 2, 2018"#,
      "Bridge falls | Oldtown Herald | 2018-01-02"
    ),
    (
      #""Who did it?" Herald (Oldtown), Sept. 12, 2018."#,
      "Who did it? | Herald (Oldtown) | 2018-09-12"
    ),
    ("“Bridge, mill fall,” Herald, 2 May 1994.", "Bridge, mill fall | Herald | 1994-05-02"),
    (#""Bridge falls," Herald, January 2018."#, "Bridge falls | Herald | 2018-01"),
    (#""Bridge falls," Mill, Weir and Sons, 2005."#, "Bridge falls | Mill, Weir and Sons | 2005"),
    (#""Bridge falls," January 2, 2018."#, "Bridge falls | - | 2018-01-02"),
  ])
  func takesTheFormApart(text: String, parts: String) { #expect(self.parts(text) == parts) }

  @Test(arguments: [
    #"Ann Doe, "Bridges," Oldtown Press, 2005."#, #""Bridge falls," Herald."#, "Herald, 2005",
    #""Bridge falls," Herald, January 2-3, 2018."#,
    #""No "comment," says mill," Herald, May 1, 2018."#,
    #""Bridge falls," Herald, January 2, 2018, page 4."#, #""Bridge falls, Herald, 2018."#,
    #""" 2018"#,
    #""Bridge falls," Herald, February 30, 2018."#, "\"", #""Bridge falls""#,
    #""Bridge falls," Herald, 3/4/2018."#,
  ])
  func keepsWholeWhatIsNotSure(text: String) { #expect(parts(text) == "\(text) | - | -") }

  @Test func aBlankCitationIsNone() {
    #expect(CitedWork(gtd: "") == nil && CitedWork(gtd: nil) == nil)
  }

  @Test func aRowHasUpToThree() throws {
    let table = try GTDTests()
    let event = try table.event(["scite1": #""A," B, May 1, 2018."#, "scite3": "C"])
    #expect(event.sources.map(\.title) == ["A", "C"])
  }
}
