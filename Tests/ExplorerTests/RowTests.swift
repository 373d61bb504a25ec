import Canvas
import Model
import Query
import Testing

@testable import Explorer

/// An event of a dataset: its row, the codebook, its sources.
@Suite struct RowTests {
  private static let statement: RecordID = "ged-17/killed.1"

  private func fixture(width: Int = 120, height: Int = 24) -> Fixture {
    var fixture = Fixture(width: width, height: height)
    let citation = Citation(PassageID(source: "ged", number: ParagraphNumber(9)), via: ["herald"])
    let event = Event(
      id: "norburg-attack", title: "Red – Blue", kind: Term(key: "x", label: "Non-state violence"),
      statements: [
        Statement(
          id: Self.statement, subject: "norburg-attack", property: .killed, label: "Killed",
          value: .figure(CasualtyFigure(best: 7, low: 2, high: 12)), citations: [citation])
      ])
    let row = DatasetRow(
      dataset: "UCDP GED", version: "25.1", key: "17", file: "ged251.csv", line: 9,
      fields: [
        .init(name: "id", value: "17"),
        .init(
          name: "date_prec", value: "2", meaning: "known to within two to six days",
          help: "How exactly.",
          codebook: "Codebook 1, date_prec"),
        .init(name: "best", value: "7", help: "The best estimate.", codebook: "Codebook 1, best"),
        .init(name: "note", value: ""),
      ], columns: [Self.statement: [2]], sources: ["herald"], quoted: "Police")
    let dossier = Dossier(
      record: .event(event),
      names: ["norburg-attack": "Red – Blue", "herald": "Herald, 1 May 2020: Two dead"], row: row)
    fixture.press("2")
    fixture.act(.answered(.record, .dossier(dossier)))
    fixture.press(.tab)
    return fixture
  }

  @Test func theEvidenceStandsOnceAndLeadsToTheSource() {
    var fixture = fixture()
    #expect(fixture.text.contains("line 9 of ged251.csv"))
    #expect(fixture.text.contains("Quoting") && fixture.text.contains("Police"))
    #expect(!fixture.text.contains("›"))
    fixture.press("G")
    #expect(fixture.selectedText.contains("Herald"))
    fixture.press(.enter)
    #expect(fixture.state.panes.record.id == "herald")
  }

  @Test(arguments: [Key.character("R"), "c", .enter])
  func theRowOpensAtTheFieldOfTheFact(key: Key) {
    var fixture = fixture()
    fixture.press(key)
    #expect(fixture.selectedText.contains("best") && fixture.selectedText.contains("●"))
    #expect(fixture.text.contains("UCDP GED 25.1 · id 17 · line 9 of ged251.csv"))
    #expect(fixture.text.contains("(blank)"))
    fixture.press("k")
    #expect(fixture.selectedText.contains("known to within two to six days"))
    fixture.press("q")
    #expect(fixture.state.overlay == nil)
  }

  @Test func theCodebookIsAKeyAway() {
    var fixture = fixture()
    fixture.press("?")
    #expect(
      fixture.text.contains("The best estimate.") && fixture.text.contains("Codebook 1, best"))
    fixture.press("k")
    #expect(fixture.text.contains("How exactly."))
    fixture.press("k")
    #expect(fixture.text.contains("The codebook says nothing of this field."))
    fixture.press("?")
    #expect(!fixture.text.contains("codebook says nothing"))
    fixture.press("q", .function(1))
    #expect(fixture.text.contains("j k scroll"))
  }

  /// Where the summary comes from, and that nobody compared it, is never cut.
  @Test(arguments: [40, 80, 120]) func theSourceOfASummaryIsWrapped(width: Int) {
    let source =
      "after a Codebook of some length, III. A Section; our summary, not compared with its text"
    let row = DatasetRow(
      dataset: "D", key: "1", file: "d.csv", line: 2,
      fields: [.init(name: "best", value: "7", help: "The best estimate.", codebook: source)])
    let text = RowOverlay(row, showsCodebook: true).view(
      in: Size(width: width, height: 24), of: ExplorerState()
    ).text
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("— \(source)"), "\(text)")
  }

  @Test func withoutARowItIsSaid() {
    var fixture = Fixture()
    fixture.press("R")
    #expect(fixture.text.contains("R is for an event of a dataset"))
  }

  @Test(arguments: [(40, 10), (80, 24), (200, 60)])
  func theRowFitsAnyScreen(width: Int, height: Int) {
    var fixture = fixture(width: width, height: height)
    fixture.press("?")
    #expect(fixture.text.contains("best") && fixture.text.contains("The best estimate."))
  }
}
