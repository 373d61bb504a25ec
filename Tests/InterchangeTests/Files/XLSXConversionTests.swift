import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct XLSXConversionTests {
  @Test func everyKindOfCell() throws {
    var book = SampleWorkbook()
    book.strings = [
      "<t>Oldtown</t>", "<r><t>Lower </t></r><r><t xml:space=\"preserve\"> West</t></r>",
    ]
    book.rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>\
      <c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#N/A</v></c>\
      <c r="F1" t="str"><f>A1&amp;"x"</f><v>Oldtownx</v></c><c r="G1"><v>197001010001</v></c>\
      <c r="H1" t="n"><v>0.10000000000000001</v></c><c r="I1" t="s"><v>1</v></c>\
      <c r="J1" t="d"><v>2018-01-02</v></c><c r="K1" t="n"/></row>
      """
    #expect(
      try book.csv()
        == "Oldtown,ab,TRUE,FALSE,#N/A,Oldtownx,197001010001,0.1,Lower West,2018-01-02\n")
  }

  @Test func gapsAreEmptyFields() throws {
    var book = SampleWorkbook()
    book.rows = """
      <row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>3</v></c></row><row r="4"/>\
      <row r="6"><c r="B6"><v>2</v></c><c r="E6"><v>5</v></c></row>\
      <row><c><v>7</v></c><c/><c><v>9</v></c></row><row r="9"><c r="A9" s="1"/></row>
      """
    #expect(try book.csv() == "1,,3\n,,\n,,\n,2,,,5\n7,,9\n")
    book.rows = "<row><c><v>1</v></c></row><row r=\"3\"><c><v>3</v></c></row>"
    #expect(try book.csv() == "1\n\"\"\n3\n", "a line without anything would be no row")
    book.rows = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"
    #expect(try book.csv() == String(repeating: ",", count: 16_383) + "1\n")
    book.rows = ""
    #expect(try book.csv().isEmpty)
  }

  @Test func quotesWhatMustBeQuoted() throws {
    var book = SampleWorkbook()
    let texts = ["a,b", "say \"x\"", "two\nlines", "cr_x000D_lf", "_x005F_x000D_", "tab\tq", "é—组"]
    book.strings = texts.map { "<t xml:space=\"preserve\">\($0)</t>" }
    book.rows = "<row>" + texts.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>"
    #expect(
      try book.csv()
        == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"cr\rlf\",_x000D_,tab\tq,é—组\n")
  }

  @Test func blanksAtTheEndsCountWhereTheTextSaysSo() throws {
    var book = SampleWorkbook()
    book.strings = [
      "<t> a b </t>", "<t xml:space=\"preserve\"> a b </t>", "<t/>",
      "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>",
    ]
    book.rows = "<row>" + (0..<4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>"
    #expect(try book.csv() == "a b, a b ,,東京\n")
  }

  @Test func daysAreWrittenAsDays() throws {
    var book = SampleWorkbook()
    book.formats = [0, 14, 22, 164, 165, 46]
    book.codes = [164: "[$-409]d\\-mmm\\-yyyy;@", 165: "0.0&quot; days&quot;"]
    func cells(_ cells: [(Int, String)]) -> String {
      "<row>" + cells.map { "<c s=\"\($0.0)\"><v>\($0.1)</v></c>" }.joined() + "</row>"
    }
    book.rows = cells([
      (0, "43102"), (1, "43102"), (2, "43102.5625"), (3, "43102"), (4, "2.5"), (5, "1.5"),
      (1, "1"), (1, "59"), (1, "60"), (1, "61"), (1, "-3"), (9, "43102"), (1, "0"),
    ])
    #expect(
      try book.csv()
        == "43102,2018-01-02,2018-01-02T13:30:00,2018-01-02,2.5,36:00:00,"
        + "1900-01-01,1900-02-28,1900-02-29,1900-03-01,-3,43102,0\n")
    book.properties = "date1904=\"1\""
    book.rows = cells([(1, "0"), (1, "41640"), (2, "41640.5")])
    #expect(try book.csv() == "1904-01-01,2018-01-02,2018-01-02T12:00:00\n")
  }

  @Test func aSheetByItsNameOrTheFirstThatIsShown() throws {
    var book = SampleWorkbook()
    book.rows = "<row><c><v>1</v></c></row>"
    #expect(try book.csv() == "1\n")
    #expect(try book.csv(XLSXConversion(sheet: "Notes")) == "hidden\n")
    let problem = #expect(throws: ImportFileProblem.self) {
      try book.csv(XLSXConversion(sheet: "None"))
    }
    #expect(problem?.message.contains("no sheet “None”, but “Notes”, “Data”") == true)
  }

  @Test func prefixesAndTheStrictStandardAreRead() throws {
    let parts = SampleWorkbook().parts.map { name, text -> (String, String) in
      if name == "xl/worksheets/sheet1.xml" {
        return (
          name,
          "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        )
      }
      return (
        name,
        text.replacingOccurrences(
          of: "http://schemas.openxmlformats.org/officeDocument/2006",
          with: "http://purl.oclc.org/ooxml/officeDocument")
      )
    }
    #expect(try SampleWorkbook.csv(SampleArchive.bytes(parts)) == "4\n")
  }

  @Test func progressIsToldAndCanStopIt() throws {
    var book = SampleWorkbook()
    book.rows = String(repeating: "<row><c><v>12345</v></c></row>", count: 50_000)
    let folder = try SampleFolder()
    try Data(book.bytes).write(to: URL(fileURLWithPath: folder.path + "/b.xlsx"))
    var told: [(Int, Int)] = []
    try XLSXConversion().convert(folder.path + "/b.xlsx", to: folder.path + "/b.csv") {
      told.append(($0, $1))
    }
    #expect(told.count >= 2 && told.last.map { $0 == $1 } == true)
    #expect(told.allSatisfy { $0 <= $1 } && zip(told, told.dropFirst()).allSatisfy { $0.0 <= $1.0 })
    let problem = #expect(throws: ImportFileProblem.self) {
      try XLSXConversion().convert(folder.path + "/b.xlsx", to: folder.path + "/c.csv") { _, _ in
        throw CancellationError()
      }
    }
    #expect(problem == .cancelled)
    #expect(try folder.files.sorted() == ["b.csv", "b.xlsx"], "what is half written is gone")
  }
}
