import Canvas
import Model
import Testing

@testable import Explorer

@Suite struct ReviewingTests {
  @Test func aMarkStandsBeforeTheRowAndIsKept() {
    var fixture = Fixture()
    fixture.press("2", "x")
    #expect(fixture.effects == [.mark("norburg-attack", isReviewed: true)])
    #expect(
      fixture.text.contains("│✓2020-04-30") && fixture.text.contains("✓ reviewed · norburg-attack"))
    #expect(fixture.text.contains("1 reviewed in all"))
    fixture.press("j")
    #expect(!fixture.text.contains("✓ reviewed"))
    fixture.press("k", "x")
    #expect(fixture.effects.last == .mark("norburg-attack", isReviewed: false))
    #expect(!fixture.text.contains("✓"))
  }

  @Test func marksOfThePastAreShown() {
    var fixture = Fixture()
    fixture.act(.reviewed(["red-band", "talk"]))
    #expect(fixture.text.contains("✓Red Band") && fixture.text.contains("✓undated"))
    fixture.press("x")
    #expect(fixture.text.contains("there is none under the cursor") && fixture.effects.isEmpty)
    fixture.press("j", .enter, "x")
    #expect(fixture.effects == [.mark("red-band", isReviewed: false)])
  }
}

@Suite struct ReviewFilterTests {
  @Test func howManyAreReviewedIsCountedInTheList() {
    var fixture = Fixture()
    #expect(!fixture.text.contains("reviewed"))
    fixture.press("2", "x")
    #expect(fixture.text.contains("1 of 3 reviewed · 1/3"))
    fixture.press("j", "x")
    #expect(fixture.text.contains("2 of 3 reviewed · 2/3"))
    fixture.press("\\")
    fixture.type("siege")
    fixture.press(.enter)
    #expect(fixture.text.contains("1 of 1 reviewed · 1/1"), "of those that pass")
    fixture.press("x", "k")
    #expect(fixture.text.contains("0 of 1 reviewed"))
  }

  @Test func theListFollowsTheMarks() {
    var fixture = Fixture()
    fixture.press("2", "j", "X")
    #expect(fixture.text.contains("[not reviewed]") && fixture.state.panes.events.total == 3)
    fixture.press("j", "x")
    #expect(fixture.state.panes.events.total == 2, "it leaves the list")
    #expect(fixture.selectedText.contains("Talk of unknown date"), "and its place to the next")
    #expect(fixture.state.panes.record.id == "talk")
    fixture.press("X")
    #expect(fixture.text.contains("[reviewed]") && fixture.state.panes.events.total == 1)
    fixture.press("X")
    #expect(fixture.state.panes.events.filters.isEmpty)
    #expect(fixture.state.notice?.text == "events: all, reviewed or not · X goes on")
  }

  @Test func readingOnGoesToTheNextThatIsLeft() {
    var fixture = Fixture()
    fixture.press("2", "X", .enter, "x")
    #expect(fixture.state.panes.record.id == "norburg-attack", "what is read stays")
    fixture.press("J")
    #expect(fixture.state.panes.record.id == "siege", "none is left out")
    fixture.press("J")
    #expect(fixture.state.panes.record.id == "talk")
  }

  @Test func theListOfTheFirstPaneHasItsOwn() {
    var fixture = Fixture()
    fixture.press("j", "x", "X")
    #expect(fixture.state.panes.index.total == 1 && fixture.state.panes.events.filters.isEmpty)
    fixture.press("j")
    #expect(fixture.state.panes.events.scope == "blue-band")
    fixture.press("x")
    #expect(fixture.state.panes.index.total == 0 && fixture.state.panes.index.isOnAll)
    #expect(fixture.state.panes.events.scope == nil, "the events follow")
    fixture.press(.escape)
    #expect(fixture.state.panes.index.filters.isEmpty && fixture.state.panes.index.total == 2)
  }

  @Test func goingBackShowsTheMarksOfToday() {
    var fixture = Fixture()
    fixture.press("2", "X", .enter, "x", .backspace)
    #expect(fixture.state.panes.events.total == 2)
    fixture = Fixture()
    fixture.press("2", "x", .enter, "x", .backspace)
    #expect(!fixture.text.contains("reviewed ·"), "nothing is marked any more")
    fixture.press("x", "j", .enter, "x", .backspace)
    #expect(fixture.text.contains("2 of 3 reviewed"))
  }

  @Test func goingBackAsksNothingWhereTheMarksAreTheSame() {
    var fixture = Fixture()
    fixture.press("2", "x", "X", .enter)
    let effects = update(&fixture.state, .pressed(.backspace))
    #expect(effects.allSatisfy { if case .cancel = $0 { true } else { false } }, "\(effects)")
  }
}
