import Foundation
import Testing

/// A span is chosen on the timeline of the built program, and the list follows.
@Suite struct TimelineProgramTests {
  @Test func aSpanNarrowsTheList() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: 100, rows: 30)
    try program.wait(shows: "2 Events")
    program.type("T")
    try program.wait(shows: "events by")
    program.type("d")
    try program.wait(shows: "Go to a date")
    program.type("2016-08\r")
    try program.wait(hides: "Go to a date")
    for _ in 0..<8 where !program.text.contains("events by month") {
      let before = program.text
      program.type("+")
      try program.wait("another scale") { program.text != before }
    }
    try program.wait(shows: "events by month")
    program.type("d")
    try program.wait(shows: "Go to a date")
    program.type("2016-08\r")
    try program.wait(shows: "2016-08: ")
    program.type("v")
    try program.wait(shows: "Enter narrows the list")
    program.type("lll")
    try program.wait(shows: "2016-08..2016-11: ")
    program.type("\r")
    try program.wait(shows: "[2016-08..2016-11]")
    try program.wait("fewer events") {
      let match = program.text.firstMatch(of: /2 Events *1\/([0-9]+)/)
      return match.flatMap { Int($0.1) }.map { (1..<100).contains($0) } ?? false
    }
    try program.leave()
  }
}
