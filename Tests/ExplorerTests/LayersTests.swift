import Canvas
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

extension Fixture {
  /// The screen without its last line, on which notices stand.
  var body: String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "\n")
  }

  /// A screen of 100 columns and 24 rows after some keys.
  static func opened(_ keys: String) -> Fixture {
    var fixture = Fixture(width: 100, height: 24)
    for key in Key.typed(keys) { fixture.press(key) }
    return fixture
  }
}

/// What is shown over a view lies over it, and leaves it as it was.
@Suite struct LayersTests {
  /// Every view, by keys that change something in it.
  static let views = [
    "T v l", "M +", "j N j", "2 v", "V", "2 ! Tab", "g ! j", "5 Esc 2 Enter c r", "2 Enter c Enter",
    "F", "2 e j",
  ]

  // MARK: Over a view

  @Test(arguments: views) func whatLiesOverAViewGoesAndLeavesItAsItWas(_ keys: String) {
    var fixture = Fixture.opened(keys)
    let (before, screen) = (fixture.state, fixture.body)
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
      #expect(fixture.state.panes == before.panes && fixture.body == screen)
    }
  }

  @Test func aSpanThatWasBegunIsStillThereAfterHelp() throws {
    var fixture = Fixture.opened("T v l")
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
    var fixture = Fixture.opened("M")
    let mark = (fixture.state.overlay?.part as? MapOverlay)?.selected
    fixture.press(":")
    fixture.type("zoo")
    #expect(fixture.text.contains(" Map  All events") && fixture.text.contains(":zoo"))
    fixture.press(.escape)
    #expect(mark != nil && (fixture.state.overlay?.part as? MapOverlay)?.selected == mark)
  }

  @Test(arguments: views) func helpHasTheKeysOfTheView(_ keys: String) throws {
    let fixture = Fixture.opened(keys)
    let guide = try #require(fixture.state.overlay?.part.guide)
    let all = guide.rows.flatMap(\.keys)
    #expect(Set(all).count == all.count, "no key does two things")
    let help = guide.help(fixture.state.keymap, others: fixture.state.commandsOverView)
    #expect(help.flatMap(\.keys).count == Set(help.flatMap(\.keys)).count)
    #expect(help.contains { $0.command == .close })
    for row in help { #expect(row.help.count <= 52 && !row.keys.isEmpty, "\(row.help)") }
  }

  @Test(arguments: views) func qClosesTheTopAndQLeavesTheProgram(_ keys: String) {
    var fixture = Fixture.opened(keys)
    fixture.press("Q")
    #expect(fixture.effects.last == .quit)
    fixture = Fixture.opened(keys)
    fixture.press(.function(1), "Q")
    #expect(fixture.effects.last == .quit)
    fixture = Fixture.opened(keys)
    fixture.press(.function(1), "q")
    #expect(fixture.state.overlays.count == 1)
    fixture.press("q")
    #expect(fixture.state.overlays.isEmpty)
  }

  @Test(arguments: ["T", "M", "j N", "V", "g !", "F"]) func itsOwnKeyClosesAView(_ keys: String) {
    var fixture = Fixture.opened(keys)
    #expect(fixture.state.overlays.count == 1)
    // Of g ! the key of a record's list will do.
    fixture.press(Key.typed(keys).last ?? "q")
    #expect(fixture.state.overlays.isEmpty)
  }

  // Where letters are typed, `:` and `?` are letters.
  @Test(arguments: ["/", "T d", "j N a", "d", "a", "\\", "2 e Enter", "V F1 /", "|"])
  func wherePeopleTypeNothingOpens(_ keys: String) {
    var fixture = Fixture.opened(keys)
    let count = fixture.state.overlays.count
    for key: Key in [":", "?", "Q"] {
      fixture.press(key)
      #expect(fixture.state.overlays.count == count)
    }
    #expect(!fixture.effects.contains(.quit))
  }

  @Test func viewsLieOverEachOtherAndNoneTwice() {
    var fixture = Fixture.opened("T v l")
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

  // MARK: Aloud

  @Test func whatLiesOnTopIsToldAndThenWhatLayBelow() {
    var fixture = Fixture.opened("T v l")
    var before = fixture.state
    fixture.press("?")
    #expect(linearText(before: before, after: fixture.state).first?.hasPrefix("Keys") == true)
    #expect(linearPage(fixture.state).contains("In the timeline"))
    before = fixture.state
    fixture.press("q")
    #expect(linearText(before: before, after: fixture.state).first?.hasPrefix("Timeline") == true)
    fixture = Fixture.opened("j N c")
    before = fixture.state
    fixture.press(.backspace)
    #expect(
      linearText(before: before, after: fixture.state).first?.hasPrefix("Network · Red Band")
        == true)
  }
}
