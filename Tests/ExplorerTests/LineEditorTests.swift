import Canvas
import Testing

@testable import Explorer

@Suite struct LineEditorTests {
  /// The keys one after another; true where each was taken.
  private func press(_ keys: [Key], on editor: inout LineEditor) -> Bool {
    keys.allSatisfy { editor.take($0) }
  }

  @Test func editsWithinTheLine() {
    var editor = LineEditor("quetta hospital")
    let keys: [Key] = [
      .control("w"), "x", .home, .delete, "Q", .right, .backspace, .end, .left, "é",
    ]
    let all = press(keys, on: &editor)
    #expect(all && editor.text == "Qetta éx")
    let cleared = press([.control("u")], on: &editor)
    #expect(cleared && editor.text == "x")
    let up = press([.up], on: &editor)
    #expect(!up)
  }

  @Test func aMarkJoinsTheLetterBeforeIt() {
    var editor = LineEditor("e")
    let typed = press([.character("\u{301}")], on: &editor)
    #expect(typed && editor.text == "é" && editor.cursor == 1)
    let deleted = press([.backspace, .backspace], on: &editor)
    #expect(deleted && editor.text.isEmpty && editor.cursor == 0)
  }
}
