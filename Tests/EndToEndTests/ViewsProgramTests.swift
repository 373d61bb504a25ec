import Foundation
import Testing

/// Every view of the built program, opened and left in a terminal of each size.
@Suite struct ViewsProgramTests {
  /// What is typed, what the view shows then, and what it is left with.
  struct Visit: Sendable, CustomTestStringConvertible {
    let keys: String
    let shows: String
    var leaves = "q"
    var testDescription: String { shows }
  }

  static let visits = [
    Visit(keys: "T", shows: "Timeline"), Visit(keys: "M", shows: "Natural Earth"),
    Visit(keys: "jN", shows: "Network ·"), Visit(keys: "V", shows: "Rival values"),
    Visit(keys: "g!", shows: "Weak support"), Visit(keys: "?", shows: "In the lists"),
    Visit(keys: "\u{10}", shows: "Action ", leaves: "\u{1B}"),
    Visit(keys: "F", shows: "Saved searches"), Visit(keys: "e", shows: "Export"),
    Visit(keys: "/q", shows: "Search", leaves: "\u{1B}"),
    Visit(keys: ":", shows: "half-page-down", leaves: "\u{1B}"),
    Visit(keys: "a", shows: "As of", leaves: "\u{1B}"),
    Visit(keys: "\\", shows: "Filter", leaves: "\u{1B}"),
    Visit(keys: "d", shows: "Date", leaves: "\u{1B}"),
    Visit(keys: "y", shows: "Copy", leaves: "\u{1B}"),
  ]

  static let sizes = [(40, 10), (80, 24), (200, 60)]

  @Test(arguments: sizes) func everyViewOpensAndIsLeft(_ columns: Int, _ rows: Int) throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: columns, rows: rows)
    try program.wait(shows: "1 Groups")
    for visit in Self.visits {
      program.type(visit.keys)
      try program.wait(shows: visit.shows)
      program.type(visit.leaves)
      // While something is still asked for, Esc stops that first.
      try program.wait("\(visit.shows) is left") {
        !program.text.contains(visit.shows) || program.text.contains("stopped;")
      }
      if program.text.contains(visit.shows) { program.type(visit.leaves) }
      try program.wait(hides: visit.shows)
      try program.wait(shows: "1 Groups")
    }
    program.type("5")
    try program.wait(shows: "azamy-weir-2015:")
    program.type("jr")
    try program.wait(shows: "What rests on azamy-weir-2015")
    program.type("q")
    try program.wait(hides: "What rests on")
    try program.leave()
  }

  @Test func aSpanIsDraggedOnTheTimeline() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook, "--mouse"])
    try program.wait(shows: "1 Groups")
    program.type("T")
    try program.wait(shows: "wider than a")
    // From one column to another, in the row of the tallest bar's foot.
    for (code, column, end) in [(0, 40, "M"), (32, 50, "M"), (32, 60, "M"), (0, 60, "m")] {
      program.type("\u{1B}[<\(code);\(column);12\(end)")
    }
    try program.wait(hides: "wider than a")
    try program.wait("a chip") { program.text.contains(/\[20\d\d(-\d\d)?\.\.20\d\d/) }
    try program.leave()
  }
}
