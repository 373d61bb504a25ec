import Testing

@testable import Documents

@Suite struct ArticleChoiceTests {
  static let prose = (1...4).map {
    "Paragraph \($0) tells of the harbour of Norburg, of the boats that came in and of those that "
      + "stayed out, with as many words as a paragraph needs."
  }

  static let body = "<h1>The harbour</h1>" + prose.map { "<p>\($0)</p>" }.joined()
  static let article = ["The harbour"] + prose
  static let menu = "<ul><li><a href=/>Home</a><li><a href=/n>News</a></ul>"

  static let pages: [(String, String)] = [
    ("nothing else", body),
    (
      "furniture by element",
      "<header>\(menu)</header><nav>\(menu)</nav>\(body)<footer>Imprint</footer>"
    ),
    ("furniture by role", "<div role=banner>Top</div>\(body)<div role=contentinfo>Imprint</div>"),
    (
      "aside, form, button",
      "\(body)<aside>Read also</aside><form><p>Mail</p></form><button>Go</button>"
    ),
    (
      "hidden", "<div hidden>a</div><p style='Display : none'>b</p><i aria-hidden=true>c</i>\(body)"
    ),
    ("article", "<div>Top of the page</div><article>\(body)</article><div>Imprint</div>"),
    ("main", "<div>Top of the page</div><main><div>\(body)</div></main><p>Imprint"),
    ("role", "<div>Top</div><div role=main>\(body)</div><p>Imprint"),
    ("menus in boxes", "<div>\(menu)</div><div>\(body)</div><div>\(menu)</div>"),
    ("all in a form", "<form><nav>\(menu)</nav>\(body)</form>"),
    ("all hidden until a script runs", "<div style='display:none'>\(body)</div>"),
    ("all in an aside", "<aside>\(body)</aside>"),
    (
      "header of an article",
      "<nav>\(menu)</nav><article><header><h1>The harbour</h1></header>"
        + prose.map { "<p>\($0)</p>" }.joined() + "</article>"
    ),
  ]

  @Test(arguments: pages)
  func articleOutOfFurniture(name: String, page: String) throws {
    #expect(try HTMLPageTests.lines(page) == Self.article, "\(name)")
  }

  @Test func doubtsKeep() throws {
    // A part that is marked, but holds too little of the page.
    let teaser = "<article>\(Self.prose[0])</article>" + Self.body
    #expect(try HTMLPageTests.lines(teaser).count == 6)
    // Short lines without links, before and after.
    let lines = try HTMLPageTests.lines("<p>By the clerk</p>\(Self.body)<p>3 May</p>\(Self.menu)")
    #expect(lines == ["By the clerk"] + Self.article + ["3 May"])
    // Notes full of links, at the end.
    let note =
      "The clerk, <a href=x>The books of the harbour of Norburg, third volume, with a register, printed there</a>"
    #expect(
      try HTMLPageTests.lines(Self.body + "<ol><li>\(note)</ol>").last?.hasPrefix("The clerk")
        == true)
    // A note in an aside.
    let aside = "\(Self.body)<aside role=doc-footnote>As told.</aside>"
    #expect(try HTMLPageTests.lines(aside) == Self.article + ["As told."])
  }
}
