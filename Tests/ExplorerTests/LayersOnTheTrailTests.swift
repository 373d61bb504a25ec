import Canvas
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

/// The way back brings the view from which it led, as it was, and no answer is lost or goes to another.
@Suite struct LayersOnTheTrailTests {
  @Test(arguments: [
    ("T v l", "Enter"), ("M +", "Enter"), ("M", "v"), ("j N j", "c"), ("j N", "o"), ("j N j", "O"),
    ("V", "Enter"), ("2 v", "c"), ("2 ! Tab", "Enter"), ("g ! j", "c"),
    ("2 Enter c r j", "Enter"), ("2 Enter c Enter", "Enter"), ("V", "f a"),
  ])
  func backBringsTheViewThatWasLeftAndForwardGoesOn(_ keys: String, _ leaving: String) {
    var fixture = Fixture.opened(keys)
    let (before, screen) = (fixture.state, fixture.body)
    for key in Key.typed(leaving) { fixture.press(key) }
    #expect(fixture.state.overlays.isEmpty)
    fixture.state.notice = nil
    let there = (fixture.state, fixture.text)
    fixture.press(.backspace)
    #expect(fixture.state.overlays == before.overlays && fixture.state.panes == before.panes)
    #expect(fixture.state.focus == before.focus && fixture.body == screen)
    // The timeline has L for itself.
    if fixture.state.overlay?.part is TimelineOverlay {
      fixture.press(":")
      fixture.type("forward")
      fixture.press(.enter)
    } else {
      fixture.press("L")
    }
    fixture.state.notice = nil
    #expect(fixture.state.overlays.isEmpty && fixture.state.panes == there.0.panes)
    #expect(fixture.text == there.1)
    fixture.press(.backspace)
    #expect(fixture.state.overlays == before.overlays && fixture.body == screen)
  }

  @Test func aSearchComesBackWithItsHitsAndBackspaceGoesOnUntilSomethingIsTyped() {
    var fixture = Fixture.opened("2 j Enter / t a l")
    let screen = fixture.body
    fixture.press(.enter)
    #expect(fixture.state.overlays.isEmpty)
    fixture.press(.backspace)
    #expect(fixture.body == screen && fixture.text.contains("Backspace back"))
    fixture.press("k", .backspace)
    #expect((fixture.state.overlay?.part as? SearchOverlay)?.editor.text == "tal")
    fixture = Fixture.opened("2 j Enter / t a l Enter Backspace Backspace")
    #expect(fixture.state.overlays.isEmpty && fixture.state.focus == .events)
  }

  @Test func aSavedSearchLiesOverTheList() {
    var fixture = Fixture.opened("/ t a l C-o Enter Esc F")
    let list = fixture.text
    fixture.press(.enter)
    #expect(fixture.state.overlays.count == 2 && fixture.text.contains("Talk of unknown date"))
    fixture.press(.escape)
    #expect(fixture.text == list && fixture.text.contains("1 hit"))
  }

  @Test func aMarkedPlaceIsGoneToFromAViewAndBackComesToTheView() {
    var fixture = Fixture.opened("m a j M")
    let before = fixture.state.overlays
    fixture.press(":")
    fixture.type("bookmarks")
    fixture.press(.enter)
    #expect(fixture.state.overlays.count == 2 && fixture.text.contains(" Map  Red Band"))
    fixture.press("a")
    #expect(fixture.state.overlays.isEmpty && fixture.state.panes.index.cursor == 0)
    fixture.press("'", "'")
    #expect(fixture.state.overlays == before && fixture.state.panes.index.cursor == 1)
  }

  @Test func onlyTheLastPlacesKeepTheirViews() {
    var fixture = Fixture.opened("2")
    for step in 0..<40 { fixture.press("V", .enter, "2", step.isMultiple(of: 2) ? "j" : "k") }
    var views = 0
    for _ in 0..<240 {
      fixture.press(.backspace)
      if fixture.state.overlay?.part is RivalsOverlay { views += 1 }
    }
    #expect(views == Trail.mostOverlaid)
    #expect(fixture.text.contains("nothing behind"))
  }

  // MARK: Answers

  private func asks(_ effects: [Effect], _ slot: Slot) -> Bool {
    effects.contains { if case .ask(slot, _) = $0 { true } else { false } }
  }

  @Test func anAnswerReachesTheViewBelow() {
    var fixture = Fixture.opened("j")
    let effects = update(&fixture.state, .pressed("N"))
    #expect(asks(effects, .network))
    #expect(!asks(update(&fixture.state, .pressed("?")), .network), "asked once")
    let network = NetworkFixture.network(of: "red-band")
    _ = update(&fixture.state, .answered(.network, .network(network)))
    #expect(fixture.text.contains("In the network"))
    #expect(!asks(update(&fixture.state, .pressed("q")), .network))
    #expect(fixture.text.contains("pledged to"))
  }

  @Test func aQuestionThatWasLeftIsAskedAgainOnTheWayBack() {
    var fixture = Fixture.opened("T")
    let asked = update(&fixture.state, .pressed("+"))
    let question = asked.first { if case .ask(.timeline, _) = $0 { true } else { false } }
    #expect(question != nil)
    let left = update(&fixture.state, .pressed(.enter))
    #expect(fixture.state.overlays.isEmpty && left.contains(.cancel(.timeline)))
    let back = update(&fixture.state, .pressed(.backspace))
    #expect(back.contains { $0 == question })
    let cancelled = back.firstIndex(of: .cancel(.timeline))
    let again = back.firstIndex { $0 == question }
    #expect(cancelled.flatMap { first in again.map { first < $0 } } == true)
  }

  @Test func anAnswerForAnotherRecordIsNotTakenByTheViewThatComesBack() {
    var fixture = Fixture.opened("V Enter")
    // The values of this record are asked for, and left before they come.
    #expect(asks(update(&fixture.state, .pressed("v")), .rivals))
    _ = update(&fixture.state, .pressed("q"))
    let back = update(&fixture.state, .pressed(.backspace))
    #expect(back.contains(.cancel(.rivals)) && !asks(back, .rivals), "what it has it keeps")
    #expect(fixture.state.overlay?.part is RivalsOverlay)
    #expect(fixture.text.contains("1 question"))
  }

  @Test func whatWasStoppedIsAskedAgainWithTheNextKey() {
    var fixture = Fixture.opened("j")
    _ = update(&fixture.state, .pressed("N"))
    _ = update(&fixture.state, .working(true))
    _ = update(&fixture.state, .pressed(.escape))
    #expect(fixture.state.overlays.count == 1)
    #expect(asks(update(&fixture.state, .pressed("j")), .network))
  }

  @Test func nothingOfAnotherDayOrOfFormerFilesComesBack() {
    var fixture = Fixture.opened("2 V Enter")
    fixture.press("a")
    fixture.type("2021-06")
    fixture.press(.enter, .backspace)
    #expect(fixture.state.overlays.isEmpty)
    fixture = Fixture.opened("2 V Enter")
    fixture.act(.reloaded)
    fixture.press(.backspace)
    #expect(fixture.state.overlays.isEmpty && fixture.state.focus == .events)
    fixture = Fixture.opened("T")
    fixture.act(.reloaded)
    #expect(fixture.state.overlays.isEmpty)
  }

  @Test func aViewOfWhatIsNotReviewedGoesWhenTheMarksHaveChanged() {
    var fixture = Fixture.opened("2 X M n Enter")
    #expect(fixture.state.overlays.isEmpty)
    var unchanged = fixture
    unchanged.press(.backspace)
    #expect(unchanged.state.overlay?.part is MapOverlay)
    fixture.press("x", .backspace)
    #expect(fixture.state.overlays.isEmpty && fixture.state.panes.events.filters.count == 1)
  }

  @Test func theOutlinesReachAMapBelow() {
    var fixture = Fixture.opened("M ?")
    #expect((fixture.state.overlays.first?.part as? MapOverlay)?.outlines == nil)
    fixture.act(.outlines(MapOutlines()))
    #expect((fixture.state.overlays.first?.part as? MapOverlay)?.outlines != nil)
  }
}
