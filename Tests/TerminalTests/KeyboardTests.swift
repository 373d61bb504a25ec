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
    var marked = frame(["c", "x", "", "c"])
    marked.mark(row: 0, .selected)
    #expect(Runs.haveMoved([0], from: before, to: marked))
  }

  @Test func noRunBeginsInHalfOfAWideGrapheme() {
    #expect(runs("ab", "組") == [0..<2])
    #expect(runs("組a", "組b") == [2..<3])
  }
}

@Suite struct MouseTests {
  private func read(_ text: String) -> (MouseEvent?, Int)? {
    Mouse.read(text.unicodeScalars.map(\.value)).map { ($0.event, $0.consumed) }
  }

  @Test(arguments: [
    ("[<0;3;4M", MouseEvent.Kind.pressed), ("[<0;3;4m", .released), ("[<32;3;4M", .dragged),
    ("[<64;3;4M", .wheelUp), ("[<65;3;4M", .wheelDown), ("[<16;3;4M", .pressed),
  ])
  func sequences(text: String, kind: MouseEvent.Kind) throws {
    let (event, consumed) = try #require(read(text + "j"))
    #expect(event == MouseEvent(kind, row: 3, column: 2))
    #expect(consumed == text.count)
  }

  @Test(arguments: ["[<2;3;4M", "[<35;3;4M", "[<66;1;1M", "[<0;0;4M", "[<0;3;0M"])
  func whatIsOfNoUseIsTakenAndDropped(text: String) throws {
    let (event, consumed) = try #require(read(text))
    #expect(event == nil && consumed == text.count)
  }

  @Test(arguments: [
    "[<0;3M", "[<0;3;4", "[<;;M", "[<0;3;4;5M", "[0;3;4M", "[A", "", "[<0;-3;4M",
    "[<0;99999999999999999999;4M",
  ])
  func whatIsNoneIsLeft(text: String) { #expect(read(text) == nil) }
}

@Suite struct KeysInBytesTests {
  private let j = Key.character("j")

  private func keys(_ text: String) -> [Key] { Keyboard.keys(in: Array(text.utf8)).keys }

  @Test func bytesOfATerminalWithoutCurses() {
    #expect(keys("j\r\u{7F}é組") == [j, .enter, .backspace, .character("é"), .character("組")])
    #expect(keys("\u{1B}[A\u{1B}OBx") == [.up, .down, .character("x")])
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}x") == [.alt("x")])
    #expect(keys("\u{1B}[99;5~j") == [j])
  }

  @Test func aScalarInTwoPartsIsAwaited() {
    let bytes = Array("a組".utf8)
    let (keys, rest) = Keyboard.keys(in: Array(bytes.dropLast()))
    #expect(keys == [.character("a")] && rest == Array(bytes[1..<3]))
    #expect(Keyboard.keys(in: rest + [bytes[3]]).keys == [.character("組")])
    // What never becomes one is taken as what it is.
    #expect(Keyboard.keys(in: [0x80, 0x6A]).keys.last == j)
  }
}
