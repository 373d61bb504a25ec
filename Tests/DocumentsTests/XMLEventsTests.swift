import Testing

@testable import Documents

private final class Account: XMLEvents {
  var text = ""
  func begin(_ name: String, _ attributes: XMLAttributes) {
    let values = ["b", "c"].compactMap { key in attributes[key].map { " \(key)=\($0)" } }
    text += "<\(name)\(values.joined())>"
  }
  func end(_ name: String) { text += "</\(name)>" }
  func add(_ text: String) { self.text += text }
}

@Suite struct XMLEventsTests {
  private func account(_ document: String) throws -> String {
    let account = Account()
    try XMLReader.read(Array(document.utf8), account)
    return account.text
  }

  @Test func namesAreWithoutTheirPrefixes() throws {
    let document = "<x:a xmlns:x='urn:x' x:b='1' c='2'><d xmlns='urn:y'>t&amp;é</d></x:a>"
    #expect(try account(document) == "<a b=1 c=2><d>t&é</d></a>")
  }

  @Test func aLongDocumentComesWhole() throws {
    let text = String(repeating: "é漢", count: 700_000)
    #expect(try account("<a>\(text)</a>") == "<a>\(text)</a>")
  }

  @Test(arguments: [
    ("", "no element found, line 1"), ("<a>\n<b></a>", "mismatched tag, line 2"),
    ("<a>&nosuch;</a>", "undefined entity, line 1"),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "it declares entities, line 1"),
    ("<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><a>&b;</a>", "it declares entities, line 1"),
  ])
  func problems(document: String, detail: String) {
    #expect(throws: XMLProblem(detail: detail)) { try account(document) }
  }

  @Test func deepNestingIsNoDanger() throws {
    let count = 100_000
    let document = String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    #expect(try account(document) == document)
  }
}
