import Foundation
import Glibc
import Testing

/// How the program gets on with its terminal: themes, the mouse, directions, sizes, ends.
@Suite struct TerminalTests {
  private func start(
    _ options: [String] = [], columns: Int = 120, rows: Int = 36,
    environment: [String: String] = [:]
  ) throws -> ProgramUnderTest {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", ExplorerProgramTests.casebook] + options,
      columns: columns, rows: rows, environment: environment)
    try program.wait(shows: "1 Groups")
    return program
  }

  // MARK: Themes

  @Test func monoSendsNoColour() throws {
    let program = try start(["--theme", "mono"], environment: ["COLORTERM": "truecolor"])
    program.type("2\r")
    try program.wait(shows: "event · ")
    try program.leave()
    // 30 to 38, 40 to 48 and the bright ones; attributes are no colours.
    let colours = /\u{1B}\[([0-9]+;)*(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;[0-9]+)*m/
    #expect(!program.written.contains(colours))
    #expect(program.written.contains("\u{1B}[4m") || program.written.contains(";4m"), "underlined")
  }

  @Test func trueColoursAreSetAndTakenBack() throws {
    let program = try start(["--theme", "truecolour"], environment: ["COLORTERM": "truecolor"])
    try program.leave()
    let written = program.written
    let set = try #require(written.firstRange(of: "\u{1B}]4;30;rgb:08/81/99"))
    // Some terminals do not know the word that forgets all changes.
    let back = try #require(written.firstRange(of: "\u{1B}]4;30;rgb:00/87/87"))
    let reset = try #require(written.firstRange(of: "\u{1B}]104"))
    #expect(set.upperBound < back.lowerBound && back.upperBound < reset.lowerBound)
  }

  @Test func aTerminalThatDoesNotSaySoGetsThe256() throws {
    let program = try start(["--theme", "truecolour"])
    try program.leave()
    #expect(!program.written.contains("\u{1B}]4;"))
    #expect(program.written.contains("38;5;243"))
  }

  /// In a description by parts a number of the palette is a dark blue.
  @Test(arguments: [
    ("truecolour", "38:2::8:129:153"), ("256", "38:2::95:95:255"),
    ("high-contrast", "38:2::255:255:255"), ("16", "\u{1B}[36m"),
  ])
  func aDescriptionByPartsGetsItsColoursInParts(theme: String, expected: String) throws {
    let program = try start(["--theme", theme], environment: ["TERM": "xterm-direct"])
    program.type("2\r")
    try program.wait(shows: "event · ")
    try program.leave()
    #expect(program.written.contains(expected))
    #expect(!program.written.contains(/[34]8:2::0:0:[0-9]/), "no place as a dark blue")
    #expect(!program.written.contains("\u{1B}]4;"), "the palette is left alone")
  }

  /// tmux shows any colour, and only its other description can say which.
  @Test func inTmuxTrueColoursGoInParts() throws {
    let environment = ["TERM": "tmux-256color", "COLORTERM": "truecolor"]
    let program = try start(["--theme", "truecolour"], environment: environment)
    try program.leave()
    #expect(program.written.contains("38:2::118:118:118"))
    let plain = try start(["--theme", "256"], environment: environment)
    try plain.leave()
    #expect(plain.written.contains("38;5;243"))
  }

  @Test func anUnknownThemeIsRefusedWithThoseThereAre() throws {
    let result = try CommandLineTests.run(
      ["explore", "--theme", "pink"], casebook: ExplorerProgramTests.casebook)
    #expect(result.status != 0)
    #expect(result.errors.contains("“pink”") && result.errors.contains("high-contrast"))
  }

  // MARK: The mouse

  private func click(_ text: String, on program: ProgramUnderTest) throws {
    try program.wait(shows: text)
    let lines = program.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(text) }, "\(program.text)")
    let before = try #require(lines[row].range(of: text)).lowerBound
    let column = lines[row][..<before].count
    program.type("\u{1B}[<0;\(column + 2);\(row + 1)M\u{1B}[<0;\(column + 2);\(row + 1)m")
  }

  @Test func clicksSelectFollowAndTheWheelScrolls() throws {
    let program = try start(["--mouse"])
    #expect(program.written.contains("\u{1B}[?1002h\u{1B}[?1006h"))
    try click("Operation Zarb-e-Azb", on: program)
    try program.wait(shows: "event · military operation")
    try program.wait("the row") {
      program.selectedRows.contains { $0.contains("Operation Zarb-e-Azb") }
    }
    try click("azamy-weir-2015 ¶11", on: program)
    try program.wait(shows: "Reader · azamy-weir-2015 ¶11")
    // In two parts, as a slow line has it.
    program.type("\u{1B}[<65;10")
    program.read(for: 10)
    program.type("0;20M")
    try program.wait(shows: "Reader · azamy-weir-2015 ¶14")
    try program.leave()
    #expect(program.written.contains("\u{1B}[?1006l\u{1B}[?1002l"))
  }

  @Test func itIsTheTerminalsUntilAKeyTurnsItOn() throws {
    let program = try start()
    #expect(!program.written.contains("\u{1B}[?1002h"))
    program.type("gm")
    try program.wait(shows: "the mouse is on")
    #expect(program.written.contains("\u{1B}[?1002h"))
    program.signal(SIGSEGV)
    _ = try program.waitForEnd()
    #expect(program.written.suffix(600).contains("\u{1B}[?1002l"), "a crash turns it off too")
  }

  // MARK: Directions

  @Test func whatRunsFromRightToLeftIsKeptInItsCells() throws {
    let desk = try Desk()
    let path = desk.casebook + "/groups/groups.yaml"
    let groups = try String(contentsOfFile: path, encoding: .utf8)
    try groups.replacing("name: Red Band", with: "name: الحزب الأحمر")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", desk.casebook, "--dataset", "none"],
      columns: 120, rows: 24, environment: desk.environment)
    try program.wait(shows: "الحزب")
    let written = program.written
    let name = try #require(
      written.firstRange(of: "\u{A0}\u{200E}الحزب\u{A0}ال\u{200D}أحمر\u{200E}"))
    // Up to the last thing in the row the cursor is not moved: mlterm would count the marks.
    let rest = written[name.upperBound...].prefix(2000)
    let border = try #require(rest.ranges(of: "│").dropFirst().first)
    #expect(!rest[..<border.lowerBound].contains(/\u{1B}\[[0-9;]*[A-LPSTXZ@`adefr]/))
    // The columns right of it stand where they do in all rows.
    let rows = program.text.split(separator: "\n").filter { $0.contains("│") }
    let bars = rows.map { row -> Int in
      let scalars = row.unicodeScalars.filter { $0.value != 0x200E }
      return String(String.UnicodeScalarView(scalars)).prefix { $0 != "│" }.count
    }
    #expect(Set(bars).count == 1, "\(program.text)")
    try program.leave()
  }

  // MARK: Moved rows

  /// curses would scroll a block of rows that moved by SU, which some terminals do not know.
  @Test func rowsThatMovedAreWrittenAndNotScrolled() throws {
    let program = try start()
    program.type("\u{10}")
    try program.wait(shows: "Action")
    for (typed, whole) in [("t", "t"), ("i", "ti"), ("\u{7F}", "t")] {
      program.type(typed)
      try program.wait("“\(whole)” in the list") {
        program.text.contains("Action  \(whole) ") && program.text.contains(" of ")
      }
    }
    #expect(program.written.firstMatch(of: /\x1B\[[0-9]+[ST]/) == nil)
    try program.escape(hides: "Action")
    try program.leave()
  }

  /// mlterm counts a mark as a column, though it shows none, and has no more of them than its window.
  @Test func inMltermTheLastColumnsAreLeftToMarks() throws {
    let program = try start(environment: ["MLTERM": "3.9.0"])
    let longest = program.text.split(separator: "\n").map(\.count).max()
    #expect(longest == 111, "120, less 8, less the blank at the end of the header")
    try program.leave()
  }

  // MARK: Sizes

  @Test func aStormOfSizesLeavesAWholeScreen() throws {
    let program = try start()
    var generator = SystemRandomNumberGenerator()
    for round in 0..<60 {
      let columns = Int.random(in: 10...160, using: &generator)
      let rows = Int.random(in: 3...50, using: &generator)
      program.resize(columns: columns, rows: rows)
      program.signal(SIGWINCH)
      program.type(["j", "\t", "/", "q", "\u{1B}", "2", "?", "\u{1B}"][round % 8])
      if round % 7 == 0 { program.read(for: 5) }
    }
    // Where the machine is busy, an Esc comes together with the next key, and is Alt.
    for _ in 0..<20 {
      program.type("\u{1B}")
      program.read(for: 100)
    }
    program.resize(columns: 40, rows: 10)
    program.read(for: 100)
    program.type("1\u{0C}")
    try program.wait(shows: "1 Groups")
    try program.wait(shows: "Enter open")
    let last = program.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(last.count == 10 && last[0].hasPrefix(" adduce"))
    #expect(last.filter { $0.contains("Enter open") }.count == 1, "no smear:\n\(program.text)")
    try program.leave()
  }

  // MARK: Ends

  @Test func aCrashLeavesAReportThatHoldsNothingThatWasAsked() throws {
    let program = try start()
    program.type("/quetta")
    try program.wait(shows: "Civil hospital bombing")
    program.signal(SIGSEGV)
    #expect(try program.waitForEnd() == .exited(128 + SIGSEGV))
    #expect(program.isSane)
    let path = "\(program.home)/.local/state/adduce/crash-\(program.process).txt"
    #expect(
      program.written.contains(
        "adduce crashed; the terminal is restored; the report is at \(path)"))
    let report = try String(contentsOfFile: path, encoding: .utf8)
    #expect(report.hasPrefix("adduce 0."))
    #expect(report.contains("SIGSEGV (signal 11)") && report.contains("libc.so"))
    #expect(!report.contains("quetta"))
  }

  /// With SIGHUP ignored, as by nohup, nothing but the terminal's end tells it.
  @Test func aLostTerminalEndsItWithoutASignal() throws {
    let program = try ProgramUnderTest(
      "/bin/sh",
      [
        "-c", "trap '' HUP; exec \"$0\" \"$1\"", ExplorerProgramTests.adduce,
        ExplorerProgramTests.casebook,
      ])
    try program.wait(shows: "1 Groups")
    program.hangUp()
    #expect(try program.waitForEnd() == .exited(0))
  }

  @Test func itStopsAndGoesOnInTheMiddleOfASearch() throws {
    let program = try ProgramUnderTest(
      "/bin/sh",
      [
        "-c", "set -m; \"$0\" explore \"$1\" --mouse; echo stopped with $?; fg; echo over",
        ExplorerProgramTests.adduce, ExplorerProgramTests.casebook,
      ])
    try program.wait(shows: "1 Groups")
    program.type("/quet")
    try program.wait(shows: "Civil hospital bombing")
    program.type("\u{1A}")
    try program.wait("the shell in between, and the search again") {
      program.written.contains("stopped with") && program.text.contains("Search  quet")
    }
    program.type("ta")
    try program.wait(shows: "Search  quetta")
    // Off for the shell, on again after it.
    let mouse = program.written.components(separatedBy: "stopped with")
    #expect(mouse[0].hasSuffix("l") || mouse[0].contains("\u{1B}[?1002l"))
    #expect(mouse[1].contains("\u{1B}[?1002h"))
    try program.escape(hides: "Search")
    program.type("Q")
    try program.wait(shows: "over")
  }

  /// The thread that owns the terminal sleeps: in a second without keys it is not woken once.
  @Test func idleItSleeps() throws {
    let program = try start()
    func switches() throws -> Int {
      let path = "/proc/\(program.process)/task/\(program.process)/status"
      let status = try String(contentsOfFile: path, encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("voluntary") })
      return try #require(Int(line.split(separator: "\t").last ?? ""))
    }
    program.read(for: 500)
    let before = try switches()
    program.read(for: 1500)
    #expect(try switches() == before)
    try program.leave()
  }
}
