import Model
import Testing

@Suite struct RivalAnswersTests {
  private func statement(
    _ number: Int, _ killed: Int, _ source: RecordID, via: [RecordID] = []
  ) -> Statement {
    Statement(
      id: RecordID("attack/killed.\(number)"), subject: "attack", property: .killed,
      label: "Killed", value: .figure(CasualtyFigure(killed)),
      citations: [Citation(PassageID(source: source, number: ParagraphNumber(number)), via: via)])
  }

  @Test func equalAnswersAreOneAndAWorkThatTwoCiteIsOneReport() throws {
    let rivals = RivalValues.among([
      statement(1, 7, "doe-2020", via: ["herald"]), statement(2, 9, "roe-2021"),
      statement(3, 7, "roe-2021", via: ["herald"]),
      statement(4, 7, "doe-2020", via: ["post", "herald"]),
    ])
    let answers = try #require(rivals.first).answers
    #expect(rivals.count == 1)
    #expect(answers.map(\.value) == [.figure(CasualtyFigure(7)), .figure(CasualtyFigure(9))])
    #expect(answers.map { $0.statements.count } == [3, 1])
    #expect(answers.map(\.reports) == [["herald", "post"], ["roe-2021"]])
  }
}
