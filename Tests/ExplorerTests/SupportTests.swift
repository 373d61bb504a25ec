import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct SupportOverlayTests {
  @Test func theListSaysWhatEachFactRestsOn() {
    var fixture = Fixture(width: 90, height: 20)
    fixture.press("g", "!")
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    expectScreen(
      (rows[1...4] + rows[15...17]).joined(separator: "\n"),
      """
       Weak support · all records  2 facts in all
        on one source 1  [on one report 1]  second-hand 1

       Siege of Souburg       Killed          more than 7                        doe-2020 ¶2 +1
       ────────────────────────────────────────────────────────────────────────────────────────
         Killed  more than 7
         › doe-2020 ¶2 via Herald, 1 May 2020; doe-2020 ¶4
      """)
    fixture.press(.tab)
    #expect(fixture.text.contains("[second-hand 1]") && fixture.text.contains("[reported]"))
    fixture.press(.enter)
    #expect(fixture.state.panes.record.id == "siege" && fixture.state.focus == .record)
  }

  @Test func oneRecordsFactsAreAskedForAndAWindowAtATime() {
    var fixture = Fixture(width: 90, height: 20)
    fixture.press(.tab, "j", .enter)
    let effects = update(&fixture.state, .pressed("!"))
    guard case .ask(.support, .support(let request))? = effects.last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(request.record == "siege" && request.first == 0 && request.count <= 3 * 20)
  }

  @Test func cGoesToThePassage() {
    var fixture = Fixture(width: 90, height: 20)
    fixture.press("g", "!", "c")
    #expect(fixture.state.focus == .reader)
    #expect(fixture.state.panes.reader?.cited == Fixture.passage)
  }

  @Test(arguments: [Size(width: 24, height: 6), Size(width: 40, height: 10)])
  func itFitsASmallScreen(size: Size) {
    var fixture = Fixture(width: size.width, height: size.height)
    fixture.press("g", "!", .tab, "j", "k", "G")
    #expect(fixture.text.contains("Siege"), "\(fixture.text)")
  }
}
