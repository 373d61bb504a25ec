import Canvas
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

/// What is shown over a view lies over it; the way back brings the view, as it was.
@Suite struct LayersTests {
  /// The screen without its last line, on which notices stand.
  private func body(_ fixture: Fixture) -> String {
    fixture.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "\n")
  }

  private func opened(_ keys: String) -> Fixture {
    var fixture = Fixture(width: 100, height: 24)
    for key in Key.typed(keys) { fixture.press(key) }
    return fixture
  }

  /// Every view, by keys that change something in it.
  static let views = [
    "T v l", "M +", "j N j", "2 v", "V", "2 ! Tab", "g ! j", "5 Esc 2 Enter c r", "2 Enter c Enter",
    "F", "2 e j",
  ]

  // MARK: Over a view

  @Test(arguments: views) func whatLiesOverAViewGoesAndLeavesItAsItWas(_ keys: String) {
    var fixture = opened(keys)
    let (before, screen) = (fixture.state, body(fixture))
    #expect(before.overlays.count == 1)
    for (opening, closing): ([Key], Key) in [
      (["?"], "q"), ([.function(1)], .escape), ([.function(1), "j", "/", "q"], .escape),
      ([":"], .escape), ([":", "m", .tab], .escape), ([.control("p")], .escape),
      ([.control("p"), "x", .down], .control("g")), ([":"], .backspace),
    ] {
      for key in opening { fixture.press(key) }
      #expect(fixture.state.overlays.count == 2, "\(keys): \(opening)")
      #expect(fixture.state.overlays.first == before.overlays.first)
      fixture.press(closing)
      if fixture.state.overlays.count == 2 { fixture.press("q") }
      #expect(fixture.state.overlays == before.overlays, "\(keys): \(opening)")
      #expect(fixture.state.panes == before.panes && body(fixture) == screen)
    }
  }

  @Test func aSpanThatWasBegunIsStillThereAfterHelp() throws {
    var fixture = opened("T v l")
    let span = (fixture.state.overlay?.part as? TimelineOverlay)?.span
    fixture.press("?")
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1].contains("those of the timeline first") && rows[3] == " In the timeline")
    #expect(fixture.text.contains("begin a span at the bar"))
    fixture.press("?")
    let timeline = try #require(fixture.state.overlay?.part as? TimelineOverlay)
    #expect(timeline.span == span && timeline.anchor != nil)
    fixture.press(.enter)
    #expect(fixture.state.panes.events.filters.count == 1)
  }

  @Test func theMapIsSeenAboveTheCommandLine() {
    var fixture = opened("M")
    let mark = (fixture.state.overlay?.part as? MapOverlay)?.selected
    fixture.press(":")
    fixture.type("zoo")
    #expect(fixture.text.contains(" Map  All events") && fixture.text.contains(":zoo"))
    fixture.press(.escape)
    #expect(mark != nil && (fixture.state.overlay?.part as? MapOverlay)?.selected == mark)
  }

  @Test(arguments: views) func helpHasTheKeysOfTheView(_ keys: String) throws {
    let fixture = opened(keys)
    let guide = try #require(fixture.state.overlay?.part.guide)
    let all = guide.rows.flatMap(\.keys)
    #expect(Set(all).count == all.count, "no key does two things")
    let help = guide.help(fixture.state.keymap, others: fixture.state.commandsOverView)
    #expect(help.flatMap(\.keys).count == Set(help.flatMap(\.keys)).count)
    #expect(help.contains { $0.command == .close })
    for row in help { #expect(row.help.count <= 52 && !row.keys.isEmpty, "\(row.help)") }
  }

  @Test(arguments: views) func qClosesTheTopAndQLeavesTheProgram(_ keys: String) {
    var fixture = opened(keys)
    fixture.press("Q")
    #expect(fixture.effects.last == .quit)
    fixture = opened(keys)
    fixture.press(.function(1), "Q")
    #expect(fixture.effects.last == .quit)
    fixture = opened(keys)
    fixture.press(.function(1), "q")
    #expect(fixture.state.overlays.count == 1)
    fixture.press("q")
    #expect(fixture.state.overlays.isEmpty)
  }

  @Test(arguments: ["T", "M", "j N", "V", "g !", "F"]) func itsOwnKeyClosesAView(_ keys: String) {
    var fixture = opened(keys)
    #expect(fixture.state.overlays.count == 1)
    // Of g ! the key of a record's list will do.
    fixture.press(Key.typed(keys).last ?? "q")
    #expect(fixture.state.overlays.isEmpty)
  }

  // Where letters are typed, `:` and `?` are letters.
  @Test(arguments: ["/", "T d", "j N a", "d", "a", "\\", "2 e Enter", "V F1 /", "|"])
  func wherePeopleTypeNothingOpens(_ keys: String) {
    var fixture = opened(keys)
    let count = fixture.state.overlays.count
    for key: Key in [":", "?", "Q"] {
      fixture.press(key)
      #expect(fixture.state.overlays.count == count)
    }
    #expect(!fixture.effects.contains(.quit))
  }

  @Test func viewsLieOverEachOtherAndNoneTwice() {
    var fixture = opened("T v l")
    let timeline = fixture.state.overlays
    for name in ["map", "all-rivals", "all-support", "searches"] {
      fixture.press(":")
      fixture.type(name)
      fixture.press(.enter)
    }
    #expect(fixture.state.overlays.count == 5)
    fixture.press(":")
    fixture.type("map")
    fixture.press(.enter)
    #expect(fixture.state.overlays.count == 5 && fixture.state.overlay?.part is MapOverlay)
    for count in (1...4).reversed() {
      fixture.press("q")
      #expect(fixture.state.overlays.count == count)
    }
    #expect(fixture.state.overlays == timeline)
    // Help over a view that was opened from help.
    fixture.press("?", ":")
    fixture.type("map")
    fixture.press(.enter, "?", "q")
    #expect(fixture.state.overlay?.part is MapOverlay)
    fixture.press("q")
    #expect(fixture.state.overlays == timeline)
  }

  // MARK: Commands

  private func run(_ command: String, over keys: String) -> Fixture {
    var fixture = opened(keys)
    fixture.press(":")
    fixture.type(command)
    fixture.press(.enter)
    return fixture
  }

  @Test func aCommandActsAsItsKeyWouldInTheView() {
    var fixture = run("citations", over: "j N")
    #expect(fixture.state.overlays.isEmpty && fixture.state.focus == .reader)
    fixture = run("next-citation", over: "j N")
    #expect(fixture.text.contains("citation 2 of 2") && fixture.state.overlays.count == 1)
    fixture = run("close", over: "M")
    #expect(fixture.state.overlays.isEmpty && fixture.state.focus == .index)
    fixture = run("next-pane", over: "T")
    let moved = fixture.state.overlays
    fixture = opened("T l")
    #expect(fixture.state.overlays == moved)
  }

  @Test(arguments: ["sources", "events", "open siege", "filter tal", "date 2020-06"])
  func aCommandOfThePanesLeavesTheViewAndBackComesToIt(_ command: String) {
    let before = opened("M +")
    var fixture = run(command, over: "M +")
    #expect(fixture.state.overlays.isEmpty, "\(fixture.text)")
    fixture.press(.backspace)
    #expect(fixture.state.overlays == before.state.overlays)
    #expect(fixture.state.panes == before.state.panes && fixture.state.focus == .index)
  }

  @Test func aRecordMarkedOrAPaneZoomedFromAViewIsSeen() {
    for (command, keys) in [("review", "j M"), ("zoom", "T v")] {
      let before = opened(keys)
      var fixture = run(command, over: keys)
      #expect(fixture.state.overlays.isEmpty, "\(command)")
      #expect(fixture.state.isZoomed || fixture.state.reviewed.contains("red-band"))
      fixture.press(.backspace)
      #expect(
        fixture.state.overlays.map { "\(type(of: $0.part))" }
          == before.state.overlays.map { "\(type(of: $0.part))" })
    }
  }

  @Test(arguments: ["toggle-text", "next-citation", "next-hit", "row", "copy", "hints", "forward"])
  func aCommandThatCannotWorkSaysSoAndTheViewStays(_ command: String) {
    let before = opened("M +")
    let fixture = run(command, over: "M +")
    #expect(fixture.state.overlays == before.state.overlays)
    #expect(fixture.state.panes == before.state.panes && fixture.state.notice != nil)
  }

  @Test func aPromptFromOverAViewActsWhenItIsDone() {
    var fixture = opened("M")
    fixture.press(.control("p"))
    fixture.type("filter")
    fixture.press(.enter)
    #expect(fixture.state.overlays.count == 2 && fixture.text.contains(" Map  All events"))
    fixture.type("tal")
    fixture.press(.enter)
    #expect(fixture.state.overlays.isEmpty && fixture.state.panes.events.filters.count == 1)
    fixture.press(.backspace)
    #expect(fixture.state.overlay?.part is MapOverlay)
    #expect(fixture.state.panes.events.filters.isEmpty)
  }

  @Test func theViewsOwnCommandsAreNamedFirst() {
    var fixture = opened("j N")
    fixture.press(.control("p"))
    fixture.type("citations")
    #expect(fixture.selectedText.contains("to the passage that the edge rests on"))
    fixture.press(.escape, ":")
    fixture.type("citations")
    let choices = (fixture.state.overlay?.part as? CommandOverlay)?.completion.choices
    #expect(choices?.first?.help == "to the passage that the edge rests on")
  }

  @Test func aFactOfAListIsCopied() {
    var fixture = opened("V")
    let before = fixture.state.overlays
    fixture.press("y")
    #expect(fixture.text.contains("citation") && fixture.text.contains("Rival values"))
    fixture.press("i")
    #expect(fixture.effects.last == .copy("siege/killed.1", as: "the id"))
    #expect(fixture.state.overlays == before)
    fixture.press("y", "r")
    #expect(fixture.state.notice?.text.contains("not known what kind") == true)
    fixture = opened("j N y")
    fixture.press("t")
    #expect(fixture.effects.last == .copy("Red Band pledged to Blue Band", as: "the title"))
    fixture = opened("M y")
    #expect(fixture.state.overlays.count == 1)
  }

  @Test(arguments: ["T", "M"]) func theEventsOfAViewAreExportedAndPiped(_ view: String) {
    var fixture = opened(view)
    let before = fixture.state.overlays
    fixture.press("e")
    #expect(fixture.state.overlays.count == 2 && fixture.text.contains(" Export  "))
    #expect(fixture.text.lowercased().contains("export  all events"))
    fixture.press(.enter, .enter)
    guard case .export(let request)? = fixture.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(request.kinds == [.event] && request.format == "csv")
    #expect(fixture.state.overlays == before)
    fixture.press("|")
    fixture.type("wc -l")
    fixture.press(.enter)
    #expect(fixture.state.overlays == before)
    if case .pipe(let pipe)? = fixture.effects.last { #expect(pipe.command == "wc -l") }
    fixture = run("export csv x.csv", over: view)
    guard case .export(let typed)? = fixture.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(typed.kinds == [.event] && fixture.state.overlays == before)
    fixture = run("export csv x.csv", over: "V")
    #expect(fixture.state.notice?.text.hasPrefix("export writes a list") == true)
    #expect(fixture.state.overlays.count == 1)
  }

  // MARK: Back and forward

  @Test(arguments: [
    ("T v l", "Enter"), ("M +", "Enter"), ("M", "v"), ("j N j", "c"), ("j N", "o"), ("j N j", "O"),
    ("V", "Enter"), ("2 v", "c"), ("2 ! Tab", "Enter"), ("g ! j", "c"),
    ("2 Enter c r j", "Enter"), ("2 Enter c Enter", "Enter"), ("V", "f a"),
  ])
  func backBringsTheViewThatWasLeftAndForwardGoesOn(_ keys: String, _ leaving: String) {
    var fixture = opened(keys)
    let (before, screen) = (fixture.state, body(fixture))
    for key in Key.typed(leaving) { fixture.press(key) }
    #expect(fixture.state.overlays.isEmpty)
    fixture.state.notice = nil
    let there = (fixture.state, fixture.text)
    fixture.press(.backspace)
    #expect(fixture.state.overlays == before.overlays && fixture.state.panes == before.panes)
    #expect(fixture.state.focus == before.focus && body(fixture) == screen)
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
    #expect(fixture.state.overlays == before.overlays && body(fixture) == screen)
  }

  @Test func aSearchComesBackWithItsHitsAndBackspaceGoesOnUntilSomethingIsTyped() {
    var fixture = opened("2 j Enter / t a l")
    let screen = body(fixture)
    fixture.press(.enter)
    #expect(fixture.state.overlays.isEmpty)
    fixture.press(.backspace)
    #expect(body(fixture) == screen && fixture.text.contains("Backspace back"))
    fixture.press("k", .backspace)
    #expect((fixture.state.overlay?.part as? SearchOverlay)?.editor.text == "tal")
    fixture = opened("2 j Enter / t a l Enter Backspace Backspace")
    #expect(fixture.state.overlays.isEmpty && fixture.state.focus == .events)
  }

  @Test func aSavedSearchLiesOverTheList() {
    var fixture = opened("/ t a l C-o Enter Esc F")
    let list = fixture.text
    fixture.press(.enter)
    #expect(fixture.state.overlays.count == 2 && fixture.text.contains("Talk of unknown date"))
    fixture.press(.escape)
    #expect(fixture.text == list && fixture.text.contains("1 hit"))
  }

  @Test func aMarkedPlaceIsGoneToFromAViewAndBackComesToTheView() {
    var fixture = opened("m a j M")
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
    var fixture = opened("2")
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
    var fixture = opened("j")
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
    var fixture = opened("T")
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
    var fixture = opened("V Enter")
    // The values of this record are asked for, and left before they come.
    #expect(asks(update(&fixture.state, .pressed("v")), .rivals))
    _ = update(&fixture.state, .pressed("q"))
    let back = update(&fixture.state, .pressed(.backspace))
    #expect(back.contains(.cancel(.rivals)) && !asks(back, .rivals), "what it has it keeps")
    #expect(fixture.state.overlay?.part is RivalsOverlay)
    #expect(fixture.text.contains("1 question"))
  }

  @Test func whatWasStoppedIsAskedAgainWithTheNextKey() {
    var fixture = opened("j")
    _ = update(&fixture.state, .pressed("N"))
    _ = update(&fixture.state, .working(true))
    _ = update(&fixture.state, .pressed(.escape))
    #expect(fixture.state.overlays.count == 1)
    #expect(asks(update(&fixture.state, .pressed("j")), .network))
  }

  @Test func nothingOfAnotherDayOrOfFormerFilesComesBack() {
    var fixture = opened("2 V Enter")
    fixture.press("a")
    fixture.type("2021-06")
    fixture.press(.enter, .backspace)
    #expect(fixture.state.overlays.isEmpty)
    fixture = opened("2 V Enter")
    fixture.act(.reloaded)
    fixture.press(.backspace)
    #expect(fixture.state.overlays.isEmpty && fixture.state.focus == .events)
    fixture = opened("T")
    fixture.act(.reloaded)
    #expect(fixture.state.overlays.isEmpty)
  }

  @Test func aViewOfWhatIsNotReviewedGoesWhenTheMarksHaveChanged() {
    var fixture = opened("2 X M n Enter")
    #expect(fixture.state.overlays.isEmpty)
    var unchanged = fixture
    unchanged.press(.backspace)
    #expect(unchanged.state.overlay?.part is MapOverlay)
    fixture.press("x", .backspace)
    #expect(fixture.state.overlays.isEmpty && fixture.state.panes.events.filters.count == 1)
  }

  @Test func theOutlinesReachAMapBelow() {
    var fixture = opened("M ?")
    #expect((fixture.state.overlays.first?.part as? MapOverlay)?.outlines == nil)
    fixture.act(.outlines(MapOutlines()))
    #expect((fixture.state.overlays.first?.part as? MapOverlay)?.outlines != nil)
  }

  // MARK: Aloud

  @Test func whatLiesOnTopIsToldAndThenWhatLayBelow() {
    var fixture = opened("T v l")
    var before = fixture.state
    fixture.press("?")
    #expect(linearText(before: before, after: fixture.state).first?.hasPrefix("Keys") == true)
    #expect(linearPage(fixture.state).contains("In the timeline"))
    before = fixture.state
    fixture.press("q")
    #expect(linearText(before: before, after: fixture.state).first?.hasPrefix("Timeline") == true)
    fixture = opened("j N c")
    before = fixture.state
    fixture.press(.backspace)
    #expect(
      linearText(before: before, after: fixture.state).first?.hasPrefix("Network · Red Band")
        == true)
  }
}
