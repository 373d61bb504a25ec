import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct CopyTests {
  private static let work = Source(
    id: "doe-2020", title: "A made-up article", authors: ["Doe, Jane", "Roe, R."],
    publisher: "House", series: "Journal", issue: "Volume 2",
    date: try? ExtendedDate(reading: "2020-06"), url: "https://example.org/doe", isHeld: true)

  static let cited: [(Citation?, String)] = [
    (nil, ""),
    (Citation(Fixture.passage), " ¶2."),
    (Citation(Fixture.passage, words: 3...9), " ¶2, words 3 to 9."),
    (Citation(Fixture.passage, via: ["herald", "x"]), " ¶2, via Herald, 1 May 2020; x."),
  ]

  @Test(arguments: cited) func aCitationSaysWhoWhatWhereAndWhen(citation: Citation?, place: String)
  {
    #expect(
      CitationText.text(Self.work, citation, names: ["herald": "Herald, 1 May 2020"])
        == "Doe, Jane, Roe, R. “A made-up article”. Journal, Volume 2. House. June 2020."
        + place + " https://example.org/doe")
  }

  @Test func whatIsNotKnownIsLeftOutButForTheDate() {
    #expect(CitationText.text(Source(id: "x", publisher: "Herald")) == "Herald. undated.")
  }

  @Test func aRowOfADatasetIsCitedByItsFile() {
    let row = DatasetRow(
      dataset: "UCDP GED", version: "25.1", key: "59553", file: "ged251.csv", line: 7, fields: [])
    #expect(
      CitationText.text(row, works: [Source(id: "a", publisher: "Dawn")])
        == "UCDP GED 25.1, event 59553, line 7 of ged251.csv, naming as its sources Dawn.")
  }

  @Test func theMenuStandsAtTheFoot() {
    var fixture = Fixture()
    fixture.press(.tab, "y")
    #expect(
      fixture.text.split(separator: "\n").last
        == " Copy  c citation  i id  l link  r row as CSV  t title  Esc leave")
    fixture.press(.escape)
    #expect(fixture.state.overlay == nil && fixture.effects.isEmpty)
  }

  @Test func aFactACitationAndARowHaveTheirIds() {
    var fixture = Fixture()
    fixture.press(.tab, "y", "i")
    fixture.press(.enter, "y", "i")
    fixture.press("j", "y", "i")
    #expect(
      fixture.effects == [
        .copy("norburg-attack", as: "the id"),
        .copy("norburg-attack/claimant.1", as: "the id"),
        .copy("doe-2020#2", as: "the id"),
      ])
  }

  @Test func aCitationIsCopiedWhenItsWorksAreKnown() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "j", "j", "y")
    #expect(update(&fixture.state, .pressed("c")) == [.ask(.errand, .dossier("doe-2020"))])
    let effects = update(
      &fixture.state, .answered(.errand, .dossier(Dossier(record: .source(Self.work)))))
    guard case .copy(let text, as: "the citation")? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2, "the fact rests on two passages: \(text)")
    #expect(lines.last?.hasSuffix("June 2020. ¶4. https://example.org/doe") == true)
  }

  @Test func theReaderHasTheWorkAtHand() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "c", "y", "c")
    #expect(
      fixture.effects == [
        .copy("“A made-up article”. undated. ¶2, via Herald, 1 May 2020.", as: "the citation")
      ])
    fixture.press("y", "q")
    #expect(fixture.state.notice?.text.contains("quotes nothing") == true)
  }

  @Test func theWordsOfTheReadersOwnCopyAreCopied() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "c")
    var reading = Fixture.reading
    reading.copy = AttachedCopy(
      path: "/x", file: .same, text: "One.\nTwo words.", starts: [0, 5],
      passages: [ParagraphNumber(2): .init(.exact, range: 5..<15)])
    fixture.act(.answered(.reader, .reading(reading)))
    fixture.press("y", "q")
    #expect(fixture.effects == [.copy("Two words.", as: "the words of your copy")])
    fixture.press("o")
    #expect(fixture.effects.last == .open("/x"))
  }

  @Test func aRowIsWrittenByWhoKnowsTheFormat() {
    var fixture = Fixture()
    fixture.press(.tab, "y", "r")
    guard case .copyRow(let row)? = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(row.target == .record("norburg-attack") && row.kind == .event)
  }

  @Test func theAddressOfAFactsSourceIsOpened() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "j")
    #expect(update(&fixture.state, .pressed("O")) == [.ask(.errand, .dossier("doe-2020"))])
    let known = Action.answered(.errand, .dossier(Dossier(record: .source(Self.work))))
    #expect(update(&fixture.state, known) == [.open("https://example.org/doe")])
    #expect(update(&fixture.state, known).isEmpty, "it is done once")
  }

  @Test func theFileOfAFactsSourceIsAskedFor() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "o")
    #expect(fixture.state.notice?.text == "no copy of doe-2020 is attached: adduce attach FILE")
  }

  @Test func nothingUnderTheCursorIsSaid() {
    for key: Key in ["y", "o", "O", "E"] {
      var fixture = Fixture()
      fixture.press(key)
      #expect(fixture.effects.isEmpty && fixture.state.notice != nil, "\(key)")
    }
  }
}
