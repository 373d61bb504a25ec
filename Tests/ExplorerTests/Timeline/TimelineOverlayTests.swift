import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct TimelineOverlayTests {
  /// A timeline over the made-up events, by month, at August 2016.
  private func open(width: Int = 80, height: Int = 24, _ keys: Key...) -> Fixture {
    var fixture = Fixture(width: width, height: height)
    fixture.press(.tab, "T")
    for _ in TimelineWindow.steps { fixture.press("-") }
    fixture.press("+", "+", "+", "+", "d")
    fixture.type("2016-08")
    fixture.press(.enter)
    for key in keys { fixture.press(key) }
    return fixture
  }

  private func overlay(_ fixture: Fixture) -> TimelineOverlay? {
    fixture.state.overlay?.part as? TimelineOverlay
  }

  private func asked(_ effects: [Effect]) -> [TimelineRequest] {
    effects.compactMap {
      if case .ask(.timeline, .timeline(let request)) = $0 { request } else { nil }
    }
  }

  // In column 43 stands the bar of August 2016, in column 49 that of November, each two columns wide.
  @Test func aDragChoosesASpan() throws {
    var fixture = open()
    fixture.act(.mouse(MouseEvent(.pressed, row: 8, column: 43)))
    #expect(overlay(fixture)?.span?.words == "2016-08")
    fixture.act(.mouse(MouseEvent(.dragged, row: 9, column: 46)))
    fixture.act(.mouse(MouseEvent(.dragged, row: 9, column: 49)))
    #expect(overlay(fixture)?.span?.words == "2016-08..2016-11")
    fixture.act(.mouse(MouseEvent(.released, row: 9, column: 49)))
    #expect(fixture.state.overlay == nil)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["2016-08..2016-11"])
  }

  @Test func aClickGoesToABarAndTheWheelZooms() {
    var fixture = open()
    fixture.act(.mouse(MouseEvent(.pressed, row: 8, column: 49)))
    fixture.act(.mouse(MouseEvent(.released, row: 8, column: 49)))
    #expect(overlay(fixture)?.span?.words == "2016-11" && overlay(fixture)?.anchor == nil)
    let step = overlay(fixture)?.window?.step
    fixture.act(.mouse(MouseEvent(.wheelUp, row: 8, column: 49)))
    #expect(overlay(fixture)?.window?.step == step.map { $0 + 1 })
    fixture.act(.mouse(MouseEvent(.pressed, row: 8, column: 2)))
    #expect(overlay(fixture)?.span?.words == "2016-11", "left of the bars there is none")
  }

  @Test func byMonthAt80x24() {
    let fixture = open()
    expectScreen(
      fixture.text,
      """
       adduce  A made-up casebook                                 2 groups · 3 events
       Timeline · all events  events by month · 25 in all
       ‹ 1 before   19 in the bars   4 wider than a month   1 undated
          12                                     ██
                                                 ██
                                                 ██
                                                 ██
                                                 ██
                                                 ██
           6                                     ██
                                                 ██  ██
                                                 ██  ██
                                                 ██  ██
                                                 ██  ██    ██
           0                                     ██  ██    ██
             ──────────┬───────────┬───────────┬─▲━────────┬───────────┬───────────┬─
                       Jul 2015    2016        Jul         2017        Jul
       2016-08: 12 events
       may lie in several, so in no bar: 1–4 of 4
                2016-08/2016-11 Siege of Souburg ├──────┤
                                   ├──────────────────────┤ 2016 Talks in Norburg
             ←────────────────────────────────────────────────┤ ../2017-02 A feud
                                     2017-01/.. Occupation ├────────────────────────→
       h l move  + - zoom  v span  Enter narrow  s stack  m measure  q close  ? keys
      """)
  }

  @Test func killedByKindAt120x36() {
    let fixture = open(width: 120, height: 36, "s", "m")
    expectScreen(
      fixture.text,
      """
       adduce  A made-up casebook                                                                         2 groups · 3 events
       Timeline · all events  killed by month · stacked by kind · 25 in all
       ‹ 1 before   19 in the bars   4 wider than a month   1 undated
                                                                               ++
          95                                                                   ┊┊
                                                                               ┊┊
                                                                               ┊┊
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                               ██
                                                                     ██        ██
                                                                     ██        ██
                                                                     ██        ██
                                                                     ██        ██
           0                                                         ██  ??    ██
             ──────┬───────────┬───────────┬───────────┬───────────┬─▲━────────┬───────────┬───────────┬───────────┬─────────
                   Jul 2014    2015        Jul         2016        Jul         2017        Jul         2018        Jul
       2016-08: 12 events, 24 killed
       ? 5 of 19 without a figure   █ attack 104+   ▓ raid ?   ┊ up to the highest figures   + or more 1
       may lie in several, so in no bar: 1–4 of 4
                                                                     ├──────┤ 2016-08/2016-11 Siege of Souburg
                                                       ├──────────────────────┤ 2016 Talks in Norburg
             ←────────────────────────────────────────────────────────────────────┤ ../2017-02 A feud
                                                                               ├─ 2017-01/.. Occupation ────────────────────→




       h l move  + - zoom  v span  Enter narrow  s stack  m measure  q close  ? keys  d date  x lift the span
      """)
  }

  @Test func aSpanIsChosenAndTheListFollows() throws {
    var fixture = open("v", "l", "l", "l")
    #expect(fixture.text.contains("2016-08..2016-11: 17 events"))
    fixture.press(.enter)
    #expect(fixture.state.overlay == nil && fixture.state.focus == .events)
    let filters = fixture.state.panes.events.filters
    #expect(filters.map(\.words) == ["2016-08..2016-11"])
    let dates = try TypedDates(reading: "2016-08..2016-11")
    #expect(
      fixture.state.panes.events.request().expression
        == .dates(DateFilter(dates, typed: "2016-08..2016-11")))
    #expect(fixture.effects.contains(.cancel(.timeline)))
    // Again it shows all events, and where the span is; x lifts it.
    fixture.press("T")
    #expect(overlay(fixture)?.expression == .everything)
    #expect(overlay(fixture)?.applied == dates.range)
    #expect(fixture.text.contains("═"))
    fixture.press("x", "q")
    #expect(fixture.state.panes.events.filters.isEmpty && fixture.state.overlay == nil)
  }

  @Test func enterOnABarChoosesItsDays() {
    var fixture = open("Z", .enter)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["2016-08"])
    fixture = open("Z", "Z", .enter)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["2016"])
  }

  @Test func aSpanBegunInMonthsEndsOnADay() {
    var fixture = open("v", "z", "z", "z", "d")
    fixture.type("2016-09-10")
    fixture.press(.enter, .enter)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["2016-08-01..2016-09-10"])
  }

  @Test(arguments: [Key.escape, "q", "T"]) func itClosesWithout(_ key: Key) {
    let fixture = open("v", "l", key)
    #expect(fixture.state.overlay == nil && fixture.state.panes.events.filters.isEmpty)
  }

  @Test func otherFiltersHoldAndTheOldSpanDoesNot() throws {
    var fixture = Fixture(width: 80, height: 24)
    let word = QueryExpression.word("raid", isPrefix: false)
    _ = fixture.state.add(Filter(origin: .typed, words: "raid", expression: word))
    _ = fixture.state.add(Filter(origin: .timeline, words: "2016", expression: .undated))
    fixture.press("T")
    #expect(overlay(fixture)?.expression == word)
    #expect(fixture.text.contains("all events [raid]") && !fixture.text.contains("[2016]"))
  }

  @Test func aMoveWithinTheScreenAsksNothing() {
    var fixture = open()
    #expect(asked(update(&fixture.state, .pressed("l"))).isEmpty)
    #expect(asked(update(&fixture.state, .pressed("L"))).count == 1)
    #expect(asked(update(&fixture.state, .pressed("L"))).count == 1)
  }

  @Test func oldBarsStayUntilThereAreNewOnes() {
    var fixture = open()
    let before = fixture.text
    #expect(before.contains("█") && !before.contains("counting"))
    let effects = update(&fixture.state, .pressed("+"))
    #expect(asked(effects).map(\.unit) == [.month])
    #expect(fixture.text.contains("counting…") && fixture.text.contains("█"))
    _ = update(&fixture.state, .pressed("+"))
    _ = update(&fixture.state, .pressed("+"))
    #expect(fixture.text.contains("counting…") && fixture.text.contains("█"))
  }

  @Test func oldBarsAreNotTakenForThoseOfAnotherMeasure() {
    var fixture = open()
    _ = update(&fixture.state, .pressed("m"))
    #expect(fixture.text.contains("killed by month") && fixture.text.contains("counting…"))
    #expect(fixture.text.contains("2016-08: 12 events\n"))
    #expect(!fixture.text.replacing("? keys", with: "").contains("?"))
  }

  @Test func whatIsAskedForIsWhatTheScreenShows() throws {
    var fixture = open()
    let request = try #require(asked(update(&fixture.state, .pressed("L"))).first)
    let window = try #require(overlay(fixture)?.window)
    #expect(request.bars == window.bars && request.unit == window.unit)
    #expect(window.count * window.columns <= 80)
  }

  @Test(arguments: [(24, 6), (40, 10), (30, 24), (200, 8), (80, 24)])
  func noSizeIsTooSmall(_ width: Int, _ height: Int) {
    var fixture = Fixture(width: width, height: height)
    fixture.press("T")
    let keys: [Key] = [
      "s", "m", "+", "+", "+", "+", "L", "H", "-", "v", "l", "j", "k", "0", "G", "g", "s", "m", "d",
      .escape,
    ]
    for key in keys {
      fixture.press(key)
      fixture.act(.resized(Size(width: width - 3, height: height)))
      fixture.act(.resized(Size(width: width, height: height)))
      _ = fixture.text
    }
    #expect(fixture.text.contains("Timeline"))
  }

  @Test func noEventHasADate() {
    var state = ExplorerState()
    _ = update(&state, .started(Size(width: 80, height: 24)))
    _ = update(&state, .pressed("T"))
    #expect(view(state).text.contains("counting…"))
    var timeline = Timeline(unit: .year, bars: 0..<0)
    timeline.undated = 3
    _ = update(&state, .answered(.timeline, .timeline(timeline)))
    #expect(view(state).text.contains("3 without a date"))
    for key in ["l", "+", "v", .enter, "0", "q"] as [Key] { _ = update(&state, .pressed(key)) }
    #expect(state.overlay == nil)
  }
}

@Suite struct TimelineWindowTests {
  private func days(_ text: String) throws -> DayRange { try TypedDates(reading: text).range }

  @Test func aSpanIsShownAsFineAsItFits() throws {
    let span = try days("2014..2016")
    let wide = TimelineWindow(showing: span, finest: .month, width: 72)
    #expect(wide.unit == .month && wide.columns == 2 && wide.bars.count == 36)
    #expect(wide.unit.days(of: wide.bars) == span)
    let narrow = TimelineWindow(showing: span, finest: .month, width: 30)
    #expect(narrow.unit == .year && narrow.columns == 4)
    let years = TimelineWindow(showing: span, finest: .year, width: 72)
    #expect(years.unit == .year)
    let ages = TimelineWindow(showing: try days("1000..2016"), finest: .day, width: 50)
    #expect(ages.unit == .year && ages.bars.upperBound == 2017)
  }

  @Test func zoomingKeepsWhatIsUnderTheCursorInItsPlace() throws {
    var window = TimelineWindow(showing: try days("1990..2020"), finest: .year, width: 70)
    window.move(to: DayNumber(year: 2007, month: 5, day: 5)!)
    let column = try #require(window.columns(of: window.cursor)).lowerBound
    while window.zoom(by: 1) {
      let now = try #require(window.columns(of: window.cursor))
      #expect(abs(now.lowerBound - column) < 8)
      #expect(window.cursorDays.first.year == 2007)
    }
    #expect(window.unit == .day)
    while window.zoom(by: -1) {}
    #expect(window.unit == .year && window.cursor == 2007)
  }

  @Test func labelsNeverTouch() throws {
    for width in stride(from: 5, through: 190, by: 37) {
      for step in TimelineWindow.steps.indices {
        let (unit, _) = TimelineWindow.steps[step]
        let first = unit.number(of: DayNumber(year: 2015, month: 12, day: 20)!)
        let window = TimelineWindow(step: step, width: width, first: first, cursor: first)
        let ticks = TimelineAxis(window).ticks
        for (one, next) in zip(ticks, ticks.dropFirst()) {
          #expect((next.bar - one.bar) * window.columns > one.label.count)
        }
        if width > 60 { #expect(!ticks.isEmpty, "\(unit) \(width)") }
      }
    }
  }
}
