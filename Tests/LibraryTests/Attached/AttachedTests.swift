import Anchoring
import Casebook
import Documents
import Foundation
import Library
import Model
import Query
import Testing

/// Copies attached to a casebook's sources: kept, found again in, searched, and forgotten.
@Suite struct AttachedTests {
  /// The made-up casebook with fingerprints of its article, and a folder for the reader's data.
  private final class Desk {
    let fixture: LibraryFixture
    let article: String
    var casebook: CasebookFolder { fixture.casebook }
    var data: String { fixture.cache + "/data" }
    var folder: AttachmentFolder { AttachmentFolder(casebook, data: data) }

    init() throws {
      fixture = try LibraryFixture()
      let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
      article = try String(
        contentsOfFile: tests + "/Fixtures/articles/doe-2020.txt", encoding: .utf8)
      let events = casebook.path + "/events/events.yaml"
      let text = try String(contentsOfFile: events, encoding: .utf8)
      try text.replacingOccurrences(
        of: #"figure: more than 7, cites: ["doe-2020#2""#,
        with: #"figure: more than 7, cites: ["doe-2020#2:17-22""#
      ).write(toFile: events, atomically: true, encoding: .utf8)
      try fingerprint(article)
    }

    func fingerprint(_ text: String) throws {
      let (contents, _) = CasebookReader.read(casebook)
      let prints = try SourceFingerprints(of: text, spans: contents.spans(of: "doe-2020"))
      let path = casebook.path + "/fingerprints"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try prints.file(of: "doe-2020").write(
        toFile: path + "/doe-2020.yaml", atomically: true, encoding: .utf8)
    }

    /// Writes a file and attaches it.
    func attach(_ text: String, name: String = "copy.txt") throws {
      let path = fixture.cache + "/" + name
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      try folder.attach(
        try DocumentReader.read(path: path), at: path, as: "doe-2020", score: 100)
    }

    func open() throws -> Collections {
      let copies = try AttachedLibrary.open(casebook, data: data, cache: fixture.cache)
      return Collections([try fixture.open()] + [copies].compactMap(\.self))
    }

    func reading() throws -> Reading {
      guard case .reading(let reading) = try open().answerNow(.reading("doe-2020")) else {
        throw StoreProblem.cancelled
      }
      return reading
    }

    func rows(_ kind: RecordKind, _ query: String) throws -> [ListRow] {
      let request = RowRequest(kind, expression: try QueryReader.read(query), count: 100)
      guard case .rows(let window) = try open().answerNow(.rows(request)) else { return [] }
      return window.rows
    }
  }

  @Test func withoutACopyThereIsNone() throws {
    let desk = try Desk()
    #expect(CasebookReader.read(desk.casebook).1.isEmpty)
    #expect(try AttachedLibrary.open(desk.casebook, data: desk.data, cache: desk.data) == nil)
    #expect(try desk.reading().copy == nil)
    #expect(try desk.rows(.passage, "").allSatisfy { $0.anchor == nil })
  }

  @Test func everyPassageIsFoundInTheCopyAndTheSpanInItsPassage() throws {
    let desk = try Desk()
    try desk.attach("Home | News | Sport\n\n" + desk.article + "\nRead more\n")
    let copy = try #require(try desk.reading().copy)
    let lines = desk.article.split(separator: "\n").map(String.init)
    for (index, line) in lines.enumerated() {
      let place = try #require(copy.passages[ParagraphNumber(index + 1)])
      let range = try #require(place.range)
      #expect(place.state == .exact)
      #expect(line == String(copy.text.utf8[range]))
    }
    let span = try #require(copy.spans[PassageSpan(ParagraphNumber(2), words: 17...22)])
    #expect(
      String(copy.text.utf8[try #require(span.range)]) == "More than seven people died there,")
    #expect(copy.starts.count == 6 && copy.paragraph(at: copy.text.utf8.count - 1) == 5)
  }

  @Test func whatCitesAPassageSaysHowItWasFound() throws {
    let desk = try Desk()
    let lines = desk.article.split(separator: "\n")
    try desk.attach(lines[..<3].joined(separator: "\n\n"))
    let rows = try desk.rows(.passage, "")
    #expect(rows.map(\.anchor) == [.exact, .exact, .exact, .lost])
    guard case .dossier(let dossier) = try desk.open().answerNow(.dossier("norburg-attack"))
    else { return }
    let states = dossier.anchors.sorted { $0.key < $1.key }.map(\.value)
    #expect(states == [.exact, .lost])
  }

  @Test func theTextIsSearchedAndAHitSaysWhereItIs() throws {
    let desk = try Desk()
    try desk.attach(desk.article)
    let hits = try desk.rows(.text, "bakers")
    #expect(hits.map(\.target) == [.text("doe-2020", paragraph: 1)])
    #expect(try desk.rows(.text, "\"tram stop of norburg\"").count == 1)
    #expect(try desk.rows(.text, "source:doe-2020").count == 4)
    #expect(try desk.rows(.text, "absent").isEmpty)
    guard
      case .hits(let windows) = try desk.open().answerNow(
        .search(try QueryReader.read("bakers"), limit: 5))
    else { return }
    #expect(windows.map(\.kind) == [.text])
  }

  @Test func aCopyIsSearchedAndReadOnlyOnceItsSourceIsKnown() throws {
    let desk = try Desk()
    try desk.attach(desk.article)
    let library = try desk.open()
    let words = try QueryReader.read("bakers OR norburg")
    func texts(by date: String) throws -> Int {
      let day = try #require(try ExtendedDate(reading: date).certainEnd)
      let request = Request.rows(RowRequest(.text, expression: words, count: 100))
      guard case .rows(let window) = try library.answerNow(.known(by: day, request)) else {
        return -1
      }
      return window.total
    }
    #expect(try texts(by: "2020-05-01") == 0)
    #expect(try texts(by: "2020-05-02") == desk.rows(.text, "bakers OR norburg").count)
    let day = try #require(try ExtendedDate(reading: "2020-06").certainEnd)
    #expect(
      try library.answerNow(.known(by: day, .reading("doe-2020")))
        == library.answerNow(.reading("doe-2020")))
  }

  @Test func anotherCopyTakesThePlaceOfTheFormer() throws {
    let desk = try Desk()
    try desk.attach(desk.article)
    try desk.attach(desk.article + "\nAn addition of the second edition\n", name: "second.txt")
    #expect(desk.folder.attachments.map(\.path) == [desk.fixture.cache + "/second.txt"])
    #expect(try desk.rows(.text, "addition").count == 1)
    #expect(try desk.folder.detach("doe-2020"))
    #expect(try !desk.folder.detach("doe-2020"))
    #expect(try desk.rows(.text, "addition").isEmpty)
  }

  @Test func whatBecameOfTheFileIsSeen() throws {
    let desk = try Desk()
    try desk.attach(desk.article)
    let path = try #require(try desk.reading().copy?.path)
    #expect(try desk.reading().copy?.file == .same)
    // A library that has read the text already sees it too.
    let library = try desk.open()
    library.warmUp()
    func file() throws -> AttachedCopy.File? {
      guard case .reading(let reading) = try library.answerNow(.reading("doe-2020")) else {
        return nil
      }
      return reading.copy?.file
    }
    #expect(try file() == .same)
    try "other".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try desk.reading().copy?.file == .changed)
    #expect(try file() == .changed)
    try FileManager.default.removeItem(atPath: path)
    #expect(try desk.reading().copy?.file == .missing)
    // The text was kept.
    #expect(try desk.rows(.text, "bakers").count == 1)
  }

  @Test func theChecksumIsTheFilesSHA256() throws {
    let desk = try Desk()
    let path = desk.fixture.cache + "/abc.txt"
    try "abc".write(toFile: path, atomically: true, encoding: .utf8)
    try desk.folder.attach(
      DocumentText(format: .plainText, text: "abc"), at: path, as: "doe-2020", score: 0)
    // FIPS 180-4, the example of one block.
    #expect(
      desk.folder.attachments.first?.checksum
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func newFingerprintsAreLookedForAnew() throws {
    let desk = try Desk()
    try desk.attach(desk.article)
    #expect(try desk.rows(.passage, "").map(\.anchor) == [.exact, .exact, .exact, .exact])
    var lines = desk.article.split(separator: "\n").map(String.init)
    lines[3] =
      "Another note altogether, of which no copy of anybody has a single word in common here"
    try desk.fingerprint(lines.joined(separator: "\n"))
    #expect(try desk.rows(.passage, "").map(\.anchor) == [.exact, .exact, .exact, .lost])
  }

  @Test func aDamagedLibraryOfCopiesIsBuiltAnew() throws {
    let desk = try Desk()
    try desk.attach(desk.article)
    _ = try desk.open()
    let cache = desk.fixture.cache + "/adduce"
    for folder in try FileManager.default.contentsOfDirectory(atPath: cache)
    where folder.hasSuffix("-attached") {
      for state in try FileManager.default.contentsOfDirectory(atPath: "\(cache)/\(folder)") {
        try Data("damaged".utf8).write(
          to: URL(fileURLWithPath: "\(cache)/\(folder)/\(state)/index.adx"))
      }
    }
    #expect(try desk.rows(.text, "bakers").count == 1)
  }
}

extension String.UTF8View {
  fileprivate subscript(_ bytes: Range<Int>) -> Substring.UTF8View {
    self[
      index(startIndex, offsetBy: bytes.lowerBound)..<index(startIndex, offsetBy: bytes.upperBound)]
  }
}

extension String {
  fileprivate init(_ bytes: Substring.UTF8View) { self = String(Substring(bytes)) }
}
