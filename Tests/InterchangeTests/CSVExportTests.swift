import Foundation
import Model
import Testing

@testable import Interchange

@Suite struct CSVExportTests {
  /// Cells a spreadsheet would run, and what stands instead.
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "'  =1"), ("\t=1", "' =1"), ("\r=1", "␍=1"),
    ("＝1", "'＝1"), ("-33.5", "-33.5"), ("+12", "+12"), ("-", "'-"), ("-1.2.3", "'-1.2.3"),
    ("-5e3", "'-5e3"), ("a=b", "a=b"), ("", ""), ("7", "7"),
  ])
  func formulasAreMadeHarmless(text: String, cell: String) {
    #expect(CSVRow.cell(text) == cell)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
    ("two\nlines", "two␊lines"), ("\u{1B}[2J", "␛[2J"), ("a\u{202E}b", "a<U+202E>b"),
    ("پشتو", "پشتو"),
  ])
  func cellsAreQuotedAndHarmless(text: String, cell: String) {
    #expect(CSVRow.cell(text) == cell)
  }

  private func table(_ kind: RecordKind) throws -> [[String: String]] {
    let text = try ExportFixture().export(.csv, kinds: [kind]).text
    #expect(text.hasSuffix("\r\n"))
    let rows = text.components(separatedBy: "\r\n").dropLast().map(Self.fields)
    let heads = try #require(rows.first)
    return rows.dropFirst().map { row in
      #expect(row.count == heads.count, "\(kind)")
      return Dictionary(uniqueKeysWithValues: zip(heads, row))
    }
  }

  /// A reader of RFC 4180 for one line, of its own.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test func anEventKeepsWhatDiffersApart() throws {
    let rows = try table(.event)
    let bombing = try #require(rows.first)
    #expect(bombing["date"] == "2016-08/2016-09" && bombing["earliest"] == "2016-08-01")
    #expect(bombing["latest"] == "2016-09-30" && bombing["place"] == "Town")
    #expect(bombing["killed_low"] == "71" && bombing["killed_high"] == "")
    #expect(bombing["killed_best"] == "" && bombing["killed_stated"] == "more than 70; 74")
    #expect(bombing["wounded_low"] == "" && bombing["wounded_stated"] == "")
    #expect(bombing["claimant"] == "Red Band" && bombing["perpetrator"] == "Blue Front (alleged)")
    #expect(bombing["citations"] == "doe-2020#2:3-9 via herald-2019; roe-2021#1")
    #expect(bombing["anchors"] == "fuzzy 93 %; no copy" && bombing["latitude"] == "")
    #expect(bombing["works"] == "doe-2020; herald-2019; roe-2021")
  }

  @Test func aRowOfADatasetKeepsItsPlaceAndEstimates() throws {
    let row = try #require(try table(.event).last)
    #expect(row["latitude"] == "-30.25" && row["longitude"] == "66.5")
    #expect(row["killed_low"] == "2" && row["killed_best"] == "7" && row["killed_high"] == "12")
    #expect(row["dataset"] == "UCDP GED" && row["dataset_version"] == "25.1")
    #expect(row["dataset_id"] == "7" && row["works"] == "wire-2016" && row["citations"] == "")
  }

  @Test(arguments: [
    RecordKind.group, .person, .place, .relation, .source, .statement, .passage,
  ])
  func everyKindIsATable(kind: RecordKind) throws {
    let rows = try table(kind)
    #expect(!rows.isEmpty && rows.allSatisfy { $0["id"]?.isEmpty == false })
    if kind == .group { #expect(rows[0]["aliases"] == "'=RB") }
  }

  @Test func severalKindsAreRefused() throws {
    #expect(throws: ExportProblem.severalKinds(.csv)) {
      try ExportFixture().export(.csv, kinds: [.event, .group])
    }
    #expect(throws: ExportProblem.noSuchKind(.text, .csv)) {
      try ExportFixture().export(.csv, kinds: [.text])
    }
  }

  /// Figures as written, and what stands for low, best and high; -1 for unknown.
  @Test(arguments: [
    (["70"], 70, 70, 70), (["about 70"], -1, 70, -1), (["nearly 70"], -1, -1, 69),
    (["up to 20"], -1, -1, 20), (["12", "15"], 12, -1, 15), (["12", "12"], 12, 12, 12),
    (["0"], 0, 0, 0), ([], -1, -1, -1), (["at least 3", "5"], 3, -1, -1),
  ])
  func figuresAreSummedUpAndNeverAveraged(
    figures: [String], low: Int, best: Int, high: Int
  ) throws {
    let statements = try figures.map {
      ExportFixture.statement("e", .killed, .figure(try CasualtyFigure(reading: $0)))
    }
    let denied = ExportFixture.statement(
      "e", .killed, .figure(CasualtyFigure(500)), basis: .denied, number: 9)
    let summary = FigureSummary(statements + [denied])
    #expect(summary.low ?? -1 == low && summary.best ?? -1 == best && summary.high ?? -1 == high)
  }

  /// FIELDS.md says what each column holds.
  @Test func everyColumnIsDocumented() throws {
    let module = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: module.appendingPathComponent("Sources/Interchange/FIELDS.md"), encoding: .utf8)
    let part = try #require(text.components(separatedBy: "\n## CSV\n").last)
      .components(separatedBy: "\n## ")[0]
    let documented = Set(
      part.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
        line.split(separator: "|")[0].split(separator: "`").map(String.init)
          .filter { $0.contains { $0 != " " } }
      })
    let columns = Set(ExportFormat.csv.kinds.flatMap(CSVExport.columns))
    #expect(documented == columns, "\(documented.symmetricDifference(columns))")
  }
}
