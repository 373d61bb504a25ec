import Interchange
import Model
import TestSupport
import Testing

@Suite struct RISTests {
  private func read(_ text: String) -> ImportedRecords { RIS.read(Array(text.utf8), file: "a.ris") }

  private func source(_ lines: String) -> Source? {
    read("TY  - JOUR\nTI  - T\n\(lines)\nER  - \n").sources.first
  }

  @Test func anEntryIsASource() throws {
    let found = read(
      """
      TY  - NEWS
      ID  - Dawn2016
      TI  - Blast at
        Quetta hospital
      AU  - Shah, Syed Ali
      AU  - Khan, A., Jr.
      AU  - Associated Press
      T2  - Dawn
      PY  - 2016
      DA  - 2016/08/08
      SP  - 1
      EP  - 3
      VL  - 70
      IS  - 4
      UR  - https://example.org/a
      UR  - https://example.org/b
      DO  - 10.1/2
      LA  - en
      KW  - Quetta
      KW  - bombing
      A2  - Editor, An
      Y2  - 2016/08/10
      ER  - 
      """)
    #expect(found.problems == [] && found.entries == 1)
    let source = try #require(found.sources.first)
    #expect(source.id == "dawn2016" && source.type == "newspaper")
    #expect(source.title == "Blast at Quetta hospital")
    #expect(source.authors == ["Syed Ali Shah", "A. Khan Jr.", "Associated Press"])
    #expect(source.series == "Dawn" && source.issue == "Volume 70, Issue 4, pp. 1-3")
    #expect(source.date?.description == "2016-08-08")
    #expect(source.url == "https://example.org/a" && source.language == "en")
    #expect(
      source.note
        == "url: https://example.org/b; keyword: Quetta; keyword: bombing; editor: An Editor; "
        + "accessed: 2016/08/10; DOI: 10.1/2; id in the file: Dawn2016")
  }

  @Test(arguments: [
    ("PY  - 2016", "2016"), ("PY  - 2016///", "2016"), ("PY  - 2016/08//", "2016-08"),
    ("PY  - 2016/08/08/", "2016-08-08"), ("Y1  - 2016/8/8", "2016-08-08"),
    ("PY  - 2016///Spring", "2016-21"), ("DA  - 2016-08-08", "2016-08-08"),
    ("PY  - 2016\nDA  - 2016/08", "2016-08"), ("PY  - 2016/08/08\nY1  - 2016", "2016-08-08"),
    ("PY  - August 2016", "2016-08"), ("PY  - 2015-2016", "2015/2016"), ("PY  - c. 2016", "2016~"),
  ])
  func datesAreAsKnown(lines: String, date: String) {
    #expect(source(lines)?.date?.description == date)
  }

  @Test func whatADateDoesNotSayIsKept() {
    #expect(source("PY  - 2016/08//late")?.dateNote == "the entry has “2016/08//late”")
    #expect(source("PY  - 2016//08/")?.dateNote == "the entry has “2016//08/”")
    let found = read("TY  - JOUR\nTI  - T\nDA  - 2016/13/45\nER  - ")
    #expect(found.problems.map(\.field) == ["DA"] && found.sources.count == 1)
    #expect(found.problems.first?.value == "2016/13/45")
  }

  @Test func everyTypeHasAWord() {
    let types = [
      "ABST", "ADVS", "AGGR", "ANCIENT", "ART", "BILL", "BLOG", "BOOK", "CASE", "CHAP", "CHART",
      "CLSWK", "COMP", "CONF", "CPAPER", "CTLG", "DATA", "DBASE", "DICT", "EBOOK", "ECHAP",
      "EDBOOK", "EJOUR", "ELEC", "ENCYC", "EQUA", "FIGURE", "GEN", "GOVDOC", "GRANT", "HEAR",
      "ICOMM", "INPR", "INTV", "JFULL", "JOUR", "LEGAL", "MANSCPT", "MAP", "MGZN", "MPCT", "MULTI",
      "MUSIC", "NEWS", "PAMP", "PAT", "PCOMM", "RPRT", "SER", "SLIDE", "SOUND", "STAND", "STAT",
      "THES", "UNBILL", "UNPB", "VIDEO", "WEB",
    ]
    for type in types {
      let source = read("TY  - \(type)\nTI  - T\nER  - ").sources.first
      #expect(source?.note == nil, "\(type): \(source?.note ?? "")")
    }
    #expect(read("TY  - WEB\nTI  - T").sources.first?.type == "website")
    #expect(read("TY  - XYZ\nTI  - T").sources.first?.note == "type: XYZ")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesMayEndInAnyWay(end: String) {
    let lines = [
      "TY  - BOOK", "TI  - One", "two", "", "ER  - ", "", "TY  - BOOK", "TI  - B", "ER  -",
    ]
    let found = read(lines.joined(separator: end))
    #expect(found.sources.map(\.title) == ["One two", "B"])
    #expect(found.problems == [])
  }

  @Test func entriesWithoutEndAreKeptAndStrayLinesTold() {
    let found = read(
      "made by x\nTY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \nAU  - Stray\nER  - \nTY  - BOOK\n"
    )
    #expect(found.sources.map(\.title) == ["A", "B"])
    #expect(found.problems.map(\.line) == [1, 7, 9])
    #expect(found.entries == 3)
  }

  @Test func latin1AndUTF16AreRead() {
    let latin = Array("TY  - BOOK\nTI  - Caf".utf8) + [0xE9, 0x0A]
    #expect(RIS.read(latin, file: "f").sources.first?.title == "Café")
    let wide = Array("\u{FEFF}TY  - BOOK\r\nTI  - Café".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(RIS.read(wide, file: "f").sources.first?.title == "Café")
  }

  @Test func itIsRecognised() {
    #expect(RIS.recognises(Array("\u{FEFF}\r\nTY  - JOUR\r\n".utf8)))
    #expect(!RIS.recognises(Array("TI  - T\n".utf8)))
    #expect(!RIS.recognises(Array("@book{TY  - JOUR".utf8)))
  }

  @Test func aLongLineIsRead() {
    let found = read("TY  - BOOK\nTI  - " + String(repeating: "x", count: 2_000_000) + "\nER  - ")
    #expect(found.sources.first?.title?.utf8.count == 2_000_000)
  }

  @Test func damagedFilesNeverCrash() {
    var random = SeededGenerator(for: "RISTests")
    let good = "TY  - JOUR\r\nTI  - T\r\nAU  - A, B\r\nPY  - 2016/08/08\r\nDA  - 2016\r\nER  - \r\n"
    for bytes in Damage.copies(of: good, count: 400, &random, signs: "TY  -/,E") {
      let found = RIS.read(bytes, file: "f")
      #expect(found.hasSoundIDs && found.entries >= found.records.count)
    }
  }
}
