import Foundation
import Testing

/// The built program, as a person at a terminal meets it.
@Suite struct ExplorerProgramTests {
  /// The program beside this test's bundle.
  static let adduce: String = {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = products.deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("adduce").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return program
      }
      folder.deleteLastPathComponent()
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return root + "/.build/debug/adduce"
  }()

  static let casebook = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data/khorasan")
    .path

  private func start(
    columns: Int = 120, rows: Int = 36, environment: [String: String] = [:]
  ) throws -> ProgramUnderTest {
    try ProgramUnderTest(
      Self.adduce, [Self.casebook], columns: columns, rows: rows, environment: environment)
  }

  @Test func searchOpenJumpBackResizeQuit() throws {
    let program = try start()
    try program.wait(shows: "1 Groups")
    try program.wait(shows: "2 Events")
    program.type("/")
    try program.wait(shows: "Search")
    program.type("quetta")
    try program.wait(shows: "Civil hospital bombing, Quetta")
    try program.wait(shows: "roul-2016 ¶11")
    for _ in 0..<40
    where !program.selectedRows.contains(where: { $0.contains("Civil hospital bombing") }) {
      let before = program.selectedRows
      program.type("\u{1B}OB")
      try program.wait("another row") {
        program.selectedRows != before && program.selectedRows.count == 1
      }
    }
    program.type("\r")
    try program.wait(shows: "event · suicide bombing")
    try program.wait(shows: "Claimed by")
    program.type("c")
    try program.wait(shows: "Reader · roul-2016 ¶11")
    try program.wait("the passage") { program.selectedRows.contains { $0.contains("▌ 11") } }
    program.resize(columns: 80, rows: 24)
    try program.wait(hides: " groups · ")
    try program.wait("the passage") { program.selectedRows.contains { $0.contains("▌ 11") } }
    program.resize(columns: 120, rows: 36)
    try program.wait(shows: " groups · ")
    try program.wait("the passage") { program.selectedRows.contains { $0.contains("▌ 11") } }
    program.type("\u{7F}")
    try program.wait(hides: "Reader")
    try program.wait("the same row") {
      program.selectedRows.contains { $0.contains("8 August 2016") }
    }
    try program.leave()
  }

  static let ends: [(Int32, Int32)] = [
    (SIGTERM, 0), (SIGHUP, 0), (SIGINT, 0), (SIGSEGV, 128 + SIGSEGV), (SIGABRT, 128 + SIGABRT),
  ]

  @Test(arguments: ends)
  func everyEndLeavesASaneTerminal(signal: Int32, status: Int32) throws {
    let program = try start()
    try program.wait(shows: "1 Groups")
    #expect(!program.isSane, "full-screen mode reads single keys")
    program.signal(signal)
    #expect(try program.waitForEnd() == .exited(status))
    #expect(program.isSane)
    let last = String(decoding: program.output.suffix(400), as: UTF8.self)
    #expect(last.contains("\u{1B}[?1049l"), "it left the other screen")
    #expect(
      last.contains("\u{1B}[?25h") || last.contains("\u{1B}[?12l\u{1B}[?25h"), "the cursor is back")
  }

  @Test func controlCLeaves() throws {
    let program = try start()
    try program.wait(shows: "1 Groups")
    program.type("\u{3}")
    #expect(try program.waitForEnd() == .exited(0))
    #expect(program.isSane)
  }

  @Test func controlZStopsAndComesBack() throws {
    let program = try ProgramUnderTest(
      "/bin/sh",
      [
        "-c", "set -m; \"$0\" \"$1\"; echo stopped with $?; fg; echo over", Self.adduce,
        Self.casebook,
      ])
    try program.wait(shows: "1 Groups")
    program.type("j")
    try program.wait("the next group") {
      program.selectedRows.count == 1
        && program.selectedRows.allSatisfy { !$0.contains("All groups") }
    }
    let selected = program.selectedRows.map { $0.prefix(24) }
    program.type("\u{1A}")
    try program.wait("the shell in between, and the explorer again") {
      String(decoding: program.output, as: UTF8.self).contains("stopped with")
        && program.text.contains("1 Groups")
    }
    try program.wait("the same row") { program.selectedRows.map { $0.prefix(24) } == selected }
    program.type("jQ")
    try program.wait(shows: "over")
    #expect(try program.waitForEnd() == .exited(0))
  }

  @Test func aClosedTerminalEndsIt() throws {
    let program = try start()
    try program.wait(shows: "1 Groups")
    program.hangUp()
    #expect(try program.waitForEnd() == .exited(0))
  }

  @Test func withoutColoursTheScreenSaysTheSame() throws {
    let coloured = try start()
    try coloured.wait(shows: "q quit")
    let plain = try start(environment: ["NO_COLOR": "1"])
    try plain.wait("the same text") { plain.text == coloured.text }
    let colours = /\u{1B}\[[0-9;]*3[0-7]m/
    #expect(String(decoding: coloured.output, as: UTF8.self).contains(colours))
    #expect(!String(decoding: plain.output, as: UTF8.self).contains(colours))
  }

  @Test(arguments: ["no-such-terminal", "dumb", ""])
  func anUnusableTerminalIsRefused(name: String) throws {
    let program = try start(environment: ["TERM": name])
    #expect(try program.waitForEnd() == .exited(2))
    #expect(program.text.contains("TERM"))
    #expect(program.isSane)
  }

  @Test(arguments: [(80, 24), (100, 30), (120, 36), (200, 60), (30, 8)])
  func everyListCanBeBrowsedAtAnySize(columns: Int, rows: Int) throws {
    let program = try start(columns: columns, rows: rows)
    for (key, title) in [
      ("1", "1 Groups"), ("3", "3 People"), ("4", "4 Places"), ("5", "5 Sources"),
      ("2", "2 Events"),
    ] {
      program.type(key)
      try program.wait(shows: title)
      program.type("jG")
    }
    program.type("?")
    try program.wait(shows: "In the lists")
    program.type("q")
    try program.wait(hides: "In the lists")
    try program.leave()
  }
}
