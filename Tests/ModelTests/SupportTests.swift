import Model
import Testing

@Suite struct SupportTests {
  private func statement(_ basis: Basis = .stated, _ citations: Citation...) -> Statement {
    Statement(
      id: "raid/killed.1", subject: "raid", property: .killed, label: "Killed",
      value: .figure(CasualtyFigure(7)), basis: basis, citations: citations)
  }

  private func cite(_ source: RecordID, _ number: Int, via: RecordID...) -> Citation {
    Citation(PassageID(source: source, number: ParagraphNumber(number)), via: via)
  }

  private func ways(_ statement: Statement) -> Set<WeakSupport> {
    Set(WeakSupport.allCases.filter { $0.holds(for: statement) })
  }

  @Test func sourcesAndReportsAreCountedOnce() {
    #expect(ways(statement(.stated, cite("a", 1))) == [.oneSource, .oneReport])
    #expect(ways(statement(.stated, cite("a", 1), cite("a", 2))) == [.oneSource, .oneReport])
    #expect(ways(statement(.stated, cite("a", 1), cite("b", 1))).isEmpty)
    #expect(ways(statement(.stated)).isEmpty, "what rests on nothing is none of these")
  }

  @Test func twoSourcesThatRepeatOneWorkAreOneReport() {
    let repeated = statement(.stated, cite("a", 1, via: "wire"), cite("b", 1, via: "wire"))
    #expect(ways(repeated) == [.oneReport, .secondHand])
    let two = statement(.stated, cite("a", 1, via: "wire", "herald"))
    #expect(ways(two) == [.oneSource, .secondHand])
    #expect(ways(statement(.stated, cite("a", 1, via: "wire"), cite("a", 2))) == [.oneSource])
  }

  @Test(arguments: Basis.allCases) func whatIsPassedOnIsSecondHand(basis: Basis) {
    let isPassedOn = basis == .reported || basis == .alleged
    #expect(statement(basis, cite("a", 1)).isSecondHand == isPassedOn)
    #expect(statement(basis, cite("a", 1, via: "wire")).isSecondHand)
    #expect(!statement(basis).isSecondHand)
  }
}
