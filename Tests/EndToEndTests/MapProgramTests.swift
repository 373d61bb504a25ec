import Foundation
import Testing

/// The map of the built program, in a terminal.
@Suite struct MapProgramTests {
  private func start(columns: Int = 120, rows: Int = 36) throws -> ProgramUnderTest {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: columns, rows: rows)
    try program.wait(shows: "1 Groups")
    return program
  }

  /// What is said of the mark under the cursor, when it is there whole: `◎ 12 events at X: somewhere in it`.
  private func mark(_ program: ProgramUnderTest) -> Substring? {
    program.text.split(separator: "\n").first { $0.contains(/\ events? at .+: ./) }
  }

  @Test func aPlaceIsPickedAndTheListFollows() throws {
    let program = try start()
    program.type("M")
    try program.wait(shows: "Natural Earth; GeoNames CC BY 4.0")
    try program.wait(shows: "TURKMENISTAN")
    try program.wait(shows: "events at Afghanistan: somewhere in the country")
    // From the mark of most events to that of the town.
    for _ in 0..<12 where !program.text.contains("events at Karachi: ") {
      let before = mark(program)
      program.type("n")
      try program.wait("the next mark") { mark(program).map { $0 != before } ?? false }
    }
    let line = try #require(
      program.text.split(separator: "\n").first { $0.contains("at Karachi:") })
    let count = try #require(line.split(separator: " ").compactMap { Int($0) }.first)
    program.type("\r")
    try program.wait(shows: "[placed at Karachi]")
    try program.wait(shows: "1/\(count)")
    try program.wait(shows: "Esc lifts that")
    try program.escape(hides: "[placed at Karachi]")
    try program.leave()
  }

  @Test func theMapIsZoomedMovedAndResized() throws {
    let program = try start(columns: 80, rows: 24)
    program.type("M")
    try program.wait(shows: "TURKMENISTAN")
    program.type("+++")
    try program.wait(hides: "IRAN")
    program.resize(columns: 40, rows: 10)
    try program.wait(shows: " Natural Earth; GeoNames CC BY 4.0")
    program.resize(columns: 120, rows: 36)
    try program.wait(shows: "one, several")
    program.type("0")
    try program.wait(shows: "United States")
    program.type("q")
    try program.wait(shows: "1 Groups")
  }
}
