import Interchange
import Model
import TestSupport
import Testing

@Suite struct BibTeXTests {
  private func read(_ text: String) -> ImportedRecords {
    BibTeX.read(Array(text.utf8), file: "a.bib")
  }

  private func source(_ fields: String) -> Source? {
    read("@misc{x, title = {T}, \(fields)}").sources.first
  }

  @Test func anEntryIsASource() throws {
    let found = read(
      #"""
      Anything outside of entries is a comment, mail@example.org too.
      @comment{@article{no, title = {No}}}
      @preamble{"\newcommand{\x}{y}"}
      @string{ctc = "CTC " # {Sentinel}}
      @STRING(pub = "Combating Terrorism Center")
      @Article{Azamy:2015,
        author    = "Azamy, Hekmatullah and James {van} Weir and {Crisis Group and Friends} and
                     de la Cruz, Jr, Juan and others",
        title     = {{Islamic} State \emph{and} {\"O}zil --- {J}ihad},
        journal   = ctc,
        publisher = pub,
        volume = 7, number = "8", pages = {11--14},
        year = 2015, month = sep # "~8",
        url = {https://example.org/a\_b?c=1\%20d},
        langid = {english}, keywords = {a, b},
      }
      """#)
    #expect(found.problems == [] && found.entries == 1)
    let source = try #require(found.sources.first)
    #expect(source.id == "azamy-2015" && source.type == "article")
    #expect(source.title == "Islamic State and Özil — Jihad")
    #expect(
      source.authors == [
        "Hekmatullah Azamy", "James van Weir", "Crisis Group and Friends", "Juan de la Cruz Jr",
      ])
    #expect(source.series == "CTC Sentinel" && source.publisher == "Combating Terrorism Center")
    #expect(source.issue == "Volume 7, Issue 8, pp. 11–14")
    #expect(source.date?.description == "2015-09-08")
    #expect(source.url == "https://example.org/a_b?c=1%20d" && source.language == "english")
    #expect(
      source.note == "authors: and others; keywords: a, b; id in the file: Azamy:2015")
  }

  @Test(arguments: [
    ("year = 2016", "2016"), ("year = {2016}, month = aug", "2016-08"),
    ("year = 2016, month = {8}", "2016-08"), ("year = 2016, month = 8, day = 9", "2016-08-09"),
    ("year = 2016, month = {August}", "2016-08"),
    ("year = 2016, month = \"8~\" # aug", "2016-08-08"),
    ("year = {c. 2016}", "2016~"), ("year = {2015--2016}", "2015/2016"),
    ("date = {2016-08}", "2016-08"), ("date = {2016-08-08}", "2016-08-08"),
    ("date = {2015~}", "2015~"), ("date = {2014-06/..}", "2014-06/.."),
    ("date = {2015/2016-02}", "2015/2016-02"), ("date = {2016-21}", "2016-21"),
    ("date = {201X}, year = 1999", "201X"),
  ])
  func datesAreAsKnown(fields: String, date: String) {
    #expect(source(fields)?.date?.description == date)
  }

  @Test func whatADateDoesNotSayIsKept() {
    #expect(source("year = {in press}")?.dateNote == "the entry has “in press”")
    let season = source("year = 2016, month = {after Eid}")
    #expect(season?.date?.description == "2016")
    #expect(season?.dateNote == "the entry has “after Eid 2016”")
    let found = read("@misc{x, title={T}, date={2016-13-45}}")
    #expect(found.problems.map(\.value) == ["2016-13-45"] && found.sources.count == 1)
  }

  @Test(arguments: [
    (#"{\'e}\`{a}\^o\~n\=a\.z"#, "éàôñāż"),
    (#"\"{\i}\'\i\v{s}\c c\H{o}\k{a}\r{a}\u g"#, "ïíšçőąåğ"),
    (#"\ss\ \ae\ \O{} \l{}\o \aa"#, "ß æ Ø łøå"), (#"\d{h}\b{t}"#, "ḥṯ"),
    (##"50\% \& \$5 \#1 a\_b \{x\}"##, "50% & $5 #1 a_b {x}"),
    ("``q'' `s' a--b---c", "“q” ‘s' a–b—c"),
    (#"\textbf{B}\emph{e} $x^2$ a~b a\\b"#, "Be x^2 a b a b"), (#"\unknown{kept} \&c"#, "kept &c"),
    (#"trailing \"#, "trailing"), (#"\'"#, ""), (#"\'{}x"#, "x"), (#"\dots\ \copyright"#, "… ©"),
    ("Jama{\\textquoteright}at", "Jama’at"), ("Ünïcode", "Ünïcode"),
  ])
  func texIsMadeText(tex: String, text: String) {
    let found = read("@misc{x, author={A}, note = {\(tex)}}")
    // A value that ends in a backslash is not closed by the brace's escape: BibTeX knows none.
    #expect(found.sources.first?.note == (text.isEmpty ? nil : "note: \(text)"))
  }

  @Test(arguments: [
    ("article", "article"), ("inproceedings", "article"), ("online", "website"), ("www", "website"),
    ("techreport", "report"), ("phdthesis", "thesis"), ("incollection", "book"), ("movie", "video"),
    ("misc", "document"), ("own", "own"),
  ])
  func typesAreTheCasebooksWords(type: String, word: String) {
    #expect(read("@\(type){x, title={T}}").sources.first?.type == word)
  }

  @Test func anEntryTakesFromTheOneItRefersTo() throws {
    let found = read(
      """
      @inproceedings{child, title={Child}, crossref={Parent}}
      @proceedings{parent, title={Parent}, year=2016, publisher={P}}
      @misc{loop, title={Loop}, crossref={loop}}
      """)
    let child = try #require(found.sources.first)
    #expect(child.title == "Child" && child.series == "Parent" && child.publisher == "P")
    #expect(child.date?.description == "2016" && found.sources.count == 3)
  }

  @Test func aWebAddressMayStandInHowpublished() {
    let source = source(#"howpublished = {\url{https://example.org/x_y}}"#)
    #expect(source?.url == "https://example.org/x_y" && source?.note == nil)
    #expect(self.source("entrysubtype = {newspaper}")?.type == "newspaper")
  }

  @Test func oneBadEntryLosesNoOther() {
    let found = read(
      """
      @misc{a, title = {A}}
      @misc{b, title = {no end, year = 2016}
      @misc{c, title = {C}}
      @misc{d, title {D}}
      @misc{e, title = "E"
        year = 2016}
      @misc{f, title = , year = 2016}
      @misc{g g, title = {G}}
      @misc(h, title = {H})
      @misc{i, title = {I}
      """)
    #expect(found.sources.map(\.id) == ["a", "c", "h"])
    #expect(found.problems.map(\.line) == [2, 4, 5, 7, 8, 10])
    #expect(found.entries == 9)
    #expect(found.problems.map(\.field) == ["title", "title", "title", "title", nil, "title"])
  }

  @Test func entriesWithoutKeyOrWorkAreSeen() {
    #expect(read("@misc{title = {The Title}, year=2016}").sources.map(\.id) == ["2016-the-title"])
    let found = read("@misc{x}\n@misc{y,}\n@misc{}")
    #expect(found.records == [] && found.problems.map(\.line) == [1, 2, 3])
    let twice = read("@misc{x, title={A}, title={B}}@misc{x, title={C}}")
    #expect(twice.sources.map(\.title) == ["A", "C"] && twice.sources.map(\.id) == ["x", "x-2"])
  }

  @Test func latin1IsReadAndLinesMayEndInAnyWay() {
    let bytes = Array("@misc{x,\r\n title={Caf".utf8) + [0xE9] + Array("}}\r\n@misc{y z}".utf8)
    let found = BibTeX.read(bytes, file: "f")
    #expect(found.sources.first?.title == "Café" && found.problems.map(\.line) == [3])
  }

  /// Hostile files end, and soon; what is sound in them is read.
  @Test(arguments: [
    String(repeating: "{", count: 100_000), String(repeating: "@a{b,c={", count: 4000),
    String(repeating: "@a{b,c={\n", count: 4000), String(repeating: "@a{b,c=\"\n", count: 4000),
    String(repeating: "@a{b,c=\"\n", count: 3000) + String(repeating: "}", count: 3000),
    String(repeating: "@a(b,c={\n", count: 3000) + String(repeating: "}", count: 3000),
    "@misc{x, title=" + String(repeating: "{", count: 50_000)
      + String(repeating: "}", count: 50_000) + "}",
    "@misc{x, title={" + String(repeating: "\\'{", count: 100_000)
      + String(repeating: "}", count: 100_000) + "}}",
    "@misc{x, author={" + String(repeating: "and ", count: 100_000) + "}}",
    String(repeating: "@comment{", count: 20_000), String(repeating: "@string{a=a#a}", count: 5000),
  ])
  func hostileFilesEnd(text: String) {
    let found = read(text + "\n@misc{sound, title={Sound}}")
    #expect(found.sources.map(\.title).contains("Sound") || !found.problems.isEmpty)
  }

  @Test func macrosThatDoubleEachOtherEnd() {
    let macros = (1...60).map { "@string{a\($0) = a\($0 - 1) # a\($0 - 1)}" }
    let found = read("@string{a0=\"xxxxxxxxxx\"}\n" + macros.joined(separator: "\n"))
    #expect(found.problems.contains { $0.reason.contains("million") })
  }

  @Test func itIsRecognised() {
    #expect(BibTeX.recognises(Array("% made by x\n\n@Article{key,\n".utf8)))
    #expect(BibTeX.recognises(Array("@string{a = \"b\"}".utf8)))
    #expect(!BibTeX.recognises(Array("mail me @home {now}".utf8)))
    #expect(!BibTeX.recognises(Array("TY  - JOUR".utf8)))
  }

  @Test func damagedFilesNeverCrash() {
    var random = SeededGenerator(for: "BibTeXTests")
    let good =
      #"@string{s = "S"}@article{key, author = {A, B and {C and D}}, title = "T {\'e} \v{c}","#
      + #" journal = s # { x}, year = 2016, month = aug, crossref = {key}}@comment{x}"#
    for bytes in Damage.copies(of: good, count: 600, &random, signs: "{}@\"#,=\\()") {
      let found = BibTeX.read(bytes, file: "f")
      #expect(found.hasSoundIDs && found.entries >= found.records.count)
    }
  }
}
