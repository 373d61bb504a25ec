import Canvas
import Query
import Testing

@testable import Explorer

@Suite struct FilterPromptTests {
  @Test func itCountsWhatWouldRemainAndAddsAChip() {
    var fixture = Fixture(width: 80, height: 12)
    fixture.press("\\")
    #expect(fixture.text.contains("kind:bombing, date:2016"))
    fixture.type("souburg")
    #expect(
      fixture.text.contains(" Filter  souburg\n         1 of 3 remain\n         Enter adds it"))
    #expect(fixture.state.panes.events.total == 3, "nothing is narrowed yet")
    fixture.press(.enter)
    #expect(fixture.text.contains("[souburg]") && fixture.state.panes.events.total == 1)
    fixture.press("\\")
    fixture.type("norburg")
    #expect(fixture.text.contains("0 of 1 remain"))
    fixture.press(.enter)
    #expect(fixture.text.contains("no events that pass; Esc lifts the last"))
    fixture.press(.escape)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["souburg"])
  }

  @Test func enterOnNothingLiftsAll() {
    var fixture = Fixture()
    fixture.press("\\", .enter)
    #expect(fixture.state.overlay == nil && fixture.state.notice == nil)
    for word in ["souburg", "siege"] {
      fixture.press("\\")
      fixture.type(word)
      fixture.press(.enter)
    }
    fixture.press("\\")
    #expect(fixture.text.contains("Enter lifts all 2"))
    fixture.press(.enter)
    #expect(fixture.state.panes.events.filters.isEmpty && fixture.state.panes.events.total == 3)
    #expect(fixture.state.notice?.text == "lifted 2 filters")
  }

  @Test(arguments: [24, 40, 80, 120]) func aProblemStandsUnderItsColumn(_ width: Int) {
    var fixture = Fixture(width: width, height: 10)
    fixture.press("\\")
    fixture.type("date:2016-13")
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    let column = min(9 + 10, width - 1)
    #expect(Array(rows[8])[column] == "^", "\(fixture.text)")
    fixture.press(.enter)
    #expect(fixture.state.overlay != nil, "what does not read is no filter")
    fixture.press(.escape)
    #expect(fixture.state.overlay == nil && fixture.state.panes.events.filters.isEmpty)
  }

  @Test func aSearchBecomesAFilter() {
    var fixture = Fixture()
    fixture.press("/")
    fixture.type("tal")
    fixture.press(.control("t"))
    #expect(fixture.state.focus == .events && fixture.state.overlay == nil)
    #expect(fixture.text.contains("[tal]") && fixture.state.panes.events.total == 1)
    fixture.press(.backspace)
    #expect(fixture.state.panes.events.filters.isEmpty, "it can be gone back from")
  }
}
