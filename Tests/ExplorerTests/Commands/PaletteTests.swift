import Canvas
import Testing

@testable import Explorer

@Suite struct PaletteTests {
  private static func found(_ fixture: Fixture) -> [String] {
    (fixture.state.overlay?.part as? PaletteOverlay)?.found.map(\.name) ?? []
  }

  @Test func everyCommandIsThereByItsName() {
    var fixture = Fixture()
    fixture.press(.control("p"))
    let names = Set(Self.found(fixture))
    for command in Command.allCases where command != .palette {
      #expect(names.contains(command.name), "\(command)")
    }
    fixture.press(.escape, .alt("x"))
    #expect(!Self.found(fixture).isEmpty)
  }

  static let searches: [(String, String)] = [
    ("zoom", "zoom"), ("hpd", "half-page-down"), ("page down", "page-down"),
    ("down half", "half-page-down"), ("DATE", "date"), ("sources differ", "rivals"),
    ("spreadsheet csv", ""), ("quit", "quit"),
  ]

  @Test(arguments: searches) func itIsFoundBy(_ text: String, _ name: String) {
    var fixture = Fixture()
    fixture.press(.control("p"))
    fixture.type(text)
    #expect(Self.found(fixture).first ?? "" == name, "\(Self.found(fixture))")
  }

  @Test func enterRunsInThePaneFromWhichItWasCalled() {
    var fixture = Fixture()
    fixture.press("2", .control("p"))
    fixture.type("zoom")
    fixture.press(.enter)
    #expect(fixture.state.isZoomed && fixture.state.overlay == nil)
    #expect(fixture.state.focus == .events)
  }

  @Test func whatIsOfAnotherPaneSaysSo() {
    var fixture = Fixture(width: 100, height: 20)
    fixture.press(.control("p"))
    fixture.type("next-citation")
    #expect(fixture.text.contains("only in the reader: next citation"))
    fixture.press(.enter)
    #expect(fixture.text.contains("next-citation is for use in the reader"))
  }

  @Test func whatWantsMoreIsTypedOn() {
    var fixture = Fixture()
    fixture.press(.control("p"))
    fixture.type("set")
    fixture.press(.enter)
    #expect((fixture.state.overlay?.part as? CommandOverlay)?.editor.text == "set ")
  }

  @Test(arguments: [(24, 6), (40, 10), (200, 60), (3, 3)])
  func itIsDrawnAtAnySize(_ width: Int, _ height: Int) {
    var fixture = Fixture(width: width, height: height)
    fixture.press(.control("p"))
    for _ in 0..<100 { fixture.press(.down) }
    #expect(view(fixture.state).size == Size(width: width, height: height))
    fixture.type("zzzz")
    fixture.press(.enter)
    #expect(view(fixture.state).size == Size(width: width, height: height))
  }
}
