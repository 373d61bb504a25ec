import Foundation
import Testing

/// What is there again at the next start.
@Suite struct RememberingTests {
  private func start(
    _ desk: Desk, _ arguments: [String] = [], columns: Int = 120, rows: Int = 30
  ) throws -> ProgramUnderTest {
    var environment = desk.environment
    environment["XDG_STATE_HOME"] = desk.home + "/state"
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", desk.casebook, "--dataset", "none"] + arguments,
      columns: columns, rows: rows, environment: environment)
    try program.wait("the first screen") { program.text.contains(" adduce ") }
    return program
  }

  /// Leaves the explorer, by a key or a signal.
  private func leave(_ program: ProgramUnderTest, _ signal: Int32? = nil) throws {
    if let signal { program.signal(signal) } else { program.type("Q") }
    #expect(try program.waitForEnd() == .exited(0))
  }

  private let session = "/state/adduce/session-casebook.json"
  private let kept = "/data/adduce/kept-casebook.json"

  @Test(arguments: [nil, SIGHUP, SIGTERM] as [Int32?])
  func theNextStartShowsTheSameScreen(_ signal: Int32?) throws {
    let desk = try Desk()
    var program = try start(desk)
    try program.wait(shows: "q quit")
    program.type("\\")
    try program.wait(shows: "Esc leaves")
    program.type("norburg")
    try program.wait(shows: "Enter adds it")
    program.type("\r")
    try program.wait(shows: "[norburg]")
    program.type("2")
    try program.wait(shows: "Esc lift the filter")
    program.type("\r")
    try program.wait(shows: "Enter follow")
    program.type("c")
    try program.wait(shows: "Reader · doe-2020")
    try program.wait(shows: "Enter facts")
    for part in ["●9", "Names what it cites.", "Named in 1 fact", "adduce attach FILE"] {
      try program.wait(shows: part)
    }
    let left = program.text
    try leave(program, signal)
    program = try start(desk)
    try program.wait("the same screen") { program.text == left }
    try leave(program)
    program = try start(desk, ["--fresh"])
    try program.wait(shows: "1 Groups")
    #expect(!program.text.contains("[norburg]") && !program.text.contains("Reader"))
    try leave(program)
  }

  @Test func aKeyOnceLearnedIsNotTaughtAgain() throws {
    let desk = try Desk()
    var environment = desk.environment
    environment["XDG_STATE_HOME"] = desk.home + "/state"
    for sentence in ["j goes down the list", "Tab goes on to the next pane"] {
      let program = try ProgramUnderTest(
        ExplorerProgramTests.adduce, ["explore", desk.casebook, "--fresh"],
        environment: environment,
        config: "lessons: on\n")
      try program.wait(shows: sentence)
      program.type("j")
      try program.wait(hides: "j goes down the list")
      try leave(program)
    }
    #expect(try desk.text("state/adduce/lessons.json").contains("down"))
  }

  @Test func bookmarksAndSearchesAreThereAgain() throws {
    let desk = try Desk()
    var program = try start(desk)
    try program.wait(shows: "q quit")
    program.type("2")
    try program.wait(shows: "1/")
    program.type("ma")
    try program.wait(shows: "a marks “")
    program.type("/")
    try program.wait(shows: "C-t filter")
    program.type("norburg")
    try program.wait(shows: "hits")
    program.type("\u{0F}")
    try program.wait(shows: " Save as  norburg")
    program.type("\r")
    try program.wait(shows: "saved as “norburg”")
    // It is kept at once, and so outlives even a kill.
    program.signal(SIGKILL)
    #expect(try desk.text(String(kept.dropFirst())).contains("\"query\" : \"norburg\""))
    program = try start(desk)
    try program.wait(shows: "1 Groups")
    program.type("'")
    try program.wait(shows: "Marked places")
    program.type("a")
    try program.wait(shows: "'' goes back")
    program.type("F")
    try program.wait(shows: "Saved searches  1")
    try program.wait(shows: " hits")
    program.type("D")
    try program.wait(shows: "u brings it back")
    program.type("u")
    try program.wait(shows: "is back")
    program.type("\r")
    try program.wait(shows: " Search  norburg")
    try program.escape(hides: " Search")
    try leave(program)
  }

  @Test func twoAtOnceKeepBoth() throws {
    let desk = try Desk()
    let one = try start(desk)
    let two = try start(desk)
    one.type("ma")
    try one.wait(shows: "a marks “")
    two.type("mb")
    try two.wait(shows: "b marks “")
    two.type("'")
    try two.wait(shows: "   a  ")
    try two.wait(shows: "   b  ")
    two.type("a")
    try leave(one)
    try leave(two)
  }

  @Test func damagedFilesArePutAsideAndToldOf() throws {
    let desk = try Desk()
    for (folder, name) in [("state", session), ("data", kept)] {
      try FileManager.default.createDirectory(
        atPath: "\(desk.home)/\(folder)/adduce", withIntermediateDirectories: true)
      _ = try desk.file(String(name.dropFirst()), "{\"version\": 1, ")
    }
    let program = try start(desk, columns: 200)
    try program.wait(shows: "where you left off could not be read")
    try leave(program)
    for name in [session, kept] {
      #expect(try desk.text(name.dropFirst() + ".bad") == "{\"version\": 1, ")
    }
  }

  @Test func aPlaceThatIsGoneIsToldOf() throws {
    let desk = try Desk()
    var program = try start(desk)
    try program.wait(shows: "q quit")
    program.type("j")
    try program.wait(shows: "2 Events · ")
    try leave(program)
    let name = String(session.dropFirst())
    let text = try desk.text(name)
    _ = try desk.file(name, text.replacing("blue-band", with: "gone-band"))
    program = try start(desk)
    try program.wait(shows: "no longer there: ")
    try leave(program)
  }
}
