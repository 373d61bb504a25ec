import Foundation
import Testing

/// What is laid over a view of the built program, and the way back to it.
@Suite struct LayersProgramTests {
  private func explorer() throws -> ProgramUnderTest {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: 100, rows: 30)
    try program.wait(shows: "2 Events")
    return program
  }

  /// Waits for the screen of before, but for the line at the foot.
  private func wait(_ program: ProgramUnderTest, for screen: String) throws {
    func rows(_ text: String) -> [Substring] {
      Array(text.split(separator: "\n", omittingEmptySubsequences: false).prefix(29))
    }
    try program.wait("the view as it was") { rows(program.text) == rows(screen) }
  }

  @Test func aSpanThatWasBegunOutlastsHelp() throws {
    let program = try explorer()
    program.type("T")
    try program.wait(shows: "in the bars")
    program.type("v")
    try program.wait(shows: "Enter narrows the list")
    program.type("ll")
    try program.wait("a span") { program.text.contains(#/\.\.20[0-9-]+: /#) }
    let screen = program.text
    program.type("?")
    try program.wait(shows: "In the timeline")
    try program.wait(hides: "in the bars")
    program.type("q")
    try wait(program, for: screen)
    program.type("\r")
    try program.wait(shows: "[20")
    program.type("\u{7F}")
    try wait(program, for: screen)
    try program.leave()
  }

  @Test func theCommandLineOpensOverTheMap() throws {
    let program = try explorer()
    program.type("M")
    try program.wait(shows: "AFGHANISTAN")
    // The counts are the last that is painted, when the marks of the zoomed map have come.
    func counts() -> Substring? {
      program.text.split(separator: "\n").first { $0.contains("GeoNames") }
    }
    try program.wait(shows: "GeoNames")
    let before = counts()
    program.type("+")
    try program.wait("the zoomed map") { counts() != before }
    let screen = program.text
    program.type(":")
    try program.wait(shows: "Tab completes")
    #expect(program.text.contains(" Map  All events"))
    program.type("sources")
    try program.wait(shows: ":sources")
    program.type("\u{1B}")
    try wait(program, for: screen)
    program.type(":sources\r")
    try program.wait(shows: "5 Sources")
    program.type("\u{7F}")
    try wait(program, for: screen)
    try program.leave()
  }

  @Test func fromACitationBackToTheNetwork() throws {
    let program = try explorer()
    program.type("jj")
    try program.wait(shows: "2 Events · IS Khorasan")
    program.type("N")
    try program.wait(shows: "Network · IS Khorasan")
    try program.wait(shows: "1/44")
    program.type("j")
    // What the edge rests on is painted last, and below it what the one before rested on is cleared.
    try program.wait(shows: "via Afghanistan Times, 24 September 2016")
    try program.wait(hides: "bbc-2021 ¶8")
    let screen = program.text
    program.type("c")
    try program.wait(shows: "Reader · ")
    try program.wait(hides: "Network · ")
    program.type("\u{7F}")
    try wait(program, for: screen)
    program.type("L")
    try program.wait(shows: "Reader · ")
    program.type("\u{7F}")
    try wait(program, for: screen)
    program.type("\u{10}citations\r")
    try program.wait(shows: "Reader · ")
    try program.leave()
  }

  @Test func aloudTheViewThatIsThereAgainIsTold() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", ExplorerProgramTests.casebook, "--linear"],
      columns: 200, rows: 40)
    try program.wait(shows: "Groups: all 76")
    program.type("T")
    try program.wait(shows: "Timeline · all events")
    program.type("?")
    try program.wait(shows: "those of the timeline first")
    func told() -> Int { program.written.components(separatedBy: "Timeline · all events").count }
    let before = told()
    program.type("q")
    try program.wait("the timeline again") { told() > before }
    try program.leave()
  }
}
