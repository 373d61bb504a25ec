import Canvas
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

/// Commands, prompts and copies that are asked for over a view.
@Suite struct LayerCommandsTests {
  private func run(_ command: String, over keys: String) -> Fixture {
    var fixture = Fixture.opened(keys)
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
    fixture = Fixture.opened("T l")
    #expect(fixture.state.overlays == moved)
  }

  @Test(arguments: ["sources", "events", "open siege", "filter tal", "date 2020-06"])
  func aCommandOfThePanesLeavesTheViewAndBackComesToIt(_ command: String) {
    let before = Fixture.opened("M +")
    var fixture = run(command, over: "M +")
    #expect(fixture.state.overlays.isEmpty, "\(fixture.text)")
    fixture.press(.backspace)
    #expect(fixture.state.overlays == before.state.overlays)
    #expect(fixture.state.panes == before.state.panes && fixture.state.focus == .index)
  }

  @Test func aRecordMarkedOrAPaneZoomedFromAViewIsSeen() {
    for (command, keys) in [("review", "j M"), ("zoom", "T v")] {
      let before = Fixture.opened(keys)
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
    let before = Fixture.opened("M +")
    let fixture = run(command, over: "M +")
    #expect(fixture.state.overlays == before.state.overlays)
    #expect(fixture.state.panes == before.state.panes && fixture.state.notice != nil)
  }

  @Test func aPromptFromOverAViewActsWhenItIsDone() {
    var fixture = Fixture.opened("M")
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
    var fixture = Fixture.opened("j N")
    fixture.press(.control("p"))
    fixture.type("citations")
    #expect(fixture.selectedText.contains("to the passage that the edge rests on"))
    fixture.press(.escape, ":")
    fixture.type("citations")
    let choices = (fixture.state.overlay?.part as? CommandOverlay)?.completion.choices
    #expect(choices?.first?.help == "to the passage that the edge rests on")
  }

  @Test func aFactOfAListIsCopied() {
    var fixture = Fixture.opened("V")
    let before = fixture.state.overlays
    fixture.press("y")
    #expect(fixture.text.contains("citation") && fixture.text.contains("Rival values"))
    fixture.press("i")
    #expect(fixture.effects.last == .copy("siege/killed.1", as: "the id"))
    #expect(fixture.state.overlays == before)
    fixture.press("y", "r")
    #expect(fixture.state.notice?.text.contains("not known what kind") == true)
    fixture = Fixture.opened("j N y")
    fixture.press("t")
    #expect(fixture.effects.last == .copy("Red Band pledged to Blue Band", as: "the title"))
    fixture = Fixture.opened("M y")
    #expect(fixture.state.overlays.count == 1)
  }

  @Test(arguments: ["T", "M"]) func theEventsOfAViewAreExportedAndPiped(_ view: String) {
    var fixture = Fixture.opened(view)
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
}
