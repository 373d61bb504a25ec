import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct JumpTests {
  @Test func eventsFollowTheGroupUnderTheCursor() {
    var fixture = Fixture()
    #expect(fixture.selectedText == "All groups")
    #expect(fixture.state.panes.events.total == 3)
    fixture.press("j")
    #expect(fixture.selectedText == "Red Band 2")
    #expect(fixture.state.panes.events.total == 2)
    #expect(fixture.text.contains("2 Events · Red Band"))
    fixture.press("j")
    #expect(fixture.text.contains("no events for Blue Band"))
    fixture.press("g", "g")
    #expect(fixture.state.panes.events.scope == nil)
  }

  @Test func aCitationLeadsToItsPassageAndBackToTheSameRow() {
    var fixture = Fixture(width: 180)
    fixture.press(.tab, "j", .enter)
    #expect(fixture.selectedText == "Claimed by Red Band [reported]")
    fixture.press("j")
    #expect(fixture.selectedText == "› doe-2020 ¶2 via Herald, 1 May 2020")
    let before = fixture.state.panes
    fixture.press(.enter)
    #expect(fixture.state.focus == .reader)
    #expect(fixture.selectedText == "▌ 2 ●2 Tells of an attack in Norburg.")
    fixture.press(.backspace)
    #expect(fixture.state.panes == before)
    #expect(fixture.state.focus == .record)
    fixture.press("L")
    #expect(fixture.state.focus == .reader)
    fixture.press("H", .control("o"))
    #expect(fixture.state.focus == .events)
    #expect(fixture.selectedText.contains("Siege of Souburg"))
  }

  @Test func aNameLeadsToItsRecordAndTheListsFollow() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, .enter)
    #expect(fixture.state.panes.record.id == "red-band")
    #expect(fixture.state.panes.index.selected?.title == "Red Band")
    #expect(fixture.state.panes.events.scope == "red-band")
  }

  @Test func fromAPassageItsFactsAreOneKeyAway() {
    var fixture = Fixture(width: 180)
    fixture.press(.tab, .enter, "c")
    #expect(fixture.state.focus == .reader)
    fixture.press(.enter)
    #expect(fixture.text.contains("Facts on doe-2020 ¶2"))
    #expect(fixture.selectedText == "Killed more than 7")
    fixture.press(.enter)
    #expect(fixture.state.panes.record.id == "siege")
    #expect(fixture.selectedText == "Killed more than 7")
    #expect(fixture.state.panes.events.selected?.title == "Siege of Souburg")
  }

  @Test func fromAListItsFirstPassageIsOneKeyAway() {
    var fixture = Fixture()
    fixture.press(.tab, "c")
    #expect(fixture.state.focus == .reader)
    #expect(fixture.state.panes.reader?.cited == Fixture.passage)
    fixture.press(.backspace)
    #expect(fixture.state.focus == .events)
  }

  @Test func whileARecordIsReadTheNextOneIsOneKeyAway() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "J")
    #expect(fixture.state.focus == .record && fixture.state.panes.record.id == "siege")
    #expect(fixture.state.panes.events.selected?.title == "Siege of Souburg")
    fixture.press("K", "K")
    #expect(fixture.state.panes.record.id == "norburg-attack")
  }

  @Test func theOtherCitationsOfAFactAreOneKeyAway() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "j", "j", "c")
    #expect(fixture.text.contains("citation 1 of 2"))
    fixture.press("]")
    #expect(fixture.selectedText == "▌ 4 ●1 A note.")
    fixture.press("]")
    #expect(fixture.text.contains("no further citation"))
    fixture.press("[")
    #expect(fixture.state.panes.reader?.cited == Fixture.passage)
  }

  @Test func markedPassagesAreOneKeyAway() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "c", "}")
    #expect(fixture.selectedText == "4 ●1 A note.")
    fixture.press("{", "{")
    #expect(fixture.text.contains("no further passage"))
  }

  @Test func searchOpensWhatItFinds() {
    var fixture = Fixture()
    fixture.press("/")
    fixture.type("tal")
    #expect(fixture.text.contains("1 hit") && fixture.text.contains("Talk of unknown date"))
    fixture.press(.enter)
    #expect(fixture.state.overlay == nil)
    #expect(fixture.state.panes.record.id == "talk")
    #expect(fixture.state.panes.events.selected?.title == "Talk of unknown date")
    fixture.press("n")
    #expect(fixture.text.contains("no more hits"))
  }

  @Test func aHitOutsideTheScopeLiftsTheScope() {
    var fixture = Fixture()
    fixture.press("j", "/")
    fixture.type("tal")
    fixture.press(.enter)
    #expect(fixture.state.panes.events.scope == nil)
    #expect(fixture.state.panes.events.selected?.title == "Talk of unknown date")
  }

  @Test func aQueryThatDoesNotParseSaysWhere() {
    var fixture = Fixture()
    fixture.press("/")
    fixture.type("foo:x")
    #expect(fixture.text.contains("^ there is no field “foo:”"))
    fixture.press(.enter)
    #expect(fixture.state.overlay != nil)
    fixture.press(.escape)
    #expect(fixture.state.overlay == nil)
  }

  @Test func aDateLeadsToTheFirstEventFromThenOn() {
    var fixture = Fixture()
    fixture.press("d")
    fixture.type("May 2020")
    #expect(fixture.text.contains("first event from 1 May 2020 on"))
    fixture.press(.enter)
    #expect(fixture.state.focus == .events)
    #expect(fixture.selectedText.contains("Siege of Souburg"))
    fixture.press("d")
    fixture.type("8/8/2016")
    fixture.press(.enter)
    #expect(fixture.text.contains("2016-08-08"), "the prompt says what would do")
    fixture.press(.escape, "d")
    fixture.type("2030")
    fixture.press(.enter)
    #expect(fixture.text.contains("no event on that date or later"))
  }

  @Test func qClosesFromTheInsideOut() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "c", "q")
    #expect(fixture.state.focus == .record && fixture.state.panes.reader == nil)
    fixture.press("q", "q")
    #expect(fixture.state.focus == .index && fixture.effects.isEmpty)
    fixture.press(.escape)
    #expect(fixture.effects.isEmpty)
    fixture.press("q")
    #expect(fixture.effects == [.quit])
  }
}

@Suite struct NoticeTests {
  @Test func whatTheReaderIsToldStandsUntilTheNextKey() {
    var state = ExplorerState()
    _ = update(&state, .started(Size(width: 80, height: 24)))
    _ = update(&state, .told("the library was built anew"))
    #expect(view(state).text.contains("the library was built anew"))
    _ = update(&state, .pressed(.character("j")))
    #expect(!view(state).text.contains("the library was built anew"))
  }
}
