import Foundation
import Testing

/// The network and the pages of themes, as a person at a terminal walks through them.
@Suite struct NetworkProgramTests {
  private func start() throws -> ProgramUnderTest {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook, "--dataset", "none"],
      columns: 120, rows: 36, environment: [:])
    try program.wait(shows: "1 Groups")
    try program.wait(shows: "2 Events")
    return program
  }

  @Test func fromAGroupAlongAnEdgeToAPassage() throws {
    let program = try start()
    program.type("j")
    try program.wait(shows: "2 Events · Islamic State")
    program.type("j")
    try program.wait(shows: "2 Events · IS Khorasan")
    try program.wait("its record") { program.text.contains("is-khorasan") }
    program.type("N")
    try program.wait(shows: "Network · IS Khorasan")
    try program.wait(shows: "IS Khorasan affiliate of Islamic State")
    program.type("\r")
    try program.wait(shows: "Network · IS Khorasan › Islamic State")
    try program.wait(shows: "IS Khorasan affiliate of Islamic State")
    program.type("\u{7F}")
    try program.wait(hides: "› Islamic State")
    program.type("a")
    try program.wait(shows: "As it stood")
    program.type("2015-01\r")
    try program.wait(shows: "relations as they stood in 2015-01")
    try program.wait(shows: "began later")
    program.resize(columns: 40, rows: 10)
    try program.wait(hides: "groups ·")
    program.resize(columns: 120, rows: 36)
    try program.wait(shows: "relations as they stood in 2015-01")
    program.type("c")
    try program.wait(shows: "Reader · bbc-2021 ¶4")
    try program.leave()
  }

  @Test func aCellOfAThemeOpensItsPassage() throws {
    let program = try start()
    program.type("6")
    try program.wait(shows: "6 Themes")
    try program.wait(shows: "How IS and al-Qaeda differ")
    try program.wait("a row") { program.selectedRows.count == 1 }
    for _ in 0..<60
    where !program.selectedRows.contains(where: { $0.hasPrefix(" How IS and al-Qaeda") }) {
      let before = program.selectedRows.map { $0.prefix(29) }
      program.type("j")
      try program.wait("another row") {
        let now = program.selectedRows.map { $0.prefix(29) }
        return now != before && now.count == 1
      }
    }
    try program.wait(shows: "2 Events · How IS and al-Qaeda")
    try program.wait(shows: "basit-is-al-qaeda")
    program.type("\r")
    try program.wait(shows: "theme · table")
    program.type("z")
    try program.wait(shows: "the near one")
    program.type("j")
    try program.wait("the cell's citation") {
      program.selectedRows.contains { $0.contains("basit-2017 ¶58") }
    }
    program.type("\r")
    try program.wait(shows: "Reader · basit-2017 ¶58")
    try program.leave()
  }
}
