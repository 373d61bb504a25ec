import Canvas
import Testing

@testable import Explorer

@Suite struct KeyRuleTests {
  private func fixture(_ rules: KeyRule...) -> Fixture {
    var settings = Settings()
    let (keymap, conflicts) = Keymap.standard(with: rules)
    #expect(conflicts.isEmpty)
    settings.keymap = keymap
    var fixture = Fixture(width: 120, height: 90)
    fixture.act(.configured(settings))
    return fixture
  }

  @Test func aNewKeyWorksAndStandsInHelpAndHints() {
    var fixture = fixture(
      KeyRule(scope: "everywhere", command: "date", keys: [["D"], ["g", "d"]]))
    #expect(fixture.text.contains("D date") && !fixture.text.contains("d date"))
    fixture.press("d")
    #expect(fixture.text.contains("d does nothing here"))
    fixture.press("g", "d")
    #expect(fixture.text.contains("Date"))
    fixture.press(.escape, "?")
    let row = fixture.text.split(separator: "\n").first { $0.contains("go to a date") }
    #expect(row?.contains("D  g d") == true && row?.contains("changed") == true)
    #expect(fixture.text.components(of: "changed") == 1)
  }

  @Test func aCommandOfEverywhereMayHaveAKeyInOnePane() {
    var fixture = fixture(KeyRule(scope: "lists", command: "zoom", keys: [["w"]]))
    fixture.press("w")
    #expect(fixture.state.isZoomed)
    fixture.press("z", .enter, "w")
    #expect(!fixture.state.isZoomed && fixture.text.contains("w does nothing here"))
  }

  @Test func aCommandWithoutAKeyIsStillFoundByName() {
    var fixture = fixture(KeyRule(scope: "everywhere", command: "zoom", keys: []))
    fixture.press("z")
    #expect(!fixture.state.isZoomed)
    fixture.press(":")
    fixture.type("zoom")
    fixture.press(.enter)
    #expect(fixture.state.isZoomed)
    fixture.press("?")
    #expect(fixture.text.contains("no key"))
  }

  @Test func controlCLeavesWhateverTheTableSays() {
    var fixture = fixture(KeyRule(scope: "everywhere", command: "quit", keys: []))
    fixture.press("/")
    #expect(update(&fixture.state, .pressed(.control("c"))) == [.quit])
    fixture = self.fixture(KeyRule(scope: "everywhere", command: "quit", keys: [["Y"]]))
    #expect(update(&fixture.state, .pressed("Y")) == [.quit])
  }

  @Test func redrawingFollowsItsKeyOverOverlaysButNotALetterThere() {
    var fixture = fixture(
      KeyRule(scope: "everywhere", command: "redraw", keys: [["w"], [.control("r")]]))
    fixture.press("/")
    #expect(update(&fixture.state, .pressed(.control("r"))) == [.redraw])
    #expect(update(&fixture.state, .pressed("w")) != [.redraw])
  }

  @Test func whoExchangesTwoKeysHasNoConflict() {
    let (keymap, conflicts) = Keymap.standard(with: [
      KeyRule(scope: "everywhere", command: "down", keys: [["k"]]),
      KeyRule(scope: "everywhere", command: "up", keys: [["j"]]),
    ])
    #expect(conflicts.isEmpty)
    #expect(keymap.command(for: ["j"], in: .record) == .up)
  }

  @Test func theStandardTableConflictsWithNothing() {
    let rules = Keymap.standard.rules.map(\.rule)
    let (keymap, conflicts) = Keymap.standard(with: rules)
    #expect(conflicts.isEmpty, "\(conflicts)")
    #expect(keymap == .standard)
  }

  @Test func theFirstListIsTheOneChosen() {
    var settings = Settings()
    settings.firstList = .sources
    var state = ExplorerState()
    _ = update(&state, .configured(settings))
    _ = update(&state, .started(Size(width: 80, height: 24)))
    #expect(view(state).text.contains("5 Sources"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
