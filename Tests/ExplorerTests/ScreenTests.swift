import Canvas
import Query
import Testing

@testable import Explorer

/// Compares a screen with a picture of it, and names the rows that differ.
func expectScreen(_ text: String, _ picture: String, at location: SourceLocation = #_sourceLocation)
{
  func rows(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
  let (found, expected) = (rows(text), rows(picture))
  #expect(found.count == expected.count, "\(text)", sourceLocation: location)
  for (index, pair) in zip(found, expected).enumerated() where pair.0 != pair.1 {
    Issue.record("row \(index):\n  \(pair.0)\nnot\n  \(pair.1)", sourceLocation: location)
  }
}

@Suite struct ScreenTests {
  @Test func threePanesStandSideBySide() {
    expectScreen(Fixture(width: 120, height: 12).text, Self.wide)
  }

  static let wide = """
     adduce  A made-up casebook                                                                         2 groups · 3 events
     1 Groups                   2 │ 2 Events                             1/3 │ Record                        norburg-attack
     All groups                   │ 2020-04 ███  + 2                         │ Attack in Norburg
     Red Band                   2 │ 2020-04-30                     >7 killed │ event · attack
     Blue Band                    │  Attack in Norburg                       │
                                  │ 2020-05/2020-07  Souburg                 │ Claimed by     Red Band [reported]
                                  │  Siege of Souburg                        │              › doe-2020 ¶2 via Herald, 1 May
                                  │ undated                                  │                2020
                                  │  Talk of unknown date                    │ Killed         more than 7
                                  │                                          │              › doe-2020 ¶2 via Herald, 1 May
                                  │                                          │                2020
     Enter open  c passage  e export  Tab pane  / search  d date  Backspace back  ? help  q quit
    """

  @Test func belowAHundredAndTenColumnsTwoPanesStandSideBySide() {
    let layout = Layout(
      Size(width: 80, height: 24), focus: .events, hasReader: false, isZoomed: false)
    #expect(layout.columns.map(\.pane) == [.events, .record])
    #expect(
      Layout(Size(width: 109, height: 24), focus: .index, hasReader: false, isZoomed: false).columns
        .map(\.pane) == [.index, .events])
    #expect(
      Layout(Size(width: 150, height: 24), focus: .reader, hasReader: true, isZoomed: false).columns
        .map(\.pane) == [.events, .record, .reader])
    #expect(
      Layout(Size(width: 120, height: 24), focus: .reader, hasReader: true, isZoomed: false).columns
        .map(\.pane) == [.record, .reader])
    #expect(
      Layout(Size(width: 120, height: 24), focus: .events, hasReader: true, isZoomed: false).columns
        .map(\.pane) == [.index, .events, .record])
    #expect(
      Layout(Size(width: 50, height: 24), focus: .record, hasReader: false, isZoomed: false).columns
        .map(\.pane) == [.record])
    #expect(
      Layout(Size(width: 200, height: 60), focus: .events, hasReader: false, isZoomed: true).columns
        .map(\.pane) == [.events])
  }

  @Test func withoutEventsToListRecordsTakeTheRoomOfTheirPane() {
    func panes(_ width: Int, _ focus: Pane, hasReader: Bool = false) -> [Pane] {
      Layout(
        Size(width: width, height: 24), focus: focus, hasReader: hasReader, hasEvents: false,
        isZoomed: false
      ).columns.map(\.pane)
    }
    #expect(panes(80, .record) == [.index, .record])
    #expect(panes(120, .record) == [.index, .record])
    #expect(panes(120, .reader, hasReader: true) == [.record, .reader])
    #expect(panes(160, .reader, hasReader: true) == [.index, .record, .reader])
    #expect(panes(50, .record) == [.record])
    #expect(panes(80, .events) == [.events, .record])
    #expect(panes(120, .index) == [.index, .events, .record])
  }

  @Test(arguments: [true, false]) func panesFillTheScreenExactly(hasEvents: Bool) {
    for width in 24...210 {
      for focus in Pane.allCases {
        let layout = Layout(
          Size(width: width, height: 20), focus: focus, hasReader: true, hasEvents: hasEvents,
          isZoomed: false)
        #expect(layout.columns.first?.range.lowerBound == 0)
        #expect(layout.columns.last?.range.upperBound == width)
        #expect(layout.columns.map(\.pane).contains(focus))
        for (left, right) in zip(layout.columns, layout.columns.dropFirst()) {
          #expect(left.range.upperBound + 1 == right.range.lowerBound)
        }
      }
    }
  }

  @Test func anySizeIsDrawnWithoutACrash() {
    for width in 0...60 {
      for height in 0...12 {
        var fixture = Fixture(width: width, height: height)
        fixture.press(.tab, .enter, .enter, "/")
        fixture.type("tal")
        #expect(view(fixture.state).size == Size(width: width, height: height))
      }
    }
  }
}
