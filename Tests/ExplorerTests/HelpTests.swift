import Canvas
import Testing

@testable import Explorer

@Suite struct HelpOverlayTests {
  private func rows(_ fixture: Fixture) -> [String] {
    fixture.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands under the marks of a search.
  private func marked(_ fixture: Fixture) -> [String] {
    let frame = view(fixture.state)
    return (0..<frame.size.height).flatMap { row in
      String(
        frame.row(row).map { $0.style.marks.contains(.match) ? $0.grapheme ?? " " : "\0" }
      ).split(separator: "\0").map(String.init)
    }
  }

  @Test func theKeysOfThePaneItWasCalledInStandFirst() {
    var fixture = Fixture(width: 100, height: 30)
    fixture.press("?")
    #expect(rows(fixture)[3] == " In the lists" && rows(fixture).contains(" Everywhere"))
    fixture.press("q")
    fixture.press("2", .enter, "c", "?")
    #expect(rows(fixture)[3] == " In the reader")
  }

  @Test func wordsNarrowItAndAreMarked() {
    var fixture = Fixture(width: 100, height: 30)
    fixture.press("?", "/")
    fixture.type("half page")
    #expect(marked(fixture) == ["half", "page", "half", "page"])
    #expect(rows(fixture).filter { $0.contains("half a page") }.count == 2)
    #expect(!fixture.text.contains("In the reader") && fixture.text.contains("2 of "))
    fixture.press(.escape)
    #expect(fixture.text.contains("one row down"))
    #expect(fixture.state.overlay != nil, "Esc shows all keys first")
    fixture.press("q")
    #expect(fixture.state.overlay == nil)
  }

  @Test func aKeyIsFoundByItself() {
    var fixture = Fixture(width: 100, height: 30)
    fixture.press("?", "/")
    fixture.type("C-d")
    #expect(fixture.selectedText == "C-d half a page down")
    #expect(marked(fixture).first == "C-d", "its letters may begin words of another row too")
    fixture.press(.control("u"))
    fixture.type("gg")
    #expect(fixture.text.contains("to the first row") && marked(fixture) == ["g g"])
    fixture.press(.control("u"))
    fixture.type("qwertz")
    #expect(fixture.text.contains("no key does that"))
  }

  @Test func nAndNGoFromOneRowFoundToTheNext() {
    var fixture = Fixture(width: 100, height: 30)
    fixture.press("?", "/")
    fixture.type("half page")
    fixture.press(.enter)
    #expect(fixture.selectedText == "C-d half a page down")
    fixture.press("n")
    #expect(fixture.selectedText == "C-u half a page up")
    fixture.press("n", "N")
    #expect(fixture.selectedText == "C-u half a page up", "round and back")
  }

  @Test func itScrollsAsListsDo() {
    var fixture = Fixture(width: 80, height: 24)
    fixture.press("?")
    let first = rows(fixture)[3]
    fixture.press("j", "j")
    #expect(rows(fixture)[3] != first)
    fixture.press("G", "k", .home)
    #expect(rows(fixture)[3] == first)
  }

  @Test func aWideScreenHasTwoColumns() {
    var fixture = Fixture(width: 170, height: 40)
    fixture.press("?")
    #expect(fixture.text.contains("one row down") && fixture.text.contains("In the reader"))
  }

  @Test(arguments: [(24, 6), (40, 10), (159, 7), (160, 7), (2, 2)])
  func itIsDrawnAtAnySize(_ width: Int, _ height: Int) {
    var fixture = Fixture(width: width, height: height)
    for keys: [Key] in [["?"], ["/", "a"], [.enter, "n", "N", "G"], [.escape, "j"]] {
      for key in keys { fixture.press(key) }
      #expect(view(fixture.state).size == Size(width: width, height: height))
    }
  }
}

@Suite struct PendingKeysTests {
  @Test func whatFollowsStandsInTheLineWhereItFits() {
    var fixture = Fixture(width: 200, height: 16)
    fixture.press("g")
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[15].hasPrefix(" g  g to the first row  ! "))
    #expect(!fixture.text.contains("───"))
  }

  @Test func elseAllOfItStandsInABox() {
    var fixture = Fixture(width: 60, height: 16)
    let words = fixture.state.keymap.continuations(of: ["g"], in: .lists).map(\.binding.help)
    fixture.press("g")
    #expect(fixture.text.contains("───"))
    for help in words { #expect(fixture.text.contains(help), "\(help)") }
    fixture.press(.escape)
    #expect(!fixture.text.contains("───"))
  }

  @Test func onlyWhatHoldsInThePaneIsShown() {
    let keymap = Keymap.standard(with: [
      KeyRule(scope: "reader", command: "find", keys: [["g", "f"]])
    ]).keymap
    #expect(keymap.continuations(of: ["g"], in: .reader).contains { $0.binding.command == .find })
    #expect(!keymap.continuations(of: ["g"], in: .lists).contains { $0.binding.command == .find })
  }

  @Test(arguments: [(24, 6), (40, 10), (30, 7), (3, 1)])
  func theBoxIsDrawnAtAnySize(_ width: Int, _ height: Int) {
    var fixture = Fixture(width: width, height: height)
    fixture.press("g")
    #expect(view(fixture.state).size == Size(width: width, height: height))
  }
}
