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
      for some in box(&random, upTo: 100_000).parts {
        #expect(GeoBox(reading: some.description) == some, "seed \(random.seed)")
      }
    }
  }

  // MARK: Around the earth

  /// Points on both sides of the 180th meridian and on it, and anywhere.
  private func points(_ random: inout SeededGenerator) -> [GeoPoint] {
    let near: [Int32] = [180_000, -180_000, 179_999, -179_999, 179_900, -179_900, 0]
    return (0..<400).map { number in
      GeoPoint(
        latitude: Int32(random.below(180_001)) - 90_000,
        longitude: number % 2 == 0 ? random.pick(near) : Int32(random.below(360_001)) - 180_000)
    }
  }

  /// Whether going around from the western end of a box leads to a point before its eastern end.
  private func lies(_ point: GeoPoint, in box: GeoBox) -> Bool {
    let east = (Int(point.longitude) - Int(box.longitudes.lowerBound)) % 360_000
    return box.latitudes.contains(point.latitude)
      && (east + 360_000) % 360_000 < box.longitudes.count
  }

  /// A point is in one cell at most, its cell's box surrounds it, and so do just the parts of that, each on the earth.
  @Test(arguments: [100, 9_000, 250_000, 360_000, 360_001, 900_000]) func aGridGoesAround(wide: Int)
    throws
  {
    var random = SeededGenerator(for: "around \(wide)")
    for west in [-181_000, -180_000, -179_950, 0, 100_000, 179_950, 179_999, 180_000] {
      let box = GeoBox(
        latitudes: -95_000...95_000, longitudes: Int32(west)...Int32(west + wide - 1))
      let grid = try #require(
        GeoGrid(box, columns: 1 + random.below(200), rows: 1 + random.below(9)))
      let points = points(&random)
      var cells: [GeoGrid.Cell: Int] = [:]
      for point in points {
        let cell = grid.cell(of: point)
        #expect((cell != nil) == lies(point, in: box), "\(point) \(box)")
        #expect(box.parts.contains { $0.contains(point) } == (cell != nil), "\(point) \(box)")
        if let cell { cells[cell, default: 0] += 1 }
      }
      for (cell, count) in cells {
        let own = try #require(grid.box(of: cell))
        #expect(
          own.parts.count <= 2
            && own.parts.allSatisfy { part in
              part.description == GeoBox(reading: part.description)?.description
            })
        #expect(points.count { point in own.parts.contains { $0.contains(point) } } == count)
        #expect(points.count { own.surrounds($0) } == count, "seed \(random.seed) \(own)")
      }
    }
  }

  @Test func aBoxOverTheMeridianIsTwo() {
    let box = GeoBox(latitudes: -20_000 ... -10_000, longitudes: 170_000...190_000)
    #expect(
      box.parts.map(\.description) == ["-20,170..-10,180", "-20,-180..-10,-170"])
    let west = GeoBox(latitudes: -20_000 ... -10_000, longitudes: -190_000 ... -170_000)
    #expect(west.parts == box.parts)
    #expect(GeoBox.earth.parts == [.earth])
    let plain = GeoBox(latitudes: 30_000...31_000, longitudes: 66_000...67_000)
    #expect(plain.parts == [plain])
    #expect(GeoBox(latitudes: 91_000...92_000, longitudes: 0...1).parts.isEmpty)
  }
}
