import Foundation
import Testing

/// The config file, commands by name and the palette, as a person at a terminal meets them.
@Suite struct ConfiguringTests {
  private func start(
    config: String = "lessons: off\n", columns: Int = 100, rows: Int = 30
  ) throws -> ProgramUnderTest {
    try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: columns, rows: rows,
      config: config)
  }

  @Test func aKeyOfOnesOwnWorks() throws {
    let program = try start(
      config: """
        lessons: off
        keys:
          everywhere: {people: [P, "g h"], date: none}
        defaults: {list: places}
        """)
    try program.wait(shows: "4 Places")
    program.type("P")
    try program.wait(shows: "3 People")
    program.type("4")
    try program.wait(shows: "4 Places")
    program.type("g")
    try program.wait(shows: "people")
    program.type("h")
    try program.wait(shows: "3 People")
    program.type("d")
    try program.wait(shows: "d does nothing here")
    program.type("?/people")
    try program.wait("the changed row") {
      program.text.split(separator: "\n").contains {
        $0.contains("P  g h") && $0.contains("changed")
      }
    }
    program.type("\u{3}")
    #expect(try program.waitForEnd() == .exited(0))
  }

  @Test func aBadConfigSaysLineAndColumnAndTheRestHolds() throws {
    let program = try start(
      config: "lessons: off\nkeys:\n  everywhere:\n    people: j\ndefaults: {list: sources}\n")
    try program.wait(
      shows: "config.yaml:4:13: “j”: it is the key of down; adduce config tells more")
    try program.wait(shows: "5 Sources")
    program.type("3")
    try program.wait(shows: "3 People")
    try program.leave()
  }

  @Test func aDateIsTypedByName() throws {
    let program = try start()
    try program.wait(shows: "1 Groups")
    program.type(":")
    try program.wait(shows: "Tab completes")
    program.type("da\t")
    try program.wait(shows: ":date")
    program.type(" 2016-13\r")
    try program.wait(shows: "column 11: there is no month “13”")
    program.type("\u{7F}\u{7F}08-08\r")
    try program.wait(hides: "Tab completes")
    try program.wait("the first event of that day") {
      program.selectedRows.contains { $0.contains("2016-08-08") }
    }
    program.type(":q\r")
    #expect(try program.waitForEnd() == .exited(0))
  }

  @Test func thePaletteRunsAnAction() throws {
    let program = try start()
    try program.wait(shows: "1 Groups")
    program.type("\u{10}")
    try program.wait(shows: "half-page-down")
    program.type("all riv")
    try program.wait(hides: "half-page-down")
    try program.wait(shows: "all-rivals")
    program.type("\r")
    try program.wait(hides: "all-rivals")
    try program.wait(shows: "rests on")
    program.type("\u{3}")
    #expect(try program.waitForEnd() == .exited(0))
  }

  @Test func aFirstStartTeachesTheFirstKeys() throws {
    let program = try start(config: "", columns: 80, rows: 24)
    try program.wait(shows: "j goes down the list")
    #expect(program.text.contains("? help  q quit"))
    program.type("j")
    try program.wait(shows: "Tab goes on to the next pane")
    program.type(":set lessons off\r")
    try program.wait(hides: "Tab goes on")
    try program.leave()
  }

  private func config(_ text: String?, _ arguments: String...) throws -> CommandLineTests.Result {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appendingPathComponent("adduce")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("config.yaml")
    try text?.write(to: file, atomically: true, encoding: .utf8)
    return try CommandLineTests.run(
      arguments, casebook: ExplorerProgramTests.casebook,
      environment: ["XDG_CONFIG_HOME": home.path])
  }

  @Test func whatIsPrintedIsAConfigFileThatHolds() throws {
    let printed = try config("theme: mono\nkeys: {reader: {find: F}}\n", "config")
    #expect(printed.status == 0 && printed.errors.isEmpty)
    #expect(printed.output.contains("theme: 'mono'  # changed"))
    #expect(printed.output.contains("    find: 'F'  # changed"))
    let again = try config(printed.output, "config")
    #expect(again.errors.isEmpty)
    let changed = { (text: String) in text.split(separator: "\n").filter { !$0.hasPrefix("#") } }
    #expect(changed(again.output) == changed(printed.output))
    let checked = try config(printed.output, "config", "--check")
    #expect(checked.status == 0 && checked.output.contains("no problems"))
    #expect(try config(nil, "config", "--check").status == 0)
  }

  @Test func aCheckTellsEveryProblemAndFails() throws {
    let checked = try config("theme: blue\ncolours: {date: rde}\n", "config", "--check")
    #expect(checked.status == 1)
    #expect(checked.errors.contains("config.yaml:1:8: “blue”: no such theme"))
    #expect(checked.errors.contains("config.yaml:2:17: “rde”: there is no such colour"))
    #expect(checked.errors.contains("2 problems"))
    let listed = try config("theme: blue\n", "list", "groups")
    #expect(listed.status == 0 && listed.errors.contains("config.yaml:1:8"))
  }

  @Test func theCasebookOfAConfigIsOpenedWhereNoneIsNamed() throws {
    let desk = try Desk()
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [],
      config: "lessons: off\ndefaults: {casebook: \(desk.casebook)}\n")
    try program.wait(shows: "A made-up casebook")
    try program.leave()
    withExtendedLifetime(desk) {}
  }

  @Test func theDatasetsOfAConfigAreOpened() throws {
    let result = try config("defaults: {datasets: nobody}\n", "list", "groups")
    #expect(result.status == 1 && result.errors.contains("there is no dataset “nobody”"))
  }
}
