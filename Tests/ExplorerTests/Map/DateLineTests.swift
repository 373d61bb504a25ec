import Canvas
import Model
import Query
import Testing

@testable import Explorer

/// The map about the 180th meridian, which is no edge of it.
@Suite struct DateLineTests {
  /// A made-up island from 178 degrees east to 178 west, cut at 180 as maps are.
  private static let outlines: MapOutlines = {
    var outlines = MapOutlines()
    let lines = """
      adduce-geo 1
      line coast 180000 52000 -2000 0 0 -4000 2000 0 0 4000
      line coast -180000 52000 2000 0 0 -4000 -2000 0 0 4000
      """
    try? outlines.add(lines, lines: .world)
    try? outlines.add(lines, lines: .countries)
    return outlines
  }()

  private static let points = [179_900, -179_900].map {
    GeoPoint(latitude: 50_000, longitude: Int32($0))
  }

  private static let extent = GeoBox(latitudes: 50_000...50_000, longitudes: 179_900...180_100)

  /// What a store would say of two events there.
  private static func marks(_ request: MapRequest) -> MapMarks {
    guard let grid = request.grid else {
      return MapMarks(placed: 2, unplaced: 1, extent: extent, core: extent)
    }
    let one = PlacePrecision.allCases.map { $0 == .point ? 1 : 0 }
    let both = points.filter { grid.cell(of: $0) != nil }
    let cells = Set(both.compactMap(grid.cell(of:)))
    guard cells.count == 1, let point = both.first, both.count == 2 else {
      let marks = both.map { MapMarks.Mark(at: $0, isOnePoint: true, counts: one) }
      return MapMarks(grid: grid, marks: marks, placed: 2, unplaced: 1)
    }
    let mark = MapMarks.Mark(at: point, isOnePoint: false, counts: one.map { 2 * $0 })
    return MapMarks(grid: grid, marks: [mark], placed: 2, unplaced: 1)
  }

  private func press(_ fixture: inout Fixture, _ keys: Key...) {
    for key in keys {
      var effects = update(&fixture.state, .pressed(key))
      while !effects.isEmpty {
        guard case .ask(.map, .map(let request)) = effects.removeFirst() else { continue }
        effects += update(&fixture.state, .answered(.map, .map(Self.marks(request))))
      }
    }
  }

  private func map(width: Int, height: Int) -> Fixture {
    var fixture = Fixture(width: width, height: height)
    press(&fixture, "M")
    fixture.act(.outlines(Self.outlines))
    return fixture
  }

  private func overlay(_ fixture: Fixture) throws -> MapOverlay {
    try #require(fixture.state.overlay?.part as? MapOverlay)
  }

  @Test func theIslandIsWholeAndWithoutAnEdge() {
    var fixture = map(width: 60, height: 18)
    press(&fixture, "-", "-", "-", "-", "-")
    expectScreen(
      fixture.text,
      """
       adduce  A made-up casebook             2 groups · 3 events
       Map  All events

                            ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
                            ⡇         ⢸
                            ⡇         ⢸
                            ⡇         ⢸
                            ⡇    ●2   ⢸
                            ⡇         ⢸
                            ⡇         ⢸
                            ⡇         ⢸
                            ⡇         ⢸
                            ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉

       ● 2 events about 50.0° N 179.9° E: at the place
       1 event without a place
       Natural Earth; GeoNames CC BY 4.0
       n N marks  Enter events  + - zoom  ↑↓←→ move  0 all
      """)
  }

  /// Far enough to the east or to the west the map is the same again.
  @Test(arguments: [Key.right, Key.left]) func panningGoesAround(key: Key) throws {
    var fixture = map(width: 80, height: 24)
    // All of the earth: four steps to a screen.
    for _ in 0..<40 { press(&fixture, "-") }
    let before = fixture.text
    let wide = try #require(try overlay(fixture).projection?.box.longitudes.count)
    var shown: Set<Int> = []
    for _ in 0..<40 {
      press(&fixture, key)
      let count = try #require(try overlay(fixture).marks).marks.map(\.count).reduce(0, +)
      shown.insert(count)
      let projection = try #require(try overlay(fixture).projection)
      #expect((-180.0...180.0).contains(projection.longitude))
    }
    // Where the screen has all of the earth nothing is ever lost from view.
    #expect(wide < 360_000 || shown == [2], "\(wide) \(shown)\n\(before)")
    #expect(shown.contains(2))
    press(&fixture, "0", "0")
    #expect(fixture.text.contains("all 2 are shown") || fixture.text.contains("1 event without"))
  }

  @Test func aPlaceOnBothSidesIsTwoAreas() throws {
    var fixture = map(width: 80, height: 24)
    for _ in 0..<12 { press(&fixture, "-") }
    #expect(try overlay(fixture).mark?.count == 2)
    press(&fixture, .enter)
    let filter = try #require(fixture.state.panes.events.filters.first)
    guard case .any(let parts) = filter.expression else {
      Issue.record("\(filter.expression)")
      return
    }
    var boxes: [GeoBox] = []
    for case .area(let box) in parts { boxes.append(box) }
    #expect(boxes.count == 2 && boxes.map { $0.longitudes.upperBound }.contains(180_000))
    for point in Self.points {
      #expect(boxes.count { $0.contains(point) } == 1, "\(point) \(boxes)")
    }
    // As it would be typed, it means the same.
    #expect(try QueryReader.read(filter.expression.description) == filter.expression)
  }

  @Test func allInViewIsToldFromWestToEast() throws {
    var fixture = map(width: 80, height: 24)
    for _ in 0..<5 { press(&fixture, "-") }
    press(&fixture, "v")
    let words = try #require(fixture.state.panes.events.filters.first?.words)
    #expect(words.contains("° E to 1") && words.hasSuffix("° W"), "\(words)")
  }

  @Test func zoomingKeepsTheMarkInItsPlace() throws {
    var fixture = map(width: 100, height: 30)
    press(&fixture, "-", "-", "n")
    func cell() throws -> GeoGrid.Cell? {
      let map = try overlay(fixture)
      return map.mark.flatMap { map.projection?.grid?.cell(of: $0.point) }
    }
    let before = try #require(try cell())
    for key: Key in ["+", "+", "-", "+"] {
      press(&fixture, key)
      let after = try #require(try cell())
      #expect(abs(after.column - before.column) <= 1 && abs(after.row - before.row) <= 1)
    }
  }
}
