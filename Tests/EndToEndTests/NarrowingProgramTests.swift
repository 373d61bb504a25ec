import Foundation
import Testing

/// A span is chosen on the timeline of the built program, and the groups follow.
@Suite struct NarrowingProgramTests {
  /// Where the cursor stands, how many groups are listed, and of how many.
  private func narrowed(_ program: ProgramUnderTest) -> (here: Int, listed: Int, all: Int)? {
    program.text.firstMatch(of: /1 Groups *narrowed · ([0-9]+)\/([0-9]+) of ([0-9]+)/)
      .flatMap { match in
        guard let here = Int(match.1), let listed = Int(match.2), let all = Int(match.3) else {
          return nil
        }
        return (here, listed, all)
      }
  }

  /// The groups below the row for all.
  private func rows(_ program: ProgramUnderTest) -> [Substring] {
    let lines = program.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(
      lines.dropFirst(3).map { $0.prefix { $0 != "│" } }.prefix { !$0.allSatisfy(\.isWhitespace) })
  }

  private func whole(_ program: ProgramUnderTest) -> (here: Int, all: Int)? {
    program.text.firstMatch(of: /1 Groups *([0-9]+)\/([0-9]+)/)
      .flatMap { match in Int(match.1).flatMap { here in Int(match.2).map { (here, $0) } } }
  }

  @Test func theGroupsFollowASpanAndComeBack() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: 100, rows: 40)
    try program.wait(shows: "2 Events")
    program.type("jj")
    try program.wait("the second group") { whole(program)?.here == 2 }
    try program.wait(shows: "2 Events · ")
    let all = try #require(whole(program)?.all)
    let scope = try #require(program.text.firstMatch(of: #/2 Events · ([^0-9]+?)  /#)).1
    program.type("T")
    try program.wait(shows: "events by")
    program.type("d")
    try program.wait(shows: "Go to a date")
    program.type("2016-08\r")
    try program.wait(shows: "2016-08")
    try program.wait(hides: "Go to a date")
    program.type("v")
    try program.wait(shows: "Enter narrows the list")
    program.type("\r")
    try program.wait(shows: "[2016")
    program.type("1")
    try program.wait("the groups with a part in them") {
      narrowed(program).map { $0.all == all && (1..<20).contains($0.listed) } ?? false
    }
    // Below the row for all, each with how many of the events it has a part in.
    try program.wait("their rows") {
      rows(program).count == narrowed(program)?.listed
        && rows(program).allSatisfy { $0.contains(/[^ ] +[1-9][0-9]* *$/) }
    }
    #expect(program.text.contains("2 Events · \(scope)"), "what they are restricted to holds too")
    program.type("\u{1B}")
    try program.wait(shows: "lifted: ")
    try program.wait("the list as it was") { whole(program).map { $0 == (2, all) } ?? false }
    #expect(program.text.contains("2 Events · \(scope)") && !program.text.contains("narrow"))
    try program.leave()
  }

  /// The next start begins with the narrowed list.
  @Test func theNextStartShowsThemAtOnce() throws {
    let desk = try Desk()
    var environment = desk.environment
    environment["XDG_STATE_HOME"] = desk.home + "/state"
    func start() throws -> ProgramUnderTest {
      try ProgramUnderTest(
        ExplorerProgramTests.adduce, ["explore", desk.casebook, "--dataset", "none"],
        columns: 100, rows: 20, environment: environment)
    }
    var program = try start()
    try program.wait(shows: "q quit")
    program.type("\\")
    try program.wait(shows: "Esc leaves")
    program.type("norburg")
    try program.wait(shows: "Enter adds it")
    program.type("\r")
    try program.wait(shows: "narrowed · ")
    program.type("j")
    // The whole screen, before it is held against the next one.
    try program.wait("the first group and its events") {
      narrowed(program)?.here == 1 && program.text.contains(/2 Events · Blue Band +1\/1/)
        && program.text.contains("2020-04 ███") && program.text.contains(" Attack in Norburg")
        && program.text.contains(/Red Band +1 │/)
    }
    let left = program.text
    try program.leave()
    program = try start()
    try program.wait("the same screen") { program.text == left }
    try program.leave()
  }
}
