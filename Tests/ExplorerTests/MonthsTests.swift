import Canvas
import Model
import Query
import Testing

@testable import Explorer

/// When the months of a list are asked for, and which answer is shown.
@Suite struct MonthsTests {
  @Test func theMonthsAreThoseOfTheListBelowThem() {
    var fixture = Fixture(height: 20)
    #expect(fixture.text.contains("2020-04 ███"))
    #expect(fixture.text.contains("+ 2"))
    fixture.press("j", "j")
    #expect(!fixture.text.contains("2020-04 ███"))
    fixture.press("k")
    #expect(fixture.text.contains("2020-04 ███"))
  }

  @Test func theyAreAskedForOnceAList() {
    var state = ExplorerState()
    _ = update(&state, .started(Size(width: 120, height: 20)))
    let asked = { (effects: [Effect]) in
      effects.count { effect in
        if case .ask(.months, _) = effect { true } else { false }
      }
    }
    // The first action asked already.
    #expect(asked(update(&state, .resized(Size(width: 90, height: 20)))) == 0)
    #expect(asked(update(&state, .answered(.months, .months(MonthCounts())))) == 0)
    #expect(asked(update(&state, .pressed(.tab))) == 0)
  }

  @Test func aPlaceLeftBeforeTheyCameAsksAgain() {
    var fixture = Fixture()
    fixture.press("j", .tab)
    // To a record, and from there away before the months of the list have come.
    var state = fixture.state
    state.panes.events.restrict(to: "blue-band", named: "Blue Band")
    let asked = update(&state, .resized(Size(width: 121, height: 20)))
    #expect(
      asked.contains(.ask(.months, .months(RowRequest(.event, scope: "blue-band", count: 0)))))
    state.trail.leave(state.place)
    state.panes.events.restrict(to: nil, named: "")
    _ = update(&state, .resized(Size(width: 122, height: 20)))
    let back = update(&state, .pressed(.backspace))
    #expect(back.contains(.cancel(.months)))
    #expect(back.contains(.ask(.months, .months(RowRequest(.event, scope: "blue-band", count: 0)))))
    #expect(back.contains { if case .ask(.events, _) = $0 { true } else { false } })
  }

  @Test func aSearchShowsTheMonthsOfWhatIsTypedOnly() throws {
    var state = ExplorerState()
    _ = update(&state, .started(Size(width: 120, height: 20)))
    _ = update(&state, .pressed("/"))
    let effects = update(&state, .pressed("x"))
    let expression = try QueryReader.read("x")
    #expect(
      effects.contains(
        .ask(.searchMonths, .months(RowRequest(.event, expression: expression, count: 0)))))
    let row = Fixture.events[0]
    let hits = Reply.hits([ListWindow(kind: .event, rows: [row], first: 0, total: 1)])
    let months = Reply.months(
      MonthCounts(months: [.init(CalendarMonth(rawValue: 12 * 2020 + 3), count: 1)]))
    _ = update(&state, .answered(.search, hits))
    #expect(!view(state).text.contains("2020-04 ███"))
    _ = update(&state, .answered(.searchMonths, months))
    #expect(view(state).text.contains("2020-04 ███"))
    // The next key: until its hits come, both are the former ones; then the months are not known.
    _ = update(&state, .pressed("y"))
    #expect(view(state).text.contains("2020-04 ███"))
    _ = update(&state, .answered(.search, hits))
    #expect(!view(state).text.contains("2020-04 ███"))
    #expect(update(&state, .pressed(.escape)).contains(.cancel(.searchMonths)))
  }
}
