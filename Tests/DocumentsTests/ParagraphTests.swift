import Testing

@testable import Documents

@Suite struct ParagraphTests {
  @Test(arguments: [
    ("The har-", "bour opened", "The harbour opened"),
    ("The har\u{2010}", "bour opened", "The harbour opened"),
    ("the Norburg-", "Sudmark road", "the Norburg-Sudmark road"),
    ("from 2015-", "2016 on", "from 2015-2016 on"),
    ("a dash -", "and more", "a dash - and more"),
    ("two", "lines", "two lines"),
    ("漢字", "仮名", "漢字仮名"),
    ("", "alone", "alone"),
  ])
  func joining(line: String, next: String, whole: String) {
    var paragraph = Paragraph(line)
    paragraph.join(next)
    #expect(paragraph.text == whole)
  }

  @Test(arguments: [
    ("It ended.", true), ("“It ended.”", true), ("It ended.12", true), ("did it?)", true),
    ("it goes", false), ("in 2015", false), ("the end,", false), ("", true),
  ])
  func ends(text: String, isEnded: Bool) { #expect(Paragraph(text).isEnded == isEnded) }

  @Test func pagesWithinAParagraphAreKept() {
    var one = Paragraph("The har-")
    var two = Paragraph("bour")
    two.join("café")
    two.join(Paragraph("on three"), pages: 1)
    one.join(two, pages: 2)
    #expect(one.text == "The harbour café on three")
    #expect(one.pageStarts == [7, 7, 18])
  }

  @Test func writerPutsPagesWhereTextBegins() {
    var writer = ParagraphWriter(limit: 100)
    writer.beginPage()
    writer.add(Paragraph("one"))
    writer.add(Paragraph(""))
    writer.beginPage()
    writer.beginPage()
    writer.add(Paragraph("two"))
    writer.beginPage()
    #expect(writer.text == "one\ntwo" && writer.pageStarts == [0, 4, 4, 7])
    #expect(!writer.isOverfull)
    writer.add(Paragraph(String(repeating: "x", count: 100)))
    #expect(writer.isOverfull && writer.text == "one\ntwo")
  }
}
