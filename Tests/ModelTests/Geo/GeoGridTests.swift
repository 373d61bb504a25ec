import Model
import TestSupport
import Testing

@Suite struct GeoGridTests {
  private func box(_ random: inout SeededGenerator, upTo widest: Int) -> GeoBox {
    let (south, west) = (
      Int32(random.below(180_000)) - 90_000, Int32(random.below(360_000)) - 180_000
    )
    return GeoBox(
      latitudes: south...(south + Int32(random.below(widest))),
      longitudes: west...(west + Int32(random.below(widest))))
  }

  /// A point lies in the box of its cell and in no other: what is counted is what is found.
  @Test(arguments: [3, 50, 4_000, 200_000]) func cellsShareTheBoxAmongThem(widest: Int) throws {
    var random = SeededGenerator(for: "grid of \(widest)")
    for _ in 0..<200 {
      let grid = try #require(
        GeoGrid(
          box(&random, upTo: widest), columns: 1 + random.below(120), rows: 1 + random.below(40)))
      let point = GeoPoint(
        latitude: grid.box.latitudes.randomElement(using: &random) ?? 0,
        longitude: grid.box.longitudes.randomElement(using: &random) ?? 0)
      let cell = try #require(grid.cell(of: point))
      #expect((0..<grid.columns).contains(cell.column) && (0..<grid.rows).contains(cell.row))
      let own = try #require(grid.box(of: cell))
      #expect(own.contains(point), "seed \(random.seed)")
      for corner in [
        GeoPoint(latitude: own.latitudes.lowerBound, longitude: own.longitudes.upperBound),
        GeoPoint(latitude: own.latitudes.upperBound, longitude: own.longitudes.lowerBound),
      ] { #expect(grid.cell(of: corner) == cell, "seed \(random.seed)") }
      let beyond = GeoPoint(latitude: own.latitudes.upperBound + 1, longitude: point.longitude)
      #expect(grid.cell(of: beyond) != cell, "seed \(random.seed)")
    }
  }

  @Test func rowsGoFromTheNorth() throws {
    let grid = try #require(GeoGrid(.earth, columns: 4, rows: 2))
    #expect(
      grid.cell(of: GeoPoint(latitude: 90_000, longitude: -180_000)) == .init(column: 0, row: 0))
    #expect(grid.cell(of: GeoPoint(latitude: -1, longitude: 179_999)) == .init(column: 3, row: 1))
    #expect(grid.cell(of: GeoPoint(latitude: 90_001, longitude: 0)) == nil)
    #expect(
      GeoGrid(GeoBox(latitudes: 0...2_000_000, longitudes: 0...1), columns: 1, rows: 1) == nil)
  }

  @Test(arguments: [
    ("30.1,66.9..30.3,67.1", "30.1,66.9..30.3,67.1"),
    ("30.3,67.1..30.1,66.9", "30.1,66.9..30.3,67.1"),
    ("-0.5,-1..0,0", "-0.5,-1..0,0"), ("-90,-180..90,180", "-90,-180..90,180"),
    ("34.526111,69.184722..35,70", "34.526,69.185..35,70"), ("1,2..1,2", "1,2..1,2"),
  ])
  func boxesAreReadAsTheyAreWritten(text: String, written: String) {
    #expect(GeoBox(reading: text)?.description == written)
    #expect(GeoBox(reading: written) == GeoBox(reading: text))
  }

  @Test(arguments: [
    "", "..", "1,2", "1,2..3", "1,2..3,4,5", "91,0..0,0", "0,181..0,0", "a,b..c,d", "nan,0..0,0",
    "1 ,2..3,4", "30,66 .. 31,67",
  ])
  func whatIsNoBoxIsNone(text: String) { #expect(GeoBox(reading: text) == nil) }

  @Test func anyBoxComesBack() {
    var random = SeededGenerator(for: "boxes")
    for _ in 0..<300 {
      let some = box(&random, upTo: 100_000).onEarth
      #expect(GeoBox(reading: some.description) == some, "seed \(random.seed)")
    }
  }
}
