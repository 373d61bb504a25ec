import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct MouseTests {
  /// Where a text stands on the screen.
  private func place(of text: String, in fixture: Fixture) throws -> (row: Int, column: Int) {
    let frame = view(fixture.state)
    for row in 0..<frame.size.height {
      if let range = frame.text(row: row).firstRange(of: text) {
        let before = frame.text(row: row)[..<range.lowerBound]
        return (row, before.count)
      }
    }
    throw Missing(text: text)
  }

  private struct Missing: Error { let text: String }

  private func click(_ text: String, on fixture: inout Fixture) throws {
    let place = try place(of: text, in: fixture)
    fixture.act(.mouse(MouseEvent(.pressed, row: place.row, column: place.column)))
    fixture.act(.mouse(MouseEvent(.released, row: place.row, column: place.column)))
  }

  @Test func aClickSelectsAndASecondOneOpens() throws {
    var fixture = Fixture(width: 120, height: 16)
    try click("Siege of Souburg", on: &fixture)
    #expect(fixture.state.focus == .events && fixture.selectedText.contains("Siege of Souburg"))
    #expect(fixture.state.panes.record.id == "siege")
    try click("Siege of Souburg", on: &fixture)
    #expect(fixture.state.focus == .record)
  }

  @Test func aKeyBetweenTwoClicksMakesThemTwo() throws {
    var fixture = Fixture(width: 120, height: 16)
    try click("Red Band", on: &fixture)
    fixture.press("k", "j")
    try click("Red Band", on: &fixture)
    #expect(fixture.state.focus == .index)
    #expect(fixture.state.panes.events.scope == "red-band")
  }

  @Test func aSecondClickOpensThoughThePanesMoved() throws {
    var fixture = Fixture(width: 80, height: 16)
    let place = try place(of: "Siege of Souburg", in: fixture)
    for _ in 0..<2 {
      fixture.act(.mouse(MouseEvent(.pressed, row: place.row, column: place.column)))
    }
    #expect(fixture.state.focus == .record && fixture.state.panes.record.id == "siege")
  }

  @Test func aClickOnACitationFollowsIt() throws {
    var fixture = Fixture(width: 120, height: 16)
    try click("doe-2020 ¶2", on: &fixture)
    #expect(fixture.state.focus == .reader)
    #expect(fixture.state.panes.reader?.selected == Fixture.passage)
  }

  @Test func aClickOnANameFollowsItAndOneOnALabelSelects() throws {
    var fixture = Fixture(width: 120, height: 16)
    try click("Killed", on: &fixture)
    #expect(fixture.state.focus == .record && fixture.selectedText.hasPrefix("Killed"))
    try click("Red Band [reported]", on: &fixture)
    #expect(fixture.state.panes.record.id == "red-band")
  }

  @Test func passagesAreSelectedInTheReader() throws {
    var fixture = Fixture(width: 120, height: 16)
    fixture.press(.tab, .enter, "c")
    try click("A note.", on: &fixture)
    #expect(fixture.state.panes.reader?.selected?.number == ParagraphNumber(4))
    try click("A note.", on: &fixture)
    #expect(fixture.text.contains("Facts on"))
  }

  @Test func theWheelMovesWhatItIsOver() throws {
    var fixture = Fixture(width: 120, height: 16)
    let place = try place(of: "Talk of unknown date", in: fixture)
    fixture.act(.mouse(MouseEvent(.wheelDown, row: place.row, column: place.column)))
    #expect(fixture.state.panes.events.cursor == 2 && fixture.state.focus == .index)
    fixture.act(.mouse(MouseEvent(.wheelUp, row: place.row, column: place.column)))
    #expect(fixture.state.panes.events.cursor == 0)
  }

  @Test func overlaysAreClickedToo() throws {
    var fixture = Fixture(width: 90, height: 24)
    fixture.press(.tab, .enter, "c", "r")
    let text = fixture.text
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    let second = try #require(rows.lastIndex { $0.contains("more than 7") })
    #expect(fixture.selectedText == "Killed more than 7")
    let before = view(fixture.state)
    fixture.act(.mouse(MouseEvent(.pressed, row: second, column: 20)))
    let after = view(fixture.state)
    #expect(after.row(second).contains { $0.style.marks.contains(.selected) })
    #expect(before != after)
    fixture.act(.mouse(MouseEvent(.pressed, row: second, column: 20)))
    #expect(fixture.state.overlay == nil && fixture.state.panes.record.id == "siege")
  }

  @Test func whereNothingIsNothingHappens() {
    var fixture = Fixture(width: 120, height: 16)
    let before = fixture.state.place
    for (row, column) in [(0, 3), (15, 3), (1, 3), (14, 3), (5, 29), (90, 900), (-1, -1)] {
      fixture.act(.mouse(MouseEvent(.released, row: row, column: column)))
      fixture.act(.mouse(MouseEvent(.dragged, row: row, column: column)))
    }
    #expect(fixture.state.place == before)
  }

  @Test func itIsOffUntilItIsTurnedOn() {
    var fixture = Fixture()
    #expect(!fixture.state.settings.usesMouse)
    fixture.press("g", "m")
    #expect(fixture.state.settings.usesMouse && fixture.effects.last == .mouse(true))
    fixture.press("g", "m")
    #expect(!fixture.state.settings.usesMouse && fixture.effects.last == .mouse(false))
  }
}
