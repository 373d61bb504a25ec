import Canvas
import Model
import Testing

@testable import Explorer

@Suite struct ReviewingTests {
  @Test func aMarkStandsBeforeTheRowAndIsKept() {
    var fixture = Fixture()
    fixture.press("2", "x")
    #expect(fixture.effects == [.mark("norburg-attack", isReviewed: true)])
    #expect(
      fixture.text.contains("│✓2020-04-30") && fixture.text.contains("✓ reviewed · norburg-attack"))
    #expect(fixture.text.contains("1 reviewed in all"))
    fixture.press("j")
    #expect(!fixture.text.contains("✓ reviewed"))
    fixture.press("k", "x")
    #expect(fixture.effects.last == .mark("norburg-attack", isReviewed: false))
    #expect(!fixture.text.contains("✓"))
  }

  @Test func marksOfThePastAreShown() {
    var fixture = Fixture()
    fixture.act(.reviewed(["red-band", "talk"]))
    #expect(fixture.text.contains("✓Red Band") && fixture.text.contains("✓undated"))
    fixture.press("x")
    #expect(fixture.text.contains("there is none under the cursor") && fixture.effects.isEmpty)
    fixture.press("j", .enter, "x")
    #expect(fixture.effects == [.mark("red-band", isReviewed: false)])
  }
}
