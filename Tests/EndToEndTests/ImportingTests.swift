import Foundation
import Glibc
import Testing

/// A dataset is imported, browsed, searched and exported, as a person does it.
@Suite struct ImportingTests {
  private static let columns =
    "id,type_of_violence,side_a_new_id,side_a,side_b_new_id,side_b,country,where_coordinates,"
    + "date_start,date_end,date_prec,best,low,high,source_article,source_original\n"

  /// Made-up rows, as UCDP would give them.
  private static let table =
    columns + """
      17,2,4,Gull Brigade,5,Heron Brigade,Norland,Westdale,2013-01-10,2013-01-12,2,7,2,12,\
      "\"\"Norland News,2013-01-13,Seven dead in Westdale\"\";\"\"The Gazette,2013-01-14,Fighting in the hills\"\"",Police
      18,3,4,Gull Brigade,9,Civilians,Norland,Eastdale,2013-05-01,2013-05-01,1,0,0,3,R 2/5 2013,

      """

  @Test func whatWasImportedIsListedComparedAndForgotten() throws {
    let desk = try Desk()
    let path = try desk.file("ged241.csv", Self.table)
    let imported = try desk.run("import", path)
    #expect(imported.status == 0 && imported.errors.isEmpty, "\(imported)")
    #expect(imported.output.contains("UCDP GED, Norland 24.1, 2 rows taken as in:ged-norland"))
    let listed = try desk.run("datasets").output
    #expect(
      listed.contains("ged-norland") && listed.contains("SHA-256") && listed.contains("CC BY 4.0"))
    let newer = try desk.file(
      "ged251.csv", Self.table.replacingOccurrences(of: ",7,2,12,", with: ",8,2,12,") + "19,x\n")
    let again = try desk.run("import", newer)
    #expect(
      again.output.contains("since 24.1: 0 added, 1 changed, 0 removed, 1 the same"), "\(again)")
    #expect(again.output.contains("best in 1"))
    #expect(again.errors.contains("\(newer):4: has 2 fields where 16 are expected"))
    #expect(try desk.run("datasets", "--changes", "ged-norland").output.contains("best: “7” → “8”"))
    #expect(try desk.run("datasets", "--problems", "ged-norland").output.contains(":4:"))
    #expect(try desk.run("import", newer, "--strict").status == 1)
    #expect(try desk.run("list", "events", "group:gull", "killed:8").output.contains("ged-17"))
    #expect(try desk.run("list", "events", "group:gull", "--dataset", "none").output.isEmpty)
    #expect(try desk.run("show", "ged-18").output.contains("0 (0-3)"))
    #expect(try desk.run("datasets", "--remove", "ged-norland").status == 0)
    #expect(try desk.run("datasets").output.isEmpty)
    #expect(try desk.run("datasets", "--remove", "ged-norland").status == 1)
  }

  @Test func whatCannotBeImportedSaysWhatWouldDo() throws {
    let desk = try Desk()
    let path = try desk.file("colours.csv", "colour,size\nred,2\n")
    let unknown = try desk.run("import", path)
    #expect(unknown.status == 1 && unknown.errors.contains("it begins: colour, size"))
    #expect(unknown.errors.contains("--as"))
    #expect(try desk.run("import", path, "--as", "gtd").errors.contains("is no gtd file"))
    #expect(try desk.run("import", path, "--as", "pdf").status == 64)
    #expect(try desk.run("import", desk.home + "/absent.csv").errors.contains("absent.csv"))
    #expect(
      try desk.run("list", "events", "--dataset", "absent").errors.contains("no dataset “absent”"))
  }

  /// Many rows, so that there is time to stop it: killed at any moment, all is as it was.
  @Test(arguments: [SIGKILL, SIGTERM, SIGINT]) func whatIsKilledLeavesTheFormerRelease(
    signal: Int32
  ) throws {
    let desk = try Desk()
    _ = try desk.run("import", try desk.file("ged.csv", Self.table), "--name", "mine")
    let row = Self.table.split(separator: "\n")[2].dropFirst(2)
    let many = Self.columns + (0..<120_000).map { "\($0)\(row)\n" }.joined()
    let path = try desk.file("many.csv", many)
    for milliseconds in [10, 150, 400] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: ExplorerProgramTests.adduce)
      process.arguments = ["import", path, "--name", "mine"]
      process.environment = desk.environment.merging(["PATH": "/usr/bin:/bin"]) { one, _ in one }
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds) * 1000)
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationStatus != 0)
      #expect(try desk.run("datasets").output.contains("2 rows"))
      #expect(try desk.run("list", "events", "gull").output.contains("ged-17"))
    }
    #expect(
      try desk.run("import", desk.home + "/ged.csv", "--name", "mine").output.contains("2 the same")
    )
    let left = try FileManager.default.contentsOfDirectory(
      atPath: desk.home + "/data/adduce/datasets")
    #expect(left.filter { $0.hasPrefix(".new") }.isEmpty)
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func groupsRowsSourcesSearchAndExport(columns: Int, rows: Int) throws {
    let desk = try Desk()
    _ = try desk.run("import", try desk.file("ged241.csv", Self.table))
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [desk.casebook], columns: columns, rows: rows,
      environment: desk.environment)
    try program.wait(shows: "1 Groups")
    // By group.
    program.type("/group:gull\u{20}date:2013-01")
    try program.wait("the event") { program.selectedRows.contains { $0.contains("2013-01-10") } }
    program.type("\r")
    try program.wait(shows: "non-state violence")
    try program.wait(shows: "7 (2-12)")
    program.type("G")
    try program.wait("the last source") {
      program.selectedRows.contains { $0.contains("Gazette") }
    }
    // A source of the row, and back to the row from it.
    program.type("\r")
    try program.wait(shows: "cited article")
    try program.wait(shows: "Names it")
    program.type("H")
    try program.wait(shows: "Its sources")
    // The row, and what the codebook says.
    program.type("g")
    program.type("gR")
    try program.wait(shows: "line 2 of ged241.csv")
    program.type("?")
    try program.wait(shows: "UCDP GED Codebook")
    program.type("q")
    try program.wait(hides: "UCDP GED Codebook")
    program.type("?")
    try program.wait(shows: "date_start")
    program.type("q")
    // Found and written to a file.
    program.type("/westdale\u{20}date:2013")
    try program.wait(shows: "certainly in these dates")
    program.type("\u{18}")
    try program.wait(shows: "a table for spreadsheets")
    program.type("\r")
    try program.wait(shows: "westdale-date-2013.csv")
    program.type("\u{15}\(desk.home)/out.csv\r")
    try program.wait(shows: "1 record written")
    try program.escape(hides: "Search")
    try program.leave()
    let written = try desk.text("out.csv").components(separatedBy: "\r\n")
    #expect(written.count == 3 && written[1].hasPrefix("ged-17,"))
    #expect(written[1].contains("2,7,12"))
    #expect(try desk.text("out.csv.provenance.json").contains("\"version\":\"24.1\""))
  }

  @Test func marksOutliveARelease() throws {
    let desk = try Desk()
    _ = try desk.run("import", try desk.file("ged241.csv", Self.table))
    func explorer() throws -> ProgramUnderTest {
      let program = try ProgramUnderTest(
        ExplorerProgramTests.adduce, [desk.casebook], environment: desk.environment)
      try program.wait(shows: "2013-01-10/2013-01-12")
      return program
    }
    var program = try explorer()
    program.type("2x")
    try program.wait(shows: "✓2013-01-10/2013-01-12")
    try program.wait(shows: "1 reviewed in all")
    try program.leave()
    let newer = Self.table.replacingOccurrences(of: ",7,2,12,", with: ",8,2,12,")
    _ = try desk.run("import", try desk.file("ged251.csv", newer))
    program = try explorer()
    try program.wait(shows: "✓2013-01-10/2013-01-12")
    #expect(program.text.contains("8 (2–12) killed"))
  }
}
