import Casebook
import Foundation
import Library
import Model
import Query
import Testing

/// Where events stand, of a casebook, of a dataset, and of both.
@Suite struct MapTests {
  /// The made-up casebook with the points of its places, as given, and a table of one's own.
  private struct Placed {
    let fixture: LibraryFixture
    let casebook: SQLiteStore

    init(_ locations: [(place: String, latitude: String, precision: String)]) throws {
      fixture = try LibraryFixture()
      let folder = fixture.casebook.path + "/locations"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let text = locations.map {
        """
        - { place: \($0.place), latitude: \($0.latitude), longitude: 10.25, precision: \($0.precision), from: nowhere }
        """
      }.joined(separator: "\n")
      try text.write(toFile: folder + "/all.yaml", atomically: true, encoding: .utf8)
      casebook = try fixture.open()
    }

    func dataset() throws -> SQLiteStore {
      let table = """
        id,title,kind,date,place,latitude,longitude,precision
        1,One,Clash,2020,Norburg,50.5,10.25,near
        2,Two,Clash,2020,Norburg,50.5,10.25,near
        3,Three,Clash,2020,Elsewhere,-1.25,-70.5,
        4,Four,Clash,2020,Elsewhere,-1.5,-70.5,country
        5,Five,Clash,2020,Nowhere,,,

        """
      let path = fixture.cache + "/table.csv"
      try table.write(toFile: path, atomically: true, encoding: .utf8)
      let importing = DatasetImport(into: DatasetFolder(data: fixture.cache))
      return try SQLiteStore.open(importing.run(path) { _ in true }.dataset)
    }
  }

  private func marks(_ reply: Reply) throws -> MapMarks {
    guard case .map(let marks) = reply else { throw StoreProblem.cancelled }
    return marks
  }

  private static let all = RowRequest(.event, count: 0)
  private static var earth: GeoGrid? { GeoGrid(.earth, columns: 80, rows: 20) }

  @Test(arguments: [
    (
      [("norburg", "50.5", "point"), ("norland", "51", "country")], PlacePrecision.point, "Norburg"
    ),
    ([("norland", "51", "country")], .country, "Norland"),
    ([("norland", "51", "point")], .near, "Norland"),
    ([("norburg", "50.5", "district")], .district, "Norburg"),
  ])
  func anEventStandsAtTheNearestPlaceThatHasAPoint(
    locations: [(String, String, String)], precision: PlacePrecision, name: String
  ) throws {
    let placed = try Placed(locations)
    let marks = try marks(placed.casebook.answerNow(.map(MapRequest(Self.all, in: Self.earth))))
    #expect(marks.placed == 1 && marks.unplaced == 2)
    #expect(marks.marks.map(\.name) == [name] && marks.marks.map(\.finest) == [precision])
    #expect(marks.marks.map(\.count) == [1])
  }

  @Test func withoutLocationsNothingIsPlaced() throws {
    let store = try LibraryFixture().open()
    let marks = try marks(store.answerNow(.map(MapRequest(Self.all))))
    #expect(marks.placed == 0 && marks.unplaced == 3 && marks.extent == nil && marks.core == nil)
  }

  @Test func collectionsAreCountedTogether() async throws {
    let placed = try Placed([("norburg", "50.5", "point")])
    let both = Collections([placed.casebook, try placed.dataset()])
    let spread = try marks(await both.answer(.map(MapRequest(Self.all))))
    #expect(spread.placed == 5 && spread.unplaced == 3)
    #expect(
      spread.extent == GeoBox(latitudes: -1500...50_500, longitudes: -70_500...10_250))
    let marks = try marks(await both.answer(.map(MapRequest(Self.all, in: Self.earth))))
    #expect(marks.marks.map(\.count) == [3, 2])
    #expect(marks.marks.map(\.name) == ["Norburg", nil], "the second are of two points")
    #expect(marks.marks.map(\.finest) == [.point, .country])
    #expect(marks.marks[1].counts == [0, 0, 0, 0, 1, 1], "one has no word of its precision")
  }

  /// What a mark counts is what the list shows when it is picked.
  @Test func theListOfAMarkHasAsManyEvents() async throws {
    let placed = try Placed([("norburg", "50.5", "point")])
    let both = Collections([placed.casebook, try placed.dataset()])
    for columns in [1, 7, 80, 400] {
      let grid = try #require(GeoGrid(.earth, columns: columns, rows: 1 + columns / 4))
      let marks = try marks(await both.answer(.map(MapRequest(Self.all, in: grid))))
      #expect(marks.marks.map(\.count).reduce(0, +) == 5)
      for mark in marks.marks {
        let box = try #require(grid.cell(of: mark.point).flatMap(grid.box(of:)))
        #expect(box.parts.count == 1)
        let area = try #require(box.parts.first)
        let request = RowRequest(.event, expression: .area(area), count: 10)
        guard case .rows(let window) = try await both.answer(.rows(request)) else {
          throw StoreProblem.cancelled
        }
        #expect(window.total == mark.count)
        // Typed, it means the same.
        #expect(try QueryReader.read("area:\(area)") == .area(area))
      }
    }
  }

  @Test(arguments: [
    ("area:50,10..51,11", 3), ("area:-2,-71..-1,-70 kind:clash", 2), ("-area:50,10..51,11", 5),
    ("area:50,10..51,11 OR date:undated", 4), ("area:0,0..1,1", 0),
  ])
  func anAreaIsAConditionLikeOthers(query: String, count: Int) async throws {
    let placed = try Placed([("norburg", "50.5", "point")])
    let both = Collections([placed.casebook, try placed.dataset()])
    let request = RowRequest(.event, expression: try QueryReader.read(query), count: 10)
    guard case .rows(let window) = try await both.answer(.rows(request)) else {
      throw StoreProblem.cancelled
    }
    #expect(window.total == count)
    let marks = try marks(await both.answer(.map(MapRequest(request))))
    #expect(marks.placed + marks.unplaced == count)
  }

  @Test func theScopeOfAListHoldsOnTheMap() throws {
    let placed = try Placed([("norburg", "50.5", "point")])
    let rows = RowRequest(.event, scope: "blue-band", count: 0)
    let marks = try marks(placed.casebook.answerNow(.map(MapRequest(rows))))
    #expect(marks.placed == 1 && marks.unplaced == 0)
  }

  // MARK: About the 180th meridian

  /// What is counted there is what looking at every row gives, and the areas of a cell find just that.
  @Test(arguments: [(175_000, 10_000), (-185_000, 10_000), (179_000, 360_000), (-30_000, 700_000)])
  func whatStandsAboutTheDateLineIsCountedOnce(west: Int32, wide: Int32) async throws {
    let fixture = try LibraryFixture()
    let places = [
      179.9, -179.9, 180, -180, 179.999, -179.999, 178.4, -176.2, 66.9, -70.5, 0, 179.9,
    ]
    let store = try Self.events(at: places, fixture)
    let spread = try marks(await store.answer(.map(MapRequest(Self.all))))
    #expect(spread.placed == places.count)
    for columns in [1, 3, 80, 240] {
      let box = GeoBox(latitudes: -30_000...0, longitudes: west...(west + wide - 1))
      let grid = try #require(GeoGrid(box, columns: columns, rows: 4))
      // A point is in view where it is so many thousandths of a degree east of the western end, or a turn more.
      let inView = places.count { place in
        let east = (Int((place * 1000).rounded()) - Int(west)) % 360_000
        return (east + 360_000) % 360_000 < Int(wide)
      }
      let found = try marks(await store.answer(.map(MapRequest(Self.all, in: grid))))
      #expect(found.marks.map(\.count).reduce(0, +) == inView, "\(columns) columns")
      var ids: Set<ListRow.Target> = []
      for mark in found.marks {
        let cell = try #require(grid.cell(of: mark.point).flatMap(grid.box(of:)))
        let query = cell.parts.map { "area:\($0)" }.joined(separator: " OR ")
        let request = RowRequest(.event, expression: try QueryReader.read(query), count: 100)
        guard case .rows(let window) = try await store.answer(.rows(request)) else {
          throw StoreProblem.cancelled
        }
        #expect(window.total == mark.count, "\(query)")
        #expect(ids.isDisjoint(with: window.rows.map(\.target)))
        ids.formUnion(window.rows.map(\.target))
      }
      #expect(ids.count == inView)
    }
  }

  /// A table of one event at each longitude.
  private static func events(
    at longitudes: [Double], _ fixture: LibraryFixture
  ) throws -> SQLiteStore {
    let rows = longitudes.enumerated().map {
      "\($0),Event \($0),Clash,2020,Here,-17.5,\($1),near\n"
    }
    let path = fixture.cache + "/table.csv"
    try ("id,title,kind,date,place,latitude,longitude,precision\n" + rows.joined())
      .write(toFile: path, atomically: true, encoding: .utf8)
    let importing = DatasetImport(into: DatasetFolder(data: fixture.cache))
    return try SQLiteStore.open(importing.run(path) { _ in true }.dataset)
  }

  /// The first map of events about the 180th meridian does not show the whole earth.
  @Test(arguments: [
    ([179.9, -179.9, 178.4, -176.2], 178_400...183_800 as ClosedRange<Int32>),
    ([179.9, -179.9, 66.9], 66_900...180_100), ([-70.5, 140], 140_000...289_500),
    ([179.9, -179.9, 0], -179_900...179_900), ([-179.9], -179_900 ... -179_900),
    ([120, -120], 120_000...240_000), ([180, -180], 180_000...180_000),
  ])
  func theExtentGoesTheShortWay(places: [Double], expected: ClosedRange<Int32>) throws {
    let fixture = try LibraryFixture()
    let store = try Self.events(at: places, fixture)
    let spread = try marks(store.answerNow(.map(MapRequest(Self.all))))
    #expect(spread.extent?.longitudes == expected)
    let core = try #require(spread.core)
    #expect(spread.extent.map { $0.union(core) } == spread.extent)
    #expect(spread.placed == places.count)
  }
}
