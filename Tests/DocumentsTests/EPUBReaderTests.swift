import TestSupport
import Testing

@testable import Documents

@Suite struct EPUBReaderTests {
  static func book(_ documents: [String], more: [(String, String)] = []) -> [UInt8] {
    SampleArchive.bytes(SampleBook.parts(documents) + more)
  }

  @Test func documentsInTheOrderOfTheSpine() throws {
    let read = try SampleFile.read(
      Self.book([SampleBook.page("<h1>One</h1><p>a<br/>b</p>"), SampleBook.page("<p>Two</p>")]))
    #expect(read.format == .epub && read.pages == [])
    #expect(read.lines == ["One", "a b", "Two"])
  }

  @Test func nothingOfAPageIsFurniture() throws {
    let page = SampleBook.page(
      "<nav><a href='x'>Contents</a></nav><header>Head</header><aside>A note</aside><p hidden=''>no</p>"
    )
    #expect(try SampleFile.read(Self.book([page])).lines == ["Contents", "Head", "A note"])
  }

  @Test func namesOfCharactersAndPagesThatAreNoXML() throws {
    let kind = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"http://localhost/none.dtd\">"
    let declared = SampleBook.page("<p>caf&eacute;&nbsp;bar</p>").replacing(
      "<html", with: kind + "<html")
    let broken = "<html><body><p>not<br>closed &nbsp;<p>twice</body></html>"
    let bomb =
      "<!DOCTYPE html [<!ENTITY a \"boom\"><!ENTITY b \"&a;&a;\">]><html><body><p>b&b;</p></body></html>"
    let lines = try SampleFile.read(Self.book([declared, broken, bomb])).lines
    #expect(lines.prefix(3) == ["café bar", "not closed", "twice"])
    #expect(!lines.joined().contains("boom"))
  }

  @Test func encryptionIsSaid() throws {
    func encryption(_ method: String) -> (String, String) {
      (
        "META-INF/encryption.xml",
        "<encryption><EncryptedData><EncryptionMethod Algorithm=\"\(method)\"/></EncryptedData></encryption>"
      )
    }
    let pages = [SampleBook.page("<p>One</p>")]
    let font = Self.book(pages, more: [encryption("http://www.idpf.org/2008/embedding")])
    #expect(try SampleFile.read(font).text == "One")
    let locked = Self.book(pages, more: [encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")])
    let problem = try SampleFile.problem(locked)
    if case .encrypted(_, .epub)? = problem {
    } else {
      Issue.record("\(String(describing: problem))")
    }
  }

  @Test func whatIsMissingIsSaid() throws {
    let parts = SampleBook.parts([SampleBook.page("<p>One</p>")])
    for dropped in 1..<3 {
      var rest = parts
      rest[dropped].1 = "<nothing/>"
      guard let problem = try SampleFile.problem(SampleArchive.bytes(rest)) else {
        Issue.record("read without part \(dropped)")
        continue
      }
      switch problem {
      case .damaged(_, .epub, _), .noText(_, .epub): break
      default: Issue.record("\(problem)")
      }
    }
  }
}
