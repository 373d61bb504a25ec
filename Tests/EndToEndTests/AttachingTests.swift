import Foundation
import Testing

/// A copy of an article is attached and read, as a person does it.
@Suite struct AttachingTests {
  /// A desk whose casebook cites a few words of a passage.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let events = try desk.text("casebook/events/events.yaml")
    _ = try desk.file(
      "casebook/events/events.yaml",
      events.replacingOccurrences(
        of: #"figure: more than 7, cites: ["doe-2020#2""#,
        with: #"figure: more than 7, cites: ["doe-2020#2:17-22""#))
    return desk
  }

  /// Writes a saved web page with the article in it.
  private func page(on desk: Desk) throws -> String {
    let lines = try String(contentsOfFile: desk.article, encoding: .utf8).split(separator: "\n")
    let body = lines.map { "<p>\($0)</p>" }.joined(separator: "\n<div>Share | Print</div>\n")
    return try desk.file(
      "page.html",
      """
      <!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>
      <nav><a href="/">Home</a> <a href="/news">News</a></nav>
      <article>\(body)</article><footer>All rights of nobody</footer></body></html>
      """)
  }

  @Test func fingerprintAttachListCheckDetach() throws {
    let desk = try desk()
    #expect(try desk.run("check").output.contains("these words have no fingerprint"))
    let made = try desk.run("fingerprint", "doe-2020", desk.article)
    #expect(made.status == 0 && made.output.contains("4 passages, 1 spans"), "\(made)")
    #expect(try desk.run("check").status == 0)
    let attached = try desk.run("attach", try page(on: desk))
    #expect(attached.status == 0, "\(attached)")
    #expect(attached.output.contains("HTML, doe-2020, 100 % of its fingerprints; 4 exact"))
    let listed = try desk.run("attachments").output
    #expect(listed.contains("doe-2020") && listed.contains("4 exact"))
    #expect(try desk.run("check").output.contains("doe-2020 in \(desk.home)/page.html: 4 exact"))
    let found = try desk.run("search", "bakers").output
    #expect(found.contains("doe-2020@"))
    #expect(try desk.run("detach", "doe-2020").status == 0)
    let again = try desk.run("detach", "doe-2020")
    #expect(again.status == 1 && again.errors.contains("adduce attachments lists them"))
    #expect(try desk.run("attachments").output.isEmpty)
  }

  @Test func whatCannotBeAttachedSaysWhy() throws {
    let desk = try desk()
    let early = try desk.run("attach", desk.article)
    #expect(early.status == 1 && early.errors.contains("adduce fingerprint SOURCE FILE"))
    _ = try desk.run("fingerprint", "doe-2020", desk.article)
    let missing = try desk.run("attach", desk.home + "/absent.txt")
    #expect(missing.status == 1 && missing.errors.contains("absent.txt"))
    let other = try desk.file(
      "other.txt",
      "Recipes for bread from a town that nobody has heard of.\nFlour, water, salt and time.\n")
    let unknown = try desk.run("attach", other)
    #expect(unknown.status == 1 && unknown.errors.contains("--as SOURCE, one of doe-2020"))
    let wrong = try desk.run("attach", other, "--as", "roe-2020")
    #expect(wrong.status == 1 && wrong.errors.contains("no fingerprints of “roe-2020”"))
    let named = try desk.run("attach", other, "--as", "doe-2020")
    #expect(named.status == 0 && named.output.contains("4 lost"))
    let checked = try desk.run("check")
    #expect(checked.status == 1 && checked.output.contains("doe-2020#2: lost"))
  }

  @Test func theWordsOfAPassageAreNumbered() throws {
    let desk = try desk()
    let shown = try desk.run("fingerprint", "doe-2020", desk.article, "--number", "2")
    #expect(shown.output.contains("17 More  18 than  19 seven  20 people  21 died  22 there"))
    #expect(try desk.run("fingerprint", "doe-2020", desk.article, "--number", "9").status == 1)
    let short = try desk.file("short.txt", "Only a headline\n")
    let refused = try desk.run("fingerprint", "doe-2020", short)
    #expect(refused.status == 1 && refused.errors.contains("has 1 paragraphs, 4 passages"))
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func aCitationOpensTheCopyWithItsWordsHighlighted(columns: Int, rows: Int) throws {
    let desk = try desk()
    _ = try desk.run("fingerprint", "doe-2020", desk.article)
    let page = try page(on: desk)
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: page)
    _ = try desk.run("attach", page)
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [desk.casebook], columns: columns, rows: rows,
      environment: desk.environment.merging(["ADDUCE_OPEN": "touch"]) { _, new in new })
    try program.wait(shows: "1 Groups")
    program.type("/seven\u{20}people")
    try program.wait(shows: "Texts")
    program.type("\u{1B}")
    try program.wait(shows: "1 Groups")
    program.type("/kind:killed")
    try program.wait("the fact") { program.selectedRows.contains { $0.contains("more than 7") } }
    program.type("\r")
    try program.wait(shows: "event · suicide bombing")
    try program.wait("the fact") { program.selectedRows.contains { $0.contains("more than 7") } }
    program.type("c")
    try program.wait(shows: "Reader · doe-2020 ¶2")
    try program.wait("the words") {
      program.bold.joined(separator: " ").contains("More than seven people died there")
    }
    func position(_ here: Int) -> String {
      columns < 100 ? "\(here)/2 · exact" : "citation \(here) of 2 · exact"
    }
    #expect(program.text.contains(position(1)))
    #expect(!program.bold.joined(separator: " ").contains("parcel"))
    program.type("/bakers\r")
    try program.wait("the word") { program.bold.contains { $0.hasSuffix("bakers") } }
    program.type("t")
    try program.wait(shows: "Tells of an attack in Norburg.")
    program.type("t]")
    try program.wait(shows: position(2))
    program.type("o")
    try program.wait(shows: "opened \(desk.home.prefix(8))")
    try program.wait("the program that opens it") {
      let attributes = try? FileManager.default.attributesOfItem(atPath: page)
      return attributes?[.modificationDate] as? Date != past
    }
    program.type("O")
    try program.wait(shows: "no address is known of")
    try program.leave()
  }
}
