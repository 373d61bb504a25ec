import Canvas
import Foundation
import Query
import Testing

@testable import Explorer

@Suite struct SavedSearchTests {
  private static func kept(_ searches: (String, String)...) -> Keepsakes {
    var keepsakes = Keepsakes()
    for (name, query) in searches { keepsakes.make(.save(SavedSearch(name: name, query: query))) }
    return keepsakes
  }

  @Test func aSearchIsSavedUnderAName() {
    var fixture = Fixture(width: 80, height: 12)
    fixture.press("/")
    fixture.type("tal")
    fixture.press(.control("o"))
    #expect(fixture.text.contains(" Save as  tal") && fixture.text.contains("Talk of unknown date"))
    fixture.type("ks of 2020")
    fixture.press(.enter)
    let search = SavedSearch(name: "talks of 2020", query: "tal")
    #expect(fixture.effects.last == .keep(.save(search)))
    #expect(fixture.state.notice?.text == "saved as “talks of 2020”; F lists them")
    #expect(fixture.text.contains(" Search  tal"), "the search stays")
    fixture.press(.escape, "/", .control("o"))
    #expect(fixture.state.notice?.text.hasPrefix("nothing to save yet") == true)
  }

  @Test func theListCountsAndTheNewestIsFirst() {
    var fixture = Fixture(
      width: 60, height: 10,
      Memory(keepsakes: Self.kept(("all talks", "talk"), ("tal", "tal"), ("broken", "date:13"))))
    fixture.press("F")
    expectScreen(
      fixture.text.split(separator: "\n", omittingEmptySubsequences: false)[1...].joined(
        separator: "\n"),
      """
       Saved searches  3

       broken     date:13                          cannot be read
       tal                                                  1 hit
       all talks  talk                                      1 hit



       j k choose  Enter search  f filter the events  D delete
      """)
    fixture.press("j", .enter)
    #expect(fixture.text.contains(" Search  tal") && fixture.text.contains("Talk of unknown date"))
  }

  @Test func oneNarrowsTheEvents() {
    var fixture = Fixture(Memory(keepsakes: Self.kept(("t", "talk"))))
    fixture.press("F", "f")
    #expect(fixture.state.overlay == nil && fixture.state.focus == .events)
    #expect(fixture.text.contains("[talk]") && fixture.state.panes.events.total == 1)
  }

  @Test func whatIsDeletedComesBackWhereItStood() {
    var fixture = Fixture(
      Memory(keepsakes: Self.kept(("one", "talk"), ("two", "tal"), ("three", "siege"))))
    fixture.press("F", "j", "D")
    #expect(fixture.state.notice?.text == "deleted “two”; u brings it back")
    #expect(fixture.state.keepsakes.searches.map(\.name) == ["one", "three"])
    fixture.press("u")
    #expect(fixture.state.keepsakes.searches.map(\.name) == ["one", "two", "three"])
    #expect(
      fixture.effects.suffix(2) == [
        .keep(.delete(name: "two")), .keep(.save(SavedSearch(name: "two", query: "tal"), at: 1)),
      ])
    fixture.press("q")
    #expect(fixture.state.overlay == nil)
  }
}
