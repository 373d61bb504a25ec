import Testing

@testable import Model

@Suite struct RivalValuesTests {
  private func statement(
    _ property: Property, _ value: Statement.Value, number: Int, rival: String? = nil
  ) -> Statement {
    Statement(
      id: RecordID("attack/\(property.rawValue).\(number)"), subject: "attack", property: property,
      label: "", value: value, rival: rival, citations: [])
  }

  private func dates(_ texts: String...) throws -> [Statement] {
    try texts.enumerated().map {
      statement(.date, .date(try ExtendedDate(reading: $0.element)), number: $0.offset + 1)
    }
  }

  @Test func datesThatShareNoDayAreRivals() throws {
    let rivals = RivalValues.among(try dates("2016-10-25", "2016-10-24", "2016-10"))
    #expect(rivals.map(\.question) == ["date"])
    #expect(rivals.first?.statements.map(\.id) == ["attack/date.1", "attack/date.2"])
  }

  @Test func aMoreExactDateContradictsNothing() throws {
    #expect(RivalValues.among(try dates("2015-02", "2015-01/2015-03", "2015-02-09")).isEmpty)
    #expect(RivalValues.among(try dates("../2016", "2015-12-01")).isEmpty)
  }

  @Test func figuresThatDifferAreRivalsOfTheirKindOnly() {
    let rivals = RivalValues.among([
      statement(.killed, .figure(CasualtyFigure(70, .moreThan)), number: 1),
      statement(.killed, .figure(CasualtyFigure(70, .upTo)), number: 2),
      statement(.wounded, .figure(CasualtyFigure(100)), number: 1),
      statement(.wounded, .figure(CasualtyFigure(100)), number: 2),
      statement(.killedAndWounded, .figure(CasualtyFigure(200)), number: 1),
    ])
    #expect(rivals.map(\.question) == ["killed"])
    #expect(rivals.map(\.statements.count) == [2])
  }

  @Test func otherStatementsAreRivalsWhereTheCasebookSaysSo() {
    let rivals = RivalValues.among([
      statement("strength", .text("300"), number: 1, rival: "fighters"),
      statement("strength", .text("a third are foreign"), number: 2),
      statement("claim", .text("no more than 50"), number: 1, rival: "fighters"),
      statement("origin", .text("2015"), number: 1, rival: "year"),
    ])
    #expect(rivals.map(\.question) == ["fighters"])
    #expect(rivals.first?.statements.map(\.id) == ["attack/strength.1", "attack/claim.1"])
    #expect(rivals.first?.subject == "attack")
  }
}
