import Foundation
import Interchange
import Library
import Model
import Query
import Testing

/// A file becomes a dataset whole, or nothing changes.
@Suite struct DatasetImportTests {
  private static let rows = [
    ["17", "2013-01-10", "2013-01-10", "7", "2", "12", "R 10/1 2013"],
    ["18", "2012-03-01", "2012-03-31", "0", "0", "3"],
    ["19", "2013-05-05", "2013-05-05", "1", "1", "1"],
  ]

  @Test func aRowBecomesAnEventWithItsSources() throws {
    let fixture = try ImportFixture()
    let report = try fixture.importing(fixture.ged("ged251.csv", Self.rows))
    #expect(report.dataset.manifest.name == "ged-norland")
    #expect(report.dataset.manifest.version == "25.1")
    #expect(report.dataset.manifest.rows == 3 && report.dataset.manifest.refused == 0)
    let store = try SQLiteStore.open(report.dataset)
    #expect(
      try store.rows(.event).map(\.target) == ["ged-18", "ged-17", "ged-19"].map { .record($0) })
    let dossier = try #require(try store.dossier("ged-17"))
    let work = try #require(dossier.row?.sources.first)
    #expect(dossier.name(of: work) == "R 10/1 2013")
    #expect(dossier.record.statements.allSatisfy { $0.citations.first?.via == [work] })
    // And back: the work leads to the row that names it.
    let cited = try #require(try store.dossier(work))
    #expect(cited.mentions.map(\.statement.subject) == ["ged-17"])
    #expect(try store.rows(.source).map(\.title) == ["R 10/1 2013"])
    #expect(try store.rows(.event, "cites:\(work)").count == 1)
    guard case .overview(let overview) = try store.answerNow(.overview) else { return }
    #expect(overview.collections.map(\.version) == ["25.1"])
  }

  @Test(arguments: [
    ("killed:0", ["ged-18"]), ("killed:>5", ["ged-17"]),
    ("group:\"red band\"", ["ged-18", "ged-17", "ged-19"]),
    ("place:westdale date:2012", ["ged-18"]), ("place:norland date:2013-01", ["ged-17"]),
    ("kind:\"non-state\"", ["ged-18", "ged-17", "ged-19"]),
    ("\"blue band\" westdale date:2013-05", ["ged-19"]),
  ])
  func rowsAreFound(query: String, ids: [RecordID]) throws {
    let fixture = try ImportFixture()
    let store = try SQLiteStore.open(fixture.importing(fixture.ged("ged.csv", Self.rows)).dataset)
    #expect(try store.rows(.event, query).map(\.target) == ids.map { .record($0) })
  }

  @Test func whatCannotBeTakenIsListedAndCounted() throws {
    let fixture = try ImportFixture()
    let broken = [
      ["20", "2013-02-30", "2013-03-01", "1", "1", "1"],
      ["17", "2013-06-06", "2013-06-06", "1", "1", "1"],
      ["", "2013-06-06", "2013-06-06", "1", "1", "1"],
      ["21", "2013-06-06", "2013-06-06", "few", "1", "1"],
    ]
    let path = try fixture.ged("ged.csv", Self.rows + broken)
    let report = try fixture.importing(path)
    #expect(report.dataset.manifest.rows == 3 && report.dataset.manifest.refused == 4)
    #expect(report.problems.map(\.line) == [5, 6, 7, 8])
    #expect(report.problems.map(\.field) == ["date_start", "id", "id", "best"])
    #expect(report.problems.map(\.value) == ["2013-02-30", "17", "", "few"])
    let listed = try String(contentsOfFile: report.dataset.problems, encoding: .utf8)
    #expect(listed.split(separator: "\n").count == 4)
    let other = try ImportFixture()
    let refusal = #expect(throws: ImportRefusal.self) { try other.importing(path, strict: true) }
    guard case .rows(_, 4, let problems)? = refusal else { return #expect(Bool(false)) }
    #expect(problems.count == 4 && other.files().isEmpty)
  }

  @Test func aNewerReleaseSaysWhatChangedById() throws {
    let fixture = try ImportFixture()
    try fixture.importing(fixture.ged("ged241.csv", Self.rows))
    var rows = Self.rows
    rows[0][3] = "9"
    rows.remove(at: 1)
    rows.append(["30", "2014-01-01", "2014-01-01", "1", "1", "1"])
    let report = try fixture.importing(fixture.ged("ged251.csv", rows))
    let difference = try #require(report.difference)
    #expect(difference.former == "24.1")
    #expect(difference.added == 1 && difference.removed == 1 && difference.changed == 1)
    #expect(difference.same == 1 && difference.columns.map(\.name) == ["best"])
    let listed = try String(contentsOfFile: report.dataset.changes, encoding: .utf8)
    #expect(listed.contains("+ ged-30") && listed.contains("- ged-18"))
    #expect(listed.contains("~ ged-17 best: “7” → “9”"))
    #expect(try SQLiteStore.open(report.dataset).rows(.event).count == 3)
    // The former release is gone, the remnants of making the new one too.
    let folders = Set(
      fixture.files().keys.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    #expect(folders.count == 2 && folders.contains("ged-norland/current"))
  }

  /// Stopped at any step, the import leaves every byte as it was.
  @Test(arguments: 0..<40) func whatIsStoppedChangesNothing(step: Int) throws {
    let fixture = try ImportFixture()
    try fixture.importing(fixture.ged("ged.csv", Self.rows))
    let before = fixture.files()
    let many = (0..<9000).map { ["\($0)", "2013-01-10", "2013-01-11", "1", "0", "2"] }
    let path = try fixture.ged("more.csv", many)
    nonisolated(unsafe) var told = 0
    func stopping(_ progress: ImportProgress) -> Bool {
      told += 1
      return told <= step
    }
    do {
      try withoutActuallyEscaping(stopping) { watcher throws(ImportRefusal) in
        _ = try DatasetImport(into: fixture.datasets).run(path) { watcher($0) }
      }
      #expect(told <= step)
    } catch {
      guard case .file(.cancelled) = error else { throw error }
      #expect(fixture.files() == before)
    }
  }

  @Test func whatWasGivenUpIsClearedAway() throws {
    let fixture = try ImportFixture()
    let remnant = fixture.datasets.path + "/.new-1-2"
    try FileManager.default.createDirectory(atPath: remnant, withIntermediateDirectories: true)
    try fixture.importing(fixture.ged("ged.csv", Self.rows))
    #expect(!FileManager.default.fileExists(atPath: remnant))
  }

  @Test func anUnknownFileIsRefusedWithWhatItBeginsWith() throws {
    let fixture = try ImportFixture()
    let path = try fixture.file("x.csv", "colour,size\nred,2\n")
    let refusal = #expect(throws: ImportRefusal.self) { try fixture.importing(path) }
    #expect(refusal?.message.contains("colour, size") == true)
    let empty = try fixture.file("empty.csv", "")
    #expect(throws: ImportRefusal.self) { try fixture.importing(empty) }
    #expect(throws: ImportRefusal.self) { try fixture.importing("/nowhere") }
  }

  @Test func aReleaseThatIsForgottenIsGone() throws {
    let fixture = try ImportFixture()
    try fixture.importing(fixture.ged("ged.csv", Self.rows), name: "mine")
    #expect(fixture.datasets.datasets.map(\.manifest.name) == ["mine"])
    #expect(try fixture.datasets.remove("mine") && fixture.files().isEmpty)
    #expect(try !fixture.datasets.remove("mine"))
  }

  @Test func bytesOfWindowsAreReadAsSuch() throws {
    let fixture = try ImportFixture()
    let path = try fixture.ged("ged.csv", Self.rows)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes.replace(Data("Westdale".utf8), with: Data([0x57, 0xE9, 0x93]))
    try bytes.write(to: URL(fileURLWithPath: path))
    let report = try fixture.importing(path)
    #expect(report.dataset.manifest.encoding == "Windows-1252")
    #expect(
      try SQLiteStore.open(report.dataset).rows(.event).map(\.place) == ["Wé“", "Wé“", "Wé“"])
  }

  @Test(arguments: [
    ("ged251.csv", "25.1"), ("GEDEvent_v23_0_5.csv", "23.0.5"), ("ged-global-21.1-x.csv", "21.1"),
    ("globalterrorismdb_0522dist.csv", "2022-05"),
  ])
  func theNameOfAFileTellsItsRelease(name: String, version: String) throws {
    let fixture = try ImportFixture()
    let manifest = try fixture.importing(fixture.ged(name, Self.rows)).dataset.manifest
    #expect(manifest.version == version)
  }

  @Test func aFileWithoutReleaseIsThatOfItsDay() throws {
    let fixture = try ImportFixture()
    let path = try fixture.ged("events.csv", Self.rows)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
    #expect(try fixture.importing(path).dataset.manifest.version == "2001-09-09")
  }

  /// What `--as` names is believed where a file could be read so, and refused where it could not.
  @Test(arguments: [(nil, "ged"), ("events", "events"), ("gtd", nil)] as [(String?, String?)])
  func theFormatNamedOverrules(named: String?, format: String?) throws {
    let fixture = try ImportFixture()
    let path = try fixture.file(
      "both.csv",
      """
      id,title,date,type_of_violence,side_a,side_b,date_start,date_end,best,low,high
      1,A clash,2013,2,Red Band,Blue Band,2013-01-10,2013-01-10,1,1,1

      """)
    var options = DatasetImport.Options()
    options.format = named
    let importing = DatasetImport(into: fixture.datasets)
    if let format {
      #expect(try importing.run(path, options) { _ in true }.dataset.manifest.format == format)
    } else {
      #expect(throws: ImportRefusal.self) { try importing.run(path, options) { _ in true } }
    }
  }
}
