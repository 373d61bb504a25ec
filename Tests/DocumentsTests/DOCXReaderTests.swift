import TestSupport
import Testing

@testable import Documents

@Suite struct DOCXReaderTests {
  static let bodies: [(String, [String])] = [
    (
      SampleWord.paragraph("One") + SampleWord.paragraph("Two &amp; “three”"),
      ["One", "Two & “three”"]
    ),
    (
      "<w:p><w:r><w:t>in </w:t></w:r><w:r><w:t>runs</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>",
      ["in runs a b"]
    ),
    ("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>" + SampleWord.paragraph("x"), ["x"]),
    (
      "<w:tbl><w:tr><w:tc>\(SampleWord.paragraph("a"))</w:tc><w:tc>\(SampleWord.paragraph("b"))</w:tc></w:tr></w:tbl>",
      ["a", "b"]
    ),
    (
      "<w:p><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
      ["new"]
    ),
    (
      "<w:p><w:pPr><w:rPr><w:del/><w:vanish/></w:rPr></w:pPr><w:r><w:t>seen</w:t></w:r>"
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
        + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> too</w:t></w:r></w:p>", ["seen too"]
    ),
    (
      "<w:p><w:r><w:t>twenty</w:t><w:noBreakHyphen/><w:t>two</w:t><w:softHyphen/></w:r></w:p>",
      ["twenty-two"]
    ),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:p>", ["3"]),
    (
      "<w:p><w:r><w:t>out</w:t></w:r><w:r><w:txbxContent>\(SampleWord.paragraph("box"))</w:txbxContent></w:r><w:r><w:t>er</w:t></w:r></w:p>",
      ["box", "outer"]
    ),
  ]

  @Test(arguments: bodies)
  func paragraphs(body: String, lines: [String]) throws {
    let read = try SampleFile.read(SampleWord.bytes(body: body))
    #expect(read.format == .docx && read.pages == [])
    #expect(read.lines == lines)
  }

  @Test func notesComeAfterTheText() throws {
    let notes = """
      <w:footnote w:type="separator" w:id="0">\(SampleWord.paragraph("----"))</w:footnote>
      <w:footnote w:id="1">\(SampleWord.paragraph("The note."))</w:footnote>
      """
    let bytes = SampleWord.bytes(body: SampleWord.paragraph("The text."), footnotes: notes)
    #expect(try SampleFile.read(bytes).lines == ["The text.", "The note."])
  }

  @Test func theMainPartIsWhereItIsSaidToBe() throws {
    let relation =
      "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/other/main.xml\"/></Relationships>"
    let bytes = SampleArchive.bytes([
      ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relation),
      ("other/main.xml", SampleWord.document(SampleWord.paragraph("Found"))),
    ])
    #expect(try SampleFile.read(bytes).text == "Found")
  }

  @Test func whatIsWrongIsSaid() throws {
    let parts = [("[Content_Types].xml", ""), ("word/document.xml", "<a><b></a>")]
    guard case .damaged(_, .docx, let detail)? = try SampleFile.problem(SampleArchive.bytes(parts))
    else {
      Issue.record("not damaged")
      return
    }
    #expect(detail.contains("word/document.xml") && detail.contains("line 1"))
    let locked = SampleArchive.bytes(parts, flags: 1)
    let problem = try SampleFile.problem(locked)
    if case .encrypted(_, .docx)? = problem {
    } else {
      Issue.record("\(String(describing: problem))")
    }
    let bare = try SampleFile.problem(SampleWord.bytes(body: "<w:p/>"))
    if case .noText(_, .docx)? = bare {} else { Issue.record("\(String(describing: bare))") }
  }
}
