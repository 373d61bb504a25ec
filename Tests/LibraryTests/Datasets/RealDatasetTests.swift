import Foundation
import Interchange
import Library
import Model
import Query
import Testing

/// The files of UCDP as they were downloaded, beside what a few lines of Python count in them.
@Suite struct RealDatasetTests {
  static let data = ProcessInfo.processInfo.environment["ADDUCE_TEST_DATA"].map {
    $0 + "/data/ucdp/"
  }

  /// Deaths, and events by year and by country, as tab-separated lines.
  private static let python = """
    import csv, gzip, sys, collections
    path = sys.argv[1]
    file = gzip.open(path, 'rt', newline='', encoding='utf-8') if path.endswith('.gz') \\
        else open(path, newline='', encoding='utf-8-sig')
    rows = [r for r in csv.DictReader(file) if r['id']]
    def column(*names): return next(n for n in names if n in rows[0])
    for name in ('best', 'low', 'high'):
        c = column(name, name + '_death')
        print('deaths', name, sum(int(r[c]) for r in rows), sep='\\t')
    start = lambda r: r['date_start'][:4] if 'date_start' in r else '%04d' % int(r['year'])
    for year, n in collections.Counter(map(start, rows)).items(): print('year', year, n, sep='\\t')
    for place, n in collections.Counter(r['country'] for r in rows).items():
        print('country', place, n, sep='\\t')
    """

  private static func counted(_ path: String) throws -> Set<String> {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", python, path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Set(text.split(separator: "\n").map(String.init))
  }

  @Test(
    .enabled(if: data != nil, "ADDUCE_TEST_DATA names no folder with the datasets"),
    arguments: [
      ("ged-pakistan-hdx.csv", 6416, "ged-pakistan"),
      ("ged-global-21.1-14-columns.csv.gz", 176_579, "ged"),
    ])
  func noRowIsLostAndSumsAreThoseOfPython(file: String, count: Int, name: String) throws {
    let path = try #require(Self.data) + file
    let fixture = try ImportFixture()
    let report = try fixture.importing(path)
    #expect(report.dataset.manifest.rows == count && report.dataset.manifest.refused == 0)
    #expect(report.dataset.manifest.name == name)
    let store = try SQLiteStore.open(report.dataset)
    let events = try store.rows(.event)
    #expect(events.count == count)
    var found: Set<String> = []
    var sums = ["best": 0, "low": 0, "high": 0]
    for row in events {
      let figure = try #require(
        try? CasualtyFigure(
          reading: row.figures.replacingOccurrences(of: " killed", with: "")
            .replacingOccurrences(of: "–", with: "-")))
      sums["best", default: 0] += figure.value
      sums["low", default: 0] += figure.low ?? 0
      sums["high", default: 0] += figure.high ?? 0
    }
    for (estimate, sum) in sums { found.insert("deaths\t\(estimate)\t\(sum)") }
    let years = Dictionary(grouping: events) { row in
      (row.date?.span.first).map { String($0.description.prefix(4)) } ?? ""
    }
    for (year, rows) in years { found.insert("year\t\(year)\t\(rows.count)") }
    for place in try store.rows(.place) where place.detail == "country" {
      found.insert("country\t\(place.title)\t\(place.events)")
    }
    let differing = found.symmetricDifference(try Self.counted(path))
    #expect(differing.isEmpty, "\(differing.sorted().prefix(9))")
  }

  /// Every work that a row of the newer coding counts is a source of its event.
  @Test(.enabled(if: data != nil, "ADDUCE_TEST_DATA names no folder with the datasets"))
  func everyWorkIsCited() throws {
    let fixture = try ImportFixture()
    let store = try SQLiteStore.open(
      fixture.importing(try #require(Self.data) + "ged-pakistan-hdx.csv").dataset)
    var (counted, quoting) = (0, 0)
    for row in try store.rows(.event, "date:2015") {
      guard case .record(let id) = row.target, let dossier = try store.dossier(id),
        let told = dossier.row,
        let field = told.fields.first(where: { $0.name == "number_of_sources" }),
        let number = Int(field.value)
      else { continue }
      if told.quoted != nil { quoting += 1 }
      #expect(told.sources.count == (number > 0 ? number : 1))
      if number > 0 { counted += 1 }
      #expect(dossier.record.statements.allSatisfy { $0.citations.first?.via == told.sources })
    }
    #expect(counted > 100 && quoting > 100)
  }
}
