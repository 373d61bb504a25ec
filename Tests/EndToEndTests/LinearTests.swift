import Foundation
import Testing

/// `--linear`: through a pipe, and on a terminal.
@Suite struct LinearTests {
  /// Writes lines to the program's standard input; what it printed.
  private func piped(_ lines: [String]) throws -> (status: Int32, output: String, errors: String) {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ExplorerProgramTests.adduce)
    process.arguments = ["explore", ExplorerProgramTests.casebook, "--linear"]
    process.environment = [
      "HOME": home.path, "TERM": "dumb", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    input.fileHandleForWriting.write(Data(lines.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: printed, as: UTF8.self),
      String(decoding: complained, as: UTF8.self)
    )
  }

  @Test func aPipeIsReadLineByLine() throws {
    let result = try piped([
      "2", "j j", "/group:isk kind:suicide-bombing quetta", "Down", "Up", "", "c", "print",
      "Backspace", "Q", "j",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("Groups: all "))
    #expect(lines[2].hasPrefix("Events: 1 of 188: "))
    #expect(lines[3].hasPrefix("3 of 188: "))
    #expect(
      lines[4].hasPrefix("Search ") && lines[4].contains("event 8 August 2016")
        || lines[4].contains("event 2016-08-08"), "\(lines[4])")
    #expect(lines.contains { $0.hasPrefix("Record, Civil hospital bombing, Quetta") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("Reader, ") && $0.contains(", cited") })
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("│"))
  }

  @Test func theEndOfTheInputIsTheEnd() throws {
    let result = try piped(["j"])
    #expect(result.status == 0 && result.output.contains("1 of 76: "))
  }

  @Test func keysActAtOnceOnATerminal() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", ExplorerProgramTests.casebook, "--linear"],
      columns: 200, rows: 40)
    try program.wait(shows: "Groups: all 76")
    program.type("2")
    try program.wait(shows: "Events: 1 of 188")
    program.type("\u{1B}[B")
    try program.wait(shows: "2 of 188")
    program.type("\r")
    try program.wait(shows: "Record, ")
    program.type("\u{12}")
    try program.wait(shows: "Date")
    #expect(!program.written.contains("\u{1B}"))
    try program.leave()
  }

  @Test func aDumbTerminalGivesLines() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", ExplorerProgramTests.casebook, "--linear"],
      columns: 200, rows: 40, environment: ["TERM": "dumb"])
    try program.wait(shows: "Groups: all 76")
    program.type("2 j\n")
    try program.wait(shows: "Events: 2 of 188")
    program.type("Q\n")
    #expect(try program.waitForEnd() == .exited(0))
    #expect(program.isSane)
  }

  @Test func anInterruptLeavesASaneTerminal() throws {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, ["explore", ExplorerProgramTests.casebook, "--linear"])
    try program.wait(shows: "Groups: all 76")
    #expect(!program.isSane, "it reads single keys")
    program.type("\u{3}")
    #expect(try program.waitForEnd() == .exited(0))
    #expect(program.isSane)
  }
}
