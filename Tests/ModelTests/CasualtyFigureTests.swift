import Model
import Testing

@Suite struct CasualtyFigureTests {
  @Test(arguments: [
    ("70", 70, CasualtyFigure.Qualifier.exact), ("more than 70", 70, .moreThan),
    ("nearly 30", 30, .nearly), ("up to 1,300", 1300, .upTo), ("At least 12", 12, .atLeast),
    ("about 5", 5, .about), ("0", 0, .exact),
  ])
  func reads(text: String, value: Int, qualifier: CasualtyFigure.Qualifier) throws {
    #expect(try CasualtyFigure(reading: text) == CasualtyFigure(value, qualifier))
  }

  @Test(arguments: [
    ("many", FigureProblem.notANumber("many", column: 1)),
    ("more than many", .notANumber("many", column: 11)),
    ("over 70", .unknownQualifier("over", column: 1)), ("", .notANumber("", column: 1)),
    ("-3", .notANumber("-3", column: 1)),
    ("99999999999999999999", .notANumber("99999999999999999999", column: 1)),
  ])
  func refuses(text: String, problem: FigureProblem) {
    #expect(throws: problem) { try CasualtyFigure(reading: text) }
  }

  @Test func boundsAreWhatTheWordsSay() {
    #expect(CasualtyFigure(70, .moreThan).low == 71)
    #expect(CasualtyFigure(70, .moreThan).high == nil)
    #expect(CasualtyFigure(30, .nearly).high == 29)
    #expect(CasualtyFigure(30, .nearly).low == nil)
    #expect(CasualtyFigure(18).low == 18 && CasualtyFigure(18).high == 18)
  }

  @Test func printsToWhatItWasReadFrom() throws {
    for qualifier in CasualtyFigure.Qualifier.allCases {
      let figure = CasualtyFigure(42, qualifier)
      #expect(try CasualtyFigure(reading: figure.description) == figure)
    }
  }

  @Test(arguments: [(7, 2, 12), (0, 0, 3), (2, 2, 0), (9, 1, 4), (3, 5, 2)])
  func estimatesStayAsTheyAreGiven(best: Int, low: Int, high: Int) throws {
    let figure = CasualtyFigure(best: best, low: low, high: high)
    #expect(figure.low == low && figure.high == high && figure.value == best)
    #expect(figure.description == "\(best) (\(low)-\(high))")
    #expect(figure.short == "\(best) (\(low)–\(high))")
    #expect(try CasualtyFigure(reading: figure.description) == figure)
    #expect(CasualtyFigure(best: 4, low: 4, high: 4) == CasualtyFigure(4))
  }

  @Test(arguments: ["7 (2)", "7 (2-)", "7 (a-b)", "7 (2-3-4)", "7 (2-12", "x (1-2)"])
  func estimatesThatAreNoneAreRefused(text: String) {
    #expect(throws: FigureProblem.self) { try CasualtyFigure(reading: text) }
  }
}

@Suite struct PassageIDTests {
  @Test func readsAndPrints() {
    #expect(PassageID("roul-2016#12")?.description == "roul-2016#12")
    #expect(PassageID("roul-2016#12")?.words == "roul-2016 ¶12")
  }

  @Test(arguments: [
    "roul-2016", "#3", "roul-2016#", "roul-2016#0", "roul-2016#-1", "Roul#1", "a#1#2", "a#+1",
  ])
  func refuses(text: String) { #expect(PassageID(text) == nil) }
}

@Suite struct EventTests {
  @Test func theSpanCoversRivalDates() throws {
    func date(_ text: String, _ number: Int) throws -> Statement {
      Statement(
        id: RecordID("e/date.\(number)"), subject: "e", property: .date, label: "Date",
        value: .date(try ExtendedDate(reading: text)), citations: [])
    }
    let event = Event(
      id: "e", title: "E", kind: Term(key: "attack", label: "Attack"),
      statements: [try date("2016-10-25", 1), try date("2016-10-24", 2)])
    #expect(event.span?.first.description == "2016-10-24")
    #expect(event.span?.last.description == "2016-10-25")
    #expect(event.casualtiesInShort == "")
  }
}
