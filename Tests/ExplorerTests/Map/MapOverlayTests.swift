import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct MapOverlayTests {
  /// The map of the made-up events, its outlines loaded.
  private func map(width: Int = 60, height: Int = 18) -> Fixture {
    var fixture = Fixture(width: width, height: height)
    fixture.press("M")
    fixture.act(.outlines(Fixture.outlines))
    return fixture
  }

  private func overlay(_ fixture: Fixture) throws -> MapOverlay {
    try #require(fixture.state.overlay?.part as? MapOverlay)
  }

  @Test func marksStandOverOutlinesWithTheirNames() {
    let fixture = map()
    #expect(fixture.effects.contains(.loadOutlines))
    expectScreen(
      fixture.text,
      """
       adduce  A made-up casebook             2 groups · 3 events
       Map  All events
               ⡇             • Norburg                  ⢸
               ⡇                    ⠄                   ⢸
               ⡇                    ⠂                   ⢸
               ⡇                    ⡁                   ⢸
               ⡆                    ⠄                   ⢸
               ⡇        MIDDLELAND  ⠂                   ⢸
               ⡇                    ⡁                   ⢸
               ⡇                    ⠄                   ⢸
               ⡅                    ⠂                   ⢸
               ⡇                    ⡁                   ⢸
               ⡇                    ⠄                   ⢸
               ⡇                    ⠂     ◇ Souburg     ⢸
       • 1 event at Norburg: at the place
       1 event without a place
       Natural Earth; GeoNames CC BY 4.0
       n N marks  Enter events  + - zoom  ↑↓←→ move  0 all
      """)
  }

  @Test func aClickGoesToTheMarkUnderItAndADragMovesTheMap() throws {
    var fixture = map()
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("Souburg") })
    let column = rows[row].prefix { $0 != "◇" }.count
    fixture.act(.mouse(MouseEvent(.pressed, row: row, column: column + 1)))
    #expect(try overlay(fixture).mark?.name == "Souburg")
    fixture.act(.mouse(MouseEvent(.dragged, row: row, column: column - 9)))
    fixture.act(.mouse(MouseEvent(.released, row: row, column: column - 9)))
    let moved = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(moved[row].prefix { $0 != "◇" }.count == column - 10, "\(fixture.text)")
  }

  @Test func theCursorGoesFromMarkToMark() throws {
    var fixture = map()
    #expect(try overlay(fixture).mark?.name == "Norburg")
    fixture.press("n")
    #expect(try overlay(fixture).mark?.name == "Souburg")
    fixture.press("n")
    #expect(try overlay(fixture).mark?.name == "Norburg")
    fixture.press("j")
    #expect(try overlay(fixture).mark?.name == "Souburg", "the nearest further south")
    fixture.press("k")
    #expect(try overlay(fixture).mark?.name == "Norburg")
  }

  @Test func theMarkUnderTheCursorKeepsItsPlaceWhileTheMapIsZoomed() throws {
    var fixture = map(width: 100, height: 30)
    func cell() throws -> GeoGrid.Cell? {
      let map = try overlay(fixture)
      return map.mark.flatMap { map.projection?.grid?.cell(of: $0.point) }
    }
    let before = try #require(try cell())
    for key: Key in ["+", "+", "+", "-"] {
      fixture.press(key)
      let after = try #require(try cell())
      #expect(abs(after.column - before.column) <= 1 && abs(after.row - before.row) <= 1)
    }
    #expect(fixture.text.contains("1 outside"))
    fixture.press("0")
    #expect(!fixture.text.contains("outside"))
  }

  @Test func whatWasThereStandsUntilTheAnswerComes() throws {
    var fixture = map()
    _ = update(&fixture.state, .pressed(.right))
    #expect(fixture.text.contains("Norburg"), "the old marks at their new places")
  }

  @Test func enterNarrowsTheEventsToTheMark() throws {
    var fixture = map(width: 90, height: 18)
    let marks = try #require(try overlay(fixture).marks)
    fixture.press("n", .enter)
    #expect(fixture.state.overlay == nil && fixture.state.focus == .events)
    #expect(fixture.text.contains("[placed at Souburg]"))
    let expression = fixture.state.panes.events.request().expression
    guard case .area(let box) = expression else {
      Issue.record("\(expression)")
      return
    }
    #expect(box.contains(Fixture.points[1].point) && !box.contains(Fixture.points[0].point))
    #expect(marks.grid.flatMap { $0.cell(of: Fixture.points[1].point).flatMap($0.box(of:)) } == box)
    // The map shows all of them again, and what is picked next takes the place of it.
    fixture.press("M")
    #expect(try overlay(fixture).rows.expression == .everything)
    fixture.press(.enter)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["placed at Norburg"])
    fixture.press(.escape)
    #expect(fixture.state.panes.events.filters.isEmpty)
  }

  @Test func allInViewCanBePicked() {
    var fixture = map(width: 90, height: 18)
    fixture.press("v")
    let filter = fixture.state.panes.events.filters.first
    #expect(filter?.words.hasPrefix("placed within ") == true)
    guard case .area(let box)? = filter?.expression else {
      Issue.record("no area")
      return
    }
    #expect(Fixture.points.allSatisfy { box.contains($0.point) })
  }

  @Test func nothingInViewIsSaidSo() {
    var fixture = map()
    for _ in 0..<40 { fixture.press(.up) }
    #expect(fixture.text.contains("no event stands in this part"))
    fixture.press(.enter)
    #expect(fixture.state.overlay != nil && fixture.text.contains("0 shows all"))
  }

  @Test func eventsWithoutAPlaceAreCountedAndNothingIsDrawnOfThem() throws {
    var fixture = Fixture(width: 80, height: 24)
    _ = update(&fixture.state, .pressed("M"))
    _ = update(&fixture.state, .answered(.map, .map(MapMarks(placed: 0, unplaced: 3))))
    let grid = try overlay(fixture).projection?.grid
    _ = update(
      &fixture.state, .answered(.map, .map(MapMarks(grid: grid, placed: 0, unplaced: 3))))
    #expect(fixture.text.contains("none of these events has a place on the map"))
    #expect(fixture.text.contains("3 events without a place"))
  }

  @Test(arguments: [
    (40, 10), (24, 6), (24, 7), (25, 8), (30, 9), (80, 24), (120, 36), (1000, 6), (24, 400),
  ])
  func anySizeIsDrawnAndEveryKeyTaken(width: Int, height: Int) {
    var fixture = map(width: width, height: height)
    let keys: [Key] = [
      "-", "-", "-", "-", "-", "-", "-", "-", "n", .up, .up, .up, .up, .up, .up, .up, .left, "0",
      "+", "+", "+", "+", "+", "+", "+", "+", "+", "+", "+", "+", "+", "+", "+", "h", "j", "k",
      "l", .down, .right, "0", "N", "_", "=",
    ]
    for key in keys {
      fixture.press(key)
      let frame = view(fixture.state)
      #expect(frame.size == Size(width: width, height: height))
    }
    if height >= 10, width >= 40 {
      #expect(fixture.text.contains("Natural Earth; GeoNames CC BY 4.0"))
    }
    for size in [Size(width: 40, height: 10), Size(width: 200, height: 60)] {
      fixture.act(.resized(size))
      #expect(view(fixture.state).size == size)
    }
    fixture.press("q")
    #expect(fixture.state.overlay == nil)
  }
}
