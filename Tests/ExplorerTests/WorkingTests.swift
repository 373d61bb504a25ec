import Canvas
import Query
import Testing

@testable import Explorer

/// A store that does not answer yet: questions stay in `effects`.
@Suite struct WorkingTests {
  private func slow() -> Fixture {
    var fixture = Fixture(width: 100, height: 14)
    // The question for the group's events is asked, and not answered.
    _ = update(&fixture.state, .pressed("j"))
    return fixture
  }

  @Test func whatTakesLongSaysSoAndAnAnswerEndsThat() {
    var fixture = slow()
    _ = update(&fixture.state, .working(true))
    #expect(fixture.text.hasSuffix(" working · Esc stops"))
    _ = update(&fixture.state, .working(false))
    #expect(!fixture.text.contains("working"))
  }

  @Test func escStopsEveryQuestionAndTheNextKeyAsksAgain() {
    var fixture = slow()
    _ = update(&fixture.state, .working(true))
    let effects = update(&fixture.state, .pressed(.escape))
    #expect(effects == Slot.questions.map(Effect.cancel) + [.cancel(.reload)])
    for effect in effects {
      guard case .cancel(let slot) = effect else {
        Issue.record("asks: \(effect)")
        continue
      }
      #expect(slot != .export)
    }
    #expect(!fixture.state.isWorking && fixture.text.contains("stopped"))
    // Nothing is asked for by itself, but by the next key.
    #expect(update(&fixture.state, .resized(Size(width: 90, height: 14))).isEmpty)
    let asked = update(&fixture.state, .pressed(.tab))
    #expect(
      asked.contains { if case .ask(.events, _) = $0 { true } else { false } }, "\(asked)")
  }

  /// The numbers in the header, and the record, are asked for by no pane.
  @Test func whatWasStoppedAsOfADayIsAskedAgain() {
    var fixture = Fixture(width: 100, height: 14)
    fixture.press("a")
    for key in "2030" { fixture.press(.character(key)) }
    let asked = update(&fixture.state, .pressed(.enter))
    #expect(asked.contains { if case .ask(.overview, .known) = $0 { true } else { false } })
    _ = update(&fixture.state, .working(true))
    _ = update(&fixture.state, .pressed(.escape))
    let again = update(&fixture.state, .pressed("?"))
    #expect(again.contains { if case .ask(.overview, .known) = $0 { true } else { false } })
  }

  @Test func escStopsTheReadingOfFilesAndWhatWasReadStays() {
    var fixture = Fixture(width: 100, height: 14)
    #expect(update(&fixture.state, .pressed(.function(5))) == [.reload])
    _ = update(&fixture.state, .working(true))
    let before = fixture.state.panes.events.total
    #expect(update(&fixture.state, .pressed(.escape)).contains(.cancel(.reload)))
    #expect(fixture.text.contains("the reading was stopped; what was read before stays"))
    #expect(fixture.state.panes.events.total == before)
    // After an editor the files are read, too, and what keeps them from it is told.
    #expect(update(&fixture.state, .edited) == [.reload])
    _ = update(&fixture.state, .notRead("the folder cannot be read"))
    #expect(fixture.text.contains("the folder cannot be read"))
    _ = update(&fixture.state, .working(true))
    _ = update(&fixture.state, .pressed(.escape))
    #expect(fixture.text.contains("stopped; the next key asks again"))
  }

  @Test func keysActWhileItWorks() {
    var fixture = slow()
    _ = update(&fixture.state, .working(true))
    _ = update(&fixture.state, .pressed("?"))
    #expect(fixture.text.contains("Everywhere"))
    // Esc stops first, and closes then.
    _ = update(&fixture.state, .pressed(.escape))
    #expect(fixture.state.overlay != nil)
    _ = update(&fixture.state, .pressed(.escape))
    #expect(fixture.state.overlay == nil)
  }
}
