import Foundation
import Testing

/// The casebook as of a date, and what is weakly supported, as a person at a terminal meets them.
@Suite struct AsOfProgramTests {
  private func start(_ desk: Desk) throws -> ProgramUnderTest {
    try ProgramUnderTest(
      ExplorerProgramTests.adduce, [ExplorerProgramTests.casebook], columns: 120, rows: 36,
      environment: desk.environment)
  }

  @Test func aDateIsSetShownAndLifted() throws {
    let desk = try Desk()
    let program = try start(desk)
    try program.wait(shows: "188 events")
    try program.wait(shows: "Settlement negotiated in Doha")
    program.type("a")
    try program.wait(shows: "a date: 2016")
    program.type("2016")
    try program.wait(shows: "what sources dated by 31 December 2016 say: 2 of 5 sources")
    program.type("\r")
    try program.wait(shows: "as of 2016-12-31")
    try program.wait(shows: "1/56")
    try program.wait(hides: "Settlement negotiated in Doha")
    program.type("/")
    try program.wait(shows: " Search")
    #expect(program.text.contains("as of 2016-12-31"))
    program.type("doha")
    try program.wait(shows: "nothing found")
    try program.escape(hides: " Search")
    program.type("5")
    try program.wait(shows: "roul-2016")
    #expect(!program.text.contains("bbc-2021"))
    program.type("a")
    try program.wait(shows: "Enter: all sources again")
    try program.escape(hides: "Enter: all sources again")
    #expect(program.text.contains("as of 2016-12-31"))
    program.type("a")
    try program.wait(shows: "Enter: all sources again")
    program.type("\r")
    try program.wait(hides: "as of 2016-12-31")
    try program.wait(shows: "188 events")
    try program.leave()
  }

  /// The library of a day takes a second or two to make; Esc stops that, and nothing is left of it.
  @Test func escStopsTheMakingAndItIsDoneAnew() throws {
    let desk = try Desk()
    let program = try start(desk)
    try program.wait(shows: "188 events")
    program.type("a2021\r")
    try program.wait(shows: "working · Esc stops")
    program.type("\u{1B}")
    try program.wait(shows: "stopped; the next key asks again")
    try program.wait("an empty place") {
      let files = (try? FileManager.default.subpathsOfDirectory(atPath: desk.home + "/cache")) ?? []
      return files.contains { $0.hasSuffix("records.sqlite") }
        && !files.contains { $0.contains("known.") }
    }
    #expect(program.text.contains("as of 2021-12-31") && !program.text.contains("1/45"))
    program.type("j")
    try program.wait(shows: "Islamic State in Khorasan, 2014-2021")
    try program.wait(shows: "1/45")
    try program.leave()
  }

  @Test func anExportIsOfWhatIsShown() throws {
    let desk = try Desk()
    let program = try start(desk)
    try program.wait(shows: "188 events")
    program.type("a2016\r")
    try program.wait(shows: "1/56")
    program.type("2")
    program.type("e")
    try program.wait(shows: " Export")
    program.type("\r")
    try program.wait(shows: " File")
    program.type("\u{15}\(desk.home)/events.csv\r")
    try program.wait(shows: "56 records written")
    let rows = try desk.text("events.csv")
    #expect(rows.contains("roul-2016") && !rows.contains("basit-2017"))
    #expect(try desk.text("events.csv.provenance.json").contains("asof:2016-12-31"))
    try program.leave()
  }

  @Test func weakFactsAreListedAndLeadToTheirPassage() throws {
    let desk = try Desk()
    let program = try start(desk)
    try program.wait(shows: "188 events")
    program.type("g!")
    try program.wait(shows: "Weak support · all records")
    try program.wait(shows: "[on one report")
    program.type("\t")
    try program.wait(shows: "[second-hand")
    try program.wait(shows: " via ")
    program.type("c")
    try program.wait(shows: "Reader · ")
    try program.leave()
  }

  @Test func theCommandLineListsThemToo() throws {
    let desk = try Desk()
    let result = try desk.run("check", "--support", desk.casebook)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    let last = lines.suffix(3).map { $0.prefix { $0 != ":" } }
    #expect(last == ["one-source", "one-report", "second-hand"])
    #expect(lines.count > 3 && lines[0].contains("doe-2020#"))
  }
}
