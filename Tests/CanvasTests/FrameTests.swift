import Canvas
import Testing

@Suite struct FrameTests {
  @Test func putsTextAndClipsIt() {
    var frame = Frame(Size(width: 10, height: 2))
    let after = frame.put("Quetta", row: 0, column: 2)
    frame.put("a long line of text", row: 1)
    #expect(after == 8)
    #expect(frame.text == "  Quetta\na long li…")
  }

  @Test func whatIsOutsideIsCutOff() {
    var frame = Frame(Size(width: 4, height: 1))
    frame.put("no", row: 1)
    frame.put("no", row: -1)
    frame.put("no", row: 0, column: 9)
    frame.fill(row: 0, columns: -3..<2, with: "x")
    #expect(frame.text(row: 0) == "xx  ")
  }

  @Test func coveringHalfOfAWideGraphemeBlanksTheRest() {
    var frame = Frame(Size(width: 6, height: 1))
    frame.put("組織", row: 0)
    frame.put("x", row: 0, column: 1)
    #expect(frame.text(row: 0) == " x織  ")
    frame.put("組", row: 0, column: 3)
    #expect(frame.text(row: 0) == " x 組 ")
  }

  @Test func controlsBecomeHarmless() {
    var frame = Frame(Size(width: 12, height: 1))
    frame.put("a\u{1B}]0;x\u{7}", row: 0)
    #expect(frame.text == "a␛]0;x␇")
  }

  @Test func marksLieOverRoles() {
    var frame = Frame(Size(width: 3, height: 1))
    frame.put("abc", row: 0, style: .date)
    frame.mark(row: 0, columns: 1..<2, .match)
    #expect(frame[row: 0, column: 0].style == .date)
    #expect(frame[row: 0, column: 1].style == Style(.date, marks: .match))
  }

  @Test func framesAreCopiedOntoFrames() {
    var inner = Frame(Size(width: 3, height: 2))
    inner.put("組x", row: 0)
    inner.cursor = .init(row: 1, column: 2)
    var outer = Frame(Size(width: 5, height: 3))
    outer.put(inner, at: .init(row: 1, column: 2))
    #expect(outer.text == "\n  組x\n")
    #expect(outer.cursor == .init(row: 2, column: 4))
  }
}
