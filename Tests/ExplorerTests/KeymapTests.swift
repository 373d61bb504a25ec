import Canvas
import Testing

@testable import Explorer

@Suite struct KeymapTests {
  @Test func noKeyMeansTwoThingsInOnePlace() {
    for scope in Scope.allCases {
      let keys = Keymap.standard.table.filter { $0.scope == scope }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(scope)")
    }
  }

  @Test func noSequenceBeginsWithAKeyOfItsOwn() {
    let all = Set(Keymap.standard.table.flatMap(\.keys))
    for keys in all where keys.count > 1 { #expect(!all.contains(Array(keys.prefix(1)))) }
  }

  @Test func aPendingKeyShowsWhatMayFollow() {
    var fixture = Fixture()
    fixture.press("g")
    #expect(fixture.text.contains("to the first row") && fixture.text.contains("places"))
    fixture.press("x")
    #expect(fixture.text.contains("g x does nothing here"))
    fixture.press("g", "s")
    #expect(fixture.text.contains("5 Sources"))
  }

  @Test func everyListIsOneKeyAway() {
    var fixture = Fixture()
    for (key, title) in [
      ("3", "3 People"), ("4", "4 Places"), ("5", "5 Sources"), ("1", "1 Groups"),
    ] {
      fixture.press(.character(Character(key)))
      #expect(fixture.state.focus == .index && fixture.text.contains(title))
    }
    fixture.press("2")
    #expect(fixture.state.focus == .events)
  }

  @Test func helpShowsTheLiveKeys() {
    var fixture = Fixture(width: 100, height: 110)
    fixture.press("?")
    for binding in Keymap.standard.table {
      #expect(fixture.text.contains(binding.help), "\(binding.help)")
    }
    fixture.press("q")
    #expect(fixture.state.overlay == nil && fixture.effects.isEmpty)
  }

  @Test func arrowsHomeEndAndPagesMoveLikeTheirLetters() {
    var fixture = Fixture()
    fixture.press(.right, .end)
    #expect(fixture.selectedText.contains("Talk"))
    fixture.press(.home)
    #expect(fixture.selectedText.contains("Attack"))
    fixture.press(.pageDown)
    #expect(fixture.selectedText.contains("Talk"))
    fixture.press(.pageUp, .down, .up, "G", "g", "g", .control("d"))
    #expect(fixture.selectedText.contains("Talk"))
  }
}
