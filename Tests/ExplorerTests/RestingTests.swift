import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct RestingOverlayTests {
  @Test func whatWouldFallStandsFirst() {
    var fixture = Fixture(width: 90, height: 16)
    fixture.press(.tab, .enter, "c", "r")
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    expectScreen(
      rows[1...10].joined(separator: "\n"),
      """
       What rests on A made-up article  2 · Enter goes to one

       1 fact rests on nothing else and would fall with it

       Siege of Souburg  event
         Killed           more than 7

       1 fact rests on something else too

       Siege of Souburg  event
      """)
    fixture.press("j", .enter)
    #expect(fixture.state.panes.record.id == "siege" && fixture.state.focus == .record)
  }

  @Test func itIsAskedOfThePassageOrTheSource() {
    var fixture = Fixture(width: 90, height: 16)
    fixture.press(.tab, .enter, "c")
    #expect(
      update(&fixture.state, .pressed("r")) == [.ask(.resting, .resting(.passage(Fixture.passage)))]
    )
    fixture = Fixture()
    #expect(update(&fixture.state, .pressed("r")).isEmpty)
    #expect(fixture.state.notice?.text.contains("5 lists sources") == true)
  }
}
