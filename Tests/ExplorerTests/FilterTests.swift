import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct FilterTests {
  private static func typed(_ word: String) -> Filter {
    Filter(origin: .typed, words: word, expression: .word(word, isPrefix: false))
  }

  private static func drawn(_ span: String) -> Filter {
    Filter(origin: .timeline, words: span, expression: .word(span, isPrefix: false))
  }

  @Test func filtersStackAsChipsAndNarrowWhatIsAskedFor() {
    var fixture = Fixture(width: 90, height: 16)
    fixture.press(.tab)
    _ = fixture.state.add(Self.typed("siege"))
    _ = fixture.state.add(Self.typed("souburg"))
    fixture.act(.resized(Size(width: 90, height: 16)))
    #expect(fixture.text.contains("[siege] [souburg]"))
    #expect(
      fixture.state.panes.events.request().expression
        == .all([
          .word("siege", isPrefix: false), .word("souburg", isPrefix: false),
        ]))
    fixture.press(.escape)
    #expect(fixture.state.panes.events.filters == [Self.typed("siege")])
    #expect(fixture.state.focus == .events, "Esc lifts a filter before it leaves the pane")
  }

  @Test func aNewSpanTakesThePlaceOfTheOld() {
    var fixture = Fixture()
    _ = fixture.state.add(Self.drawn("2014"))
    _ = fixture.state.add(Self.typed("siege"))
    _ = fixture.state.add(Self.drawn("2015"))
    #expect(fixture.state.panes.events.filters.map(\.words) == ["siege", "2015"])
    _ = fixture.state.removeFilters(of: .timeline)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["siege"])
  }

  @Test(arguments: [20, 40, 90]) func chipsThatDoNotFitAreCounted(_ width: Int) {
    var frame = Frame(Size(width: width, height: 1))
    let filters = (1...12).map { Self.typed("filter-\($0)") }
    frame.put(chips: filters, row: 0)
    let shown = frame.text.split(separator: "]").count - 1
    #expect(frame.text.contains("+\(filters.count - shown)"), "\(frame.text)")
  }
}
