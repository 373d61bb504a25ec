import Testing

@testable import Documents

@Suite struct HTMLPageTests {
  static func lines(_ html: String) throws -> [String] {
    try SampleFile.read("<!doctype html><html><body>\(html)</body></html>").lines
  }

  static let pages: [(String, [String])] = [
    ("<p>One</p><p>Two</p>", ["One", "Two"]),
    ("<p>One<p>Two<li>Three", ["One", "Two", "Three"]),
    ("<h1>Head</h1>loose<div>box</div>text", ["Head", "loose", "box", "text"]),
    ("<p>a <b>bold</b>ly <i>sl</i>anted\n   word</p>", ["a boldly slanted word"]),
    ("<b>wrong <i>order</b> closed</i> here", ["wrong order closed here"]),
    ("caf&eacute; &amp; &#8220;bar&#x201D; &lt;b&gt; &nosuch;", ["café & “bar” <b> &nosuch;"]),
    ("a&nbsp;&nbsp;b&shy;c&zwnj;", ["a bc<U+200C>"]),
    (
      "<table><caption>Boats</caption><tr><th>Name<th>Year<tr><td>Ida<td>1903</table>",
      ["Boats", "Name", "Year", "Ida", "1903"]
    ),
    ("<ul><li>one<ul><li>two</ul><li>three</ul>", ["one", "two", "three"]),
    ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
    ("<blockquote>Said so<footer>the clerk</footer></blockquote>", ["Said so", "the clerk"]),
    ("<figure><img alt=x><figcaption>A boat</figcaption></figure>", ["A boat"]),
    ("one<br>line<br><br>another<br/> <br/>third", ["one line", "another", "third"]),
    ("<pre>kept\n  apart</pre>", ["kept", "apart"]),
    ("the end.<sup><a href=#n>3</a></sup> km<sup>2</sup>", ["the end. 3 km2"]),
    ("<script>var a = '<p>no</p>'</script><style>p{}</style>yes<template>no</template>", ["yes"]),
    ("<my-box>custom</my-box> <svg><text>drawn</text></svg>words", ["custom words"]),
    ("<p>half a tag <p", ["half a tag"]),
    ("a < b and b > c", ["a < b and b > c"]),
    ("<details hidden=until-found><summary>More</summary>text</details>", ["More", "text"]),
  ]

  @Test(arguments: pages)
  func blocks(html: String, lines: [String]) throws { #expect(try Self.lines(html) == lines) }

  static let deep = 200_000

  /// Refused, for the parser would take an hour, and without overflowing the stack.
  @Test func nestingWithoutEndIsRefused() throws {
    let page = Array(String(repeating: "<div>", count: Self.deep).utf8)
    let limits = DocumentLimits(seconds: 1)
    guard case .tooIntricate(_, .html)? = try SampleFile.problem(page, limits: limits) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func deepNestingIsRead() throws {
    let count = 5_000
    let page =
      String(repeating: "<div>", count: count) + "deep" + String(repeating: "</div>", count: 9)
    #expect(try Self.lines(page) == ["deep"])
    let hidden = String(repeating: "<div hidden>a", count: count)
    #expect(try Self.lines(hidden).count == count)
  }

  @Test func repeatedFormattingIsBounded() throws {
    let page = (0..<60_000).map { "<p><font color=\($0)>" }.joined()
    let problem = try SampleFile.problem(Array(page.utf8), limits: DocumentLimits(seconds: 2))
    guard case .tooIntricate? = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test func aMegabyteOfTagBeginnings() throws {
    let page = "<html>" + String(repeating: "<", count: 1 << 20)
    #expect(try SampleFile.read(page).text.utf8.count == 1 << 20)
  }

  @Test func nameDecidesWhereTheContentIsSilent() throws {
    let text = "Words of <b>no</b> kind"
    #expect(try SampleFile.read(text, name: "a.html").text == "Words of no kind")
    #expect(try SampleFile.read(text, name: "a.txt").text == text)
    #expect(try SampleFile.read("<p>a<p>b", name: "a.txt").format == .html)
  }
}
