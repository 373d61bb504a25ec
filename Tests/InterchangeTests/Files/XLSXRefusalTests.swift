import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct XLSXRefusalTests {
  func problem(_ rows: String, _ change: (inout SampleWorkbook) -> Void = { _ in }) -> String? {
    var book = SampleWorkbook()
    book.rows = rows
    change(&book)
    return problem(book.bytes)
  }

  func problem(_ bytes: [UInt8], limit: Int = 1 << 30) -> String? {
    do {
      _ = try SampleWorkbook.csv(bytes, XLSXConversion(limit: limit))
      return nil
    } catch let problem as ImportFileProblem {
      if case .tooLarge = problem { return "too large" }
      return problem.message
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("<row><c t=\"s\"><v>0</v></c></row>", "has a text that the workbook does not hold"),
    ("<row><c t=\"s\"><v>x</v></c></row>", "has a text that the workbook does not hold"),
    ("<row r=\"2\"/><row r=\"2\"/>", "row 2 after row 2 is out of order"),
    ("<row r=\"1048577\"/>", "out of order"), ("<row r=\"x\"/>", "out of order"),
    ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "cell A1 after 2 of row 1 is out of order"),
    ("<row><c r=\"XFE1\"/></row>", "out of order"), ("<row><c r=\"5\"/></row>", "out of order"),
    ("<row><c>", "its XML cannot be read"), ("<row>&nbsp;</row>", "its XML cannot be read"),
    ("</worksheet>", "its XML cannot be read"),
  ])
  func namesWhatIsWrongWithASheet(rows: String, detail: String) {
    #expect(problem(rows)?.contains(detail) == true, "\(problem(rows) ?? "nothing")")
  }

  @Test func refusesDocumentTypesAndEntities() {
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
    let detail = "declares a document type"
    #expect(
      problem("<row><c t=\"str\"><v>&b;</v></c></row>") { $0.prefix = entities }?.contains(detail)
        == true)
    #expect(
      problem("") { $0.prefix = "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">" }?.contains(
        detail) == true)
  }

  @Test func refusesWhatIsTooLarge() {
    var book = SampleWorkbook()
    book.rows = "<row>" + String(repeating: "<c><v>1</v></c>", count: 5000) + "</row>"
    #expect(problem(book.bytes, limit: 50_000) == "too large", "what is unpacked")
    #expect(problem(book.bytes) == nil)
    // A text that many cells share is small in the workbook and large in the file.
    book.strings = ["<t>\(String(repeating: "x", count: 2000))</t>"]
    book.rows = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 5000) + "</row>"
    #expect(problem(book.bytes, limit: 1_000_000) == "too large", "what is written")
    book.strings = ["<t>\(String(repeating: "x", count: (1 << 20) + 1))</t>"]
    #expect(problem(book.bytes)?.contains("more text than a cell may") == true)
    let value = String(repeating: "1", count: (1 << 20) + 1)
    #expect(
      problem("<row><c><v>\(value)</v></c></row>")?.contains("more text than a cell may") == true)
    let tag = String(repeating: "x", count: 3 << 20)
    #expect(
      problem("<row><c r=\"\(tag)\"/></row>")?.contains("one tag of its XML is too long") == true)
  }

  @Test func refusesWhatIsNoWorkbook() throws {
    #expect(problem(Array("a,b\n1,2\n".utf8))?.contains("the archive cannot be opened") == true)
    #expect(problem([])?.contains("the archive cannot be opened") == true)
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    #expect(problem(old)?.contains("locked with a password, or a workbook in the old .xls") == true)
    #expect(
      problem(SampleArchive.bytes([("word/document.xml", "<w/>")]))?.contains("no workbook") == true
    )
    let book = SampleWorkbook()
    #expect(
      problem(SampleArchive.bytes(book.parts, flags: 1))?.contains("locked with a password") == true
    )
    let without = book.parts.filter { $0.0 != "xl/worksheets/sheet1.xml" }
    #expect(problem(SampleArchive.bytes(without))?.contains("sheet1.xml is missing") == true)
    let unrelated = book.parts.filter { $0.0 != "xl/_rels/workbook.xml.rels" }
    #expect(problem(SampleArchive.bytes(unrelated))?.contains("it has no worksheet") == true)
    var damaged = book.bytes
    let sheet = Array("<dimension".utf8)
    let place = try #require(damaged.indices.first { damaged[$0...].starts(with: sheet) })
    damaged[place + 1] = UInt8(ascii: "D")
    #expect(problem(damaged)?.contains("sheet1.xml") == true)
  }

  @Test func saysWhereItCannotReadOrWrite() throws {
    let folder = try SampleFolder()
    let missing = #expect(throws: ImportFileProblem.self) {
      try XLSXConversion().convert(folder.path + "/none.xlsx", to: folder.path + "/x.csv") { _, _ in
      }
    }
    guard case .unreadable? = missing else {
      Issue.record("\(String(describing: missing))")
      return
    }
    try Data(SampleWorkbook().bytes).write(to: URL(fileURLWithPath: folder.path + "/b.xlsx"))
    let closed = #expect(throws: ImportFileProblem.self) {
      try XLSXConversion().convert(folder.path + "/b.xlsx", to: folder.path + "/no/x.csv") { _, _ in
      }
    }
    guard case .unwritable? = closed else {
      Issue.record("\(String(describing: closed))")
      return
    }
    #expect(try folder.files == ["b.xlsx"])
  }
}
