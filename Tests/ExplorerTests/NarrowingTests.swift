import Canvas
import Model
import Query
import Testing

@testable import Explorer

/// Filters narrow the events, and the list in the first pane follows.
@Suite struct NarrowingTests {
  /// An explorer whose events a typed filter narrows.
  private func narrowed(
    by word: String, _ keys: Key..., width: Int = 120
  ) -> Fixture {
    var fixture = Fixture(width: width)
    for key in keys { fixture.press(key) }
    filter(&fixture, by: word)
    return fixture
  }

  private func filter(_ fixture: inout Fixture, by word: String) {
    fixture.press("\\")
    fixture.type(word)
    fixture.press(.enter)
  }

  private func titles(_ fixture: Fixture) -> [String] {
    fixture.state.panes.index.visible(height: 20).compactMap(\.row?.title)
  }

  @Test func theListKeepsToRecordsWithAPartInTheEventsLeft() {
    var fixture = narrowed(by: "siege")
    #expect(titles(fixture) == ["Red Band"])
    #expect(fixture.state.panes.index.row(at: 1)?.eventsLeft == 1)
    #expect(fixture.text.contains("narrowed · 1 of 2"))
    fixture.press("1", .escape)
    #expect(titles(fixture) == ["Red Band", "Blue Band"] && !fixture.text.contains("narrowed"))
  }

  @Test func theCursorStaysOnItsRecord() {
    var fixture = narrowed(by: "siege", "j")
    #expect(fixture.state.panes.index.selected?.title == "Red Band")
    #expect(fixture.state.panes.events.scope == "red-band", "both hold")
    #expect(fixture.state.panes.events.total == 1 && fixture.text.contains("narrowed · 1/1 of 2"))
    fixture.press(.escape)
    #expect(fixture.state.panes.index.selected?.title == "Red Band")
    #expect(fixture.state.panes.events.total == 2)
  }

  @Test func aRecordWithoutAPartGivesWayToAllAndComesBack() {
    var fixture = narrowed(by: "siege", "j", "j")
    #expect(fixture.state.panes.index.isOnAll && fixture.state.panes.events.scope == nil)
    #expect(fixture.state.panes.events.total == 1, "the events that pass, of any group")
    #expect(fixture.text.contains("Blue Band has no part in these events: all groups"))
    filter(&fixture, by: "souburg")
    #expect(fixture.state.notice == nil, "it is told once")
    fixture.press(.escape, .escape)
    #expect(fixture.state.panes.index.selected?.title == "Blue Band")
    #expect(fixture.state.panes.events.scope == "blue-band")
  }

  @Test func aCursorThatWasMovedStaysWhereItIsNow() {
    var fixture = narrowed(by: "siege", "j", "j")
    fixture.press("j", "k", .escape)
    #expect(fixture.state.panes.index.isOnAll && fixture.state.panes.events.scope == nil)
  }

  @Test func whatTheEventsAreRestrictedToDoesNotNarrow() {
    var fixture = Fixture()
    fixture.press("j", "j")
    #expect(fixture.state.panes.events.scope == "blue-band")
    #expect(titles(fixture) == ["Red Band", "Blue Band"])
  }

  @Test func everyOtherListFollowsWhenItIsShown() {
    var fixture = narrowed(by: "siege")
    let asked = update(&fixture.state, .pressed("3"))
    let expression = QueryExpression.inEvents(.word("siege", isPrefix: true))
    #expect(
      asked.contains { effect in
        guard case .ask(.index, .rows(let request)) = effect else { return false }
        return request.kind == .person && request.expression == expression
      }, "\(asked)")
    // Themes are as they are.
    let themes = update(&fixture.state, .pressed("6"))
    #expect(
      themes.contains { effect in
        guard case .ask(.index, .rows(let request)) = effect else { return false }
        return request.kind == .theme && request.expression == .everything
      }, "\(themes)")
  }

  @Test func noCountOfBeforeStandsWhileItIsNarrowed() {
    var fixture = Fixture(width: 100, height: 12)
    fixture.press("j")
    #expect(fixture.text.contains(/Red Band +2 │/))
    _ = fixture.state.add(
      Filter(origin: .timeline, words: "siege", expression: .word("siege", isPrefix: false)))
    let asked = update(&fixture.state, .resized(Size(width: 100, height: 12)))
    #expect(fixture.text.contains("narrowing …") && fixture.text.contains("Red Band"))
    #expect(!fixture.text.contains(/Red Band +2 │/), "\(fixture.text)")
    // It can be stopped, and the next key asks again.
    _ = update(&fixture.state, .working(true))
    _ = update(&fixture.state, .pressed(.escape))
    #expect(fixture.text.contains("narrowing …"))
    let again = update(&fixture.state, .pressed("1"))
    for effect in asked where again.contains(effect) { fixture.answer(effect) }
    #expect(fixture.text.contains("narrowed · 1/1 of 2"), "\(fixture.text)")
  }

  @Test func movingMeanwhileCounts() {
    var fixture = Fixture()
    fixture.press("j")
    _ = fixture.state.add(
      Filter(origin: .timeline, words: "siege", expression: .word("siege", isPrefix: false)))
    _ = update(&fixture.state, .resized(Size(width: 120, height: 16)))
    let asked = update(&fixture.state, .pressed("j"))
    #expect(
      asked.contains { effect in
        guard case .ask(.index, .rows(let request)) = effect else { return false }
        return request.around == "blue-band"
      }, "\(asked)")
    for effect in asked { fixture.answer(effect) }
    #expect(fixture.state.panes.index.isOnAll, "the Blue Band has no part in it")
    fixture.press(.escape)
    #expect(fixture.state.panes.index.selected?.title == "Blue Band")
  }

  @Test func theMarksOfTheListNarrowItFurther() {
    var fixture = narrowed(by: "siege", "j", "x")
    #expect(fixture.text.contains("✓1 · 1/1 of 2"), "\(fixture.text)")
    fixture.press("X")
    #expect(fixture.state.panes.index.total == 0)
    #expect(fixture.text.contains("no groups in these events"))
    fixture.press(.escape, .escape)
    #expect(fixture.state.panes.index.total == 2)
  }

  @Test func nothingLeftSaysSo() {
    let fixture = narrowed(by: "nowhere")
    #expect(fixture.state.panes.index.total == 0 && fixture.state.panes.index.isOnAll)
    #expect(fixture.text.contains("no groups in these events"))
    #expect(fixture.text.contains("narrowed · 0 of 2"))
  }

  @Test func goingBackGoesToTheListAsItWas() {
    var fixture = narrowed(by: "siege", "j")
    fixture.press(.enter, .escape)
    let before = fixture.text
    fixture.press("\\", .enter, .backspace)
    #expect(before.contains("narrowed") && !fixture.state.panes.index.isNarrowing)
  }

  @Test func aJumpToARecordIsFollowedInTheNarrowedList() {
    var fixture = narrowed(by: "siege", "3")
    #expect(fixture.state.panes.indexKind == .person)
    _ = fixture.state.go(to: .record("red-band"))
    fixture.act(.answered(.record, .dossier(Fixture.dossier("red-band"))))
    #expect(fixture.state.panes.indexKind == .group)
    #expect(fixture.state.panes.index.selected?.title == "Red Band")
  }

  @Test func theNextStartShowsTheNarrowedList() {
    for keys in [["j"], []] as [[Key]] {
      var fixture = Fixture(width: 100, height: 14)
      filter(&fixture, by: "siege")
      fixture.press("1")
      for key in keys { fixture.press(key) }
      let again = Fixture(width: 100, height: 14, Memory(session: fixture.state.session))
      #expect(again.text == fixture.text, "\(again.text)")
      #expect(again.state.panes.index.cursor == keys.count && again.text.contains(" of 2"))
      #expect(again.state.panes.events.scope == fixture.state.panes.events.scope)
    }
  }

  @Test func exportsAndPipesWriteWhatIsShown() {
    let fixture = narrowed(by: "siege", "1")
    var state = fixture.state
    _ = update(&state, .pressed("1"))
    #expect(state.shownList?.expression == .inEvents(.word("siege", isPrefix: true)))
  }

  @Test func itIsSpoken() {
    var fixture = narrowed(by: "siege", "1")
    fixture.press("1", "j")
    #expect(
      fixture.state.spoken.line
        == "Groups in events of siege, 1 of 2: 1 of 1: Red Band, 1 of 2 events")
  }

  @Test func bothCountsStandWhereThereIsRoom() {
    var fixture = narrowed(by: "siege", "1", width: 120)
    fixture.press("1")
    #expect(fixture.text.contains(/Red Band +1 │/))
    fixture.press("z")
    #expect(fixture.text.contains(/Red Band +1 of 2\n/), "\(fixture.text)")
    // The events, over which the filters show, are not on the screen.
    #expect(fixture.text.contains(" 1 Groups [siege]") && fixture.text.contains(" 1 of 2\n"))
  }
}
