import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct RivalsTests {
  private let list: RivalList = {
    func statement(_ number: Int, _ killed: Int, by: Reference? = nil) -> Statement {
      Statement(
        id: RecordID("siege/killed.\(number)"), subject: "siege", property: .killed,
        label: "Killed", value: .figure(CasualtyFigure(killed)),
        basis: by == nil ? .stated : .alleged, by: by, citations: Fixture.citations)
    }
    let question = RivalValues(
      subject: "siege", question: "killed",
      statements: [statement(1, 7), statement(2, 9, by: .words("the mayor"))])
    return RivalList(
      [question], names: ["siege": "Siege of Souburg", "herald": "Herald, 1 May 2020"])
  }()

  @Test func everyAnswerStandsWithWhoGivesItAndOnWhat() {
    var fixture = Fixture(width: 100, height: 14)
    _ = update(&fixture.state, .pressed("V"))
    #expect(fixture.text.contains("Rival values  loading"))
    _ = update(&fixture.state, .answered(.rivals, .rivals(list)))
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    expectScreen(
      rows[1...9].joined(separator: "\n"),
      """
       Rival values  1 question on which values differ · Enter goes to one

       Siege of Souburg
         Killed
           7  2 reports
             › doe-2020 ¶2 via Herald, 1 May 2020; doe-2020 ¶4
           9  2 reports
             › doe-2020 ¶2 via Herald, 1 May 2020; doe-2020 ¶4 — the mayor [alleged]

      """)
  }

  @Test func oneLeadsToItsFactOrItsPassageAndBack() {
    var fixture = Fixture(width: 150, height: 20)
    _ = update(&fixture.state, .pressed("V"))
    _ = update(&fixture.state, .answered(.rivals, .rivals(list)))
    var other = fixture
    fixture.press("j", .enter)
    #expect(fixture.state.panes.record.id == "siege" && fixture.state.focus == .record)
    other.press("c")
    #expect(other.state.panes.reader?.cited == Fixture.passage)
    other.press(.backspace)
    #expect(other.state.panes.reader == nil)
  }

  @Test func aRecordWithoutAnySaysSo() {
    var fixture = Fixture()
    fixture.press(.tab)
    let asked = update(&fixture.state, .pressed("v"))
    #expect(asked == [.ask(.rivals, .rivals("norburg-attack"))])
    _ = update(&fixture.state, .answered(.rivals, .rivals(RivalList())))
    #expect(fixture.text.contains("sources differ on nothing here"))
    fixture.press("q")
    #expect(fixture.state.overlay == nil)
  }
}
