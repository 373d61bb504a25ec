import Canvas
import Testing

@testable import Terminal

@Suite struct KeyboardTests {
  @Test(arguments: [
    (0x09 as UInt32, Key.tab), (0x0D, .enter), (0x0A, .enter), (0x7F, .backspace),
    (0x08, .backspace),
    (0x03, .control("c")), (0x0F, .control("o")), (0x1A, .control("z")), (0x1B, .escape),
    (0x6A, .character("j")), (0xE9, .character("é")), (0x1F600, .character("😀")),
  ])
  func characters(scalar: UInt32, key: Key) { #expect(Keyboard.key(scalar: scalar) == key) }

  @Test func whatIsNoCharacterIsNoKey() {
    #expect(Keyboard.key(scalar: 0) == nil)
    #expect(Keyboard.key(scalar: 0x1C) == nil)
    #expect(Keyboard.key(scalar: 0xD800) == nil)
    #expect(Keyboard.key(code: 99_999) == nil)
  }

  @Test func aSequenceNobodyDeclaredIsSwallowedWhole() {
    func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
    #expect(Keyboard.afterEscape(scalars("[99;5~j")) == .sequence(consumed: 6))
    #expect(Keyboard.afterEscape(scalars("[<0;3;4M")) == .sequence(consumed: 8))
    #expect(Keyboard.afterEscape(scalars("Oxj")) == .sequence(consumed: 2))
    #expect(Keyboard.afterEscape(scalars("x")) == .alt(.alt("x")))
    #expect(Keyboard.afterEscape([]) == .none)
    #expect(Keyboard.afterEscape(scalars("\u{1B}")) == .none)
  }
}

@Suite struct RunsTests {
  private func runs(_ old: String, _ new: String) -> [Range<Int>] {
    func cells(_ text: String) -> ArraySlice<Cell> {
      var frame = Frame(Size(width: 20, height: 1))
      frame.put(text, row: 0)
      return frame.row(0)
    }
    return Runs.changed(from: cells(old), to: cells(new))
  }

  @Test func onlyWhatDiffersIsSent() {
    #expect(runs("quetta", "quetta") == [])
    #expect(runs("quetta", "quella") == [3..<5])
    #expect(runs("a23456789012345b", "x23456789012345y") == [0..<1, 15..<16])
    #expect(runs("a234b", "x234y") == [0..<5])
  }

  @Test func rowsThatMovedAreNoticed() {
    func frame(_ rows: [String]) -> Frame {
      var frame = Frame(Size(width: 8, height: rows.count))
      for (row, text) in rows.enumerated() { frame.put(text, row: row) }
      return frame
    }
    let before = frame(["a", "b", "", "c"])
    #expect(Runs.haveMoved([0, 1], from: before, to: frame(["b", "x", "", "c"])))
    #expect(!Runs.haveMoved([0, 1], from: before, to: frame(["x", "", "", "c"])))
    #expect(!Runs.haveMoved([], from: before, to: before))
  }

  @Test func noRunBeginsInHalfOfAWideGrapheme() {
    #expect(runs("ab", "組") == [0..<2])
    #expect(runs("組a", "組b") == [2..<3])
  }
}

@Suite struct ColoursTests {
  @Test func withoutColoursEveryRoleThatMattersStaysApart() {
    let plain = Colours.look(of: .plain, inColour: false)
    for role in [Style.Role.title, .heading, .focus, .figure, .link, .key, .problem, .bar] {
      let look = Colours.look(of: Style(role), inColour: false)
      #expect(look.colour == nil)
      #expect(look.attributes != plain.attributes, "\(role)")
    }
    for marks in [Style.Marks.selected, .selectedElsewhere, .match, .cited] {
      #expect(Colours.look(of: Style(.plain, marks: marks), inColour: false) != plain)
    }
  }

  @Test func noColourIsYellowOrWhiteOnTheTerminalsOwnGround() {
    for role in Style.Role.allCases {
      let colour = Colours.look(of: Style(role), inColour: true).colour
      #expect(colour != 3 && colour != 7 && colour != 0, "\(role)")
    }
  }

  @Test func aGraphemeFillsTheCellsItWasGiven() {
    for (grapheme, columns) in [("a" as Character, 1), ("組", 2), ("é", 1), ("👨‍👩‍👧", 2), ("🇵🇰", 2)] {
      let pieces = Painter.pieces(of: grapheme, columns: columns)
      #expect((1...columns).contains(pieces.count), "\(grapheme)")
      #expect(pieces.allSatisfy { $0.last == 0 && $0.count <= 6 })
    }
  }
}
