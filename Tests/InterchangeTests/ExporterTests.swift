import Foundation
import Interchange
import Model
import Query
import Testing

@Suite struct ExporterTests {
  @Test(arguments: ExportFormat.allCases)
  func whatAnExportComesFromIsTold(format: ExportFormat) throws {
    let (text, result) = try ExportFixture().export(format)
    let provenance = result.provenance
    #expect(provenance.program == "adduce 9.9" && provenance.date.description == "2026-11-21")
    #expect(provenance.collections.map(\.version) == ["ab12cd34", "25.1"])
    #expect(provenance.kinds == format.defaultKinds && provenance.query.isEmpty)
    let told = ["adduce 9.9", "2026-11-21", "ab12cd34", "25.1", "UCDP, CC BY 4.0"]
    for word in told where format.holdsProvenance {
      #expect(text.contains(word), "\(format) \(word)")
    }
    #expect(text.contains("adduce 9.9") == format.holdsProvenance)
    let line = provenance.json.line
    for word in told { #expect(line.contains(word)) }
  }

  @Test func passagesAreCountedOnceByHowTheyWereFound() throws {
    let anchors = try ExportFixture().export(.csv).result.provenance.anchors
    #expect(anchors.fuzzy == 1 && anchors.withoutCopy == 1 && anchors.total == 2)
    #expect(anchors.words == "1 fuzzy, 1 no copy")
  }

  @Test func aKindNamedTwiceIsWrittenOnce() throws {
    let (text, result) = try ExportFixture().export(.jsonl, kinds: [.group, .event, .group])
    #expect(result.provenance.kinds == [.group, .event] && result.provenance.count == 4)
    #expect(text.split(separator: "\n").count == 6)
  }

  /// Nothing is held back: a library larger than many windows goes through, each row asked for once.
  @Test func aLargeLibraryIsAskedForWindowByWindow() throws {
    let total = 5000
    var asked: [Range<Int>] = []
    var dossiers = 0
    let exporter = Exporter(
      Exporter.Order(.csv), program: "p", date: .distantPast
    ) { request in
      switch request {
      case .overview: return .overview(Overview(title: "", description: "", counts: [:]))
      case .rows(let rows):
        let range = rows.first..<min(total, rows.first + rows.count)
        if rows.count > 1 { asked.append(range) }
        return .rows(
          ListWindow(
            kind: .event,
            rows: range.map {
              ListRow(target: .record(RecordID("e-\($0)")), kind: .event, title: "")
            },
            first: rows.first, total: total))
      case .dossier(let id):
        dossiers += 1
        let event = Event(id: id, title: "E", kind: Term(key: "k", label: "K"), statements: [])
        return .dossier(Dossier(record: .event(event)))
      default: throw StoreProblem.cancelled
      }
    }
    var pieces: [String] = []
    var last = 0
    let result = try exporter.run {
      pieces.append($0)
    } progress: { done, of in
      #expect(done > last && of == total)
      last = done
    }
    #expect(result.provenance.count == total && dossiers == total && last == total)
    #expect(asked.map(\.count).max().map { $0 < 1000 } == true)
    #expect(asked.flatMap { $0 } == Array(0..<total))
    #expect(pieces.count > 2 && pieces.allSatisfy { $0.utf8.count < 1 << 17 })
    #expect(pieces.joined().components(separatedBy: "\r\n").count == total + 2)
  }

  @Test func whatTheStoreOrTheSinkThrowsEndsIt() throws {
    struct Full: Error {}
    let fixture = try ExportFixture()
    let exporter = Exporter(Exporter.Order(.jsonl), program: "p", date: .distantPast) {
      try fixture.ask($0)
    }
    #expect(throws: Full.self) { try exporter.run { _ in throw Full() } }
    let cancelled = Exporter(Exporter.Order(.jsonl), program: "p", date: .distantPast) { _ in
      throw StoreProblem.cancelled
    }
    #expect(throws: StoreProblem.cancelled) { try cancelled.run { _ in } }
  }

  /// The words of a reader's copy are not ours to give away, nor is the path of its file.
  @Test(arguments: ExportFormat.allCases)
  func noExportHasTheWordsOfACopy(format: ExportFormat) throws {
    #expect(!format.kinds.contains(.text))
    let text = try ExportFixture().export(format, kinds: format.isOfOneKind ? [] : format.kinds)
      .text
    #expect(!text.contains("second one") && !text.contains("somebody"))
  }

  @Test func whatIsFoundInDatesIsMarked() throws {
    let fixture = try ExportFixture()
    let expression = try QueryReader.read("date:2016")
    let exporter = Exporter(
      Exporter.Order(.csv, expression), program: "p", date: .distantPast
    ) { request in
      guard case .rows(var window) = try fixture.ask(request) else {
        return try fixture.ask(request)
      }
      for index in window.rows.indices { window.rows[index].isCertain = window.first + index > 0 }
      return .rows(window)
    }
    var text = ""
    let result = try exporter.run { text += $0 }
    #expect(result.provenance.certain == 1 && result.provenance.query == "date:2016")
    #expect(text.contains("bombing,possibly,") && text.contains("one-sided,certainly,"))
  }
}
