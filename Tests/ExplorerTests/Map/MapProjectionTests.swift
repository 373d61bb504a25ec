import Canvas
import Model
import TestSupport
import Testing

@testable import Explorer

@Suite struct MapProjectionTests {
  @Test(arguments: [
    (0.0, 1.0), (60, 0.5), (90, 0), (45, 0.707_106_781), (-60, 0.5), (-33, 0.838_670_568),
  ])
  func cosines(degrees: Double, expected: Double) {
    #expect(abs(MapProjection.cosine(degrees) - expected) < 1e-6)
  }

  /// A square of so many kilometres is as high as wide, wherever it is: dots are square.
  @Test(arguments: [0, 20_000, 35_000, 50_000, -40_000] as [Int32])
  func shapesAreTrueInTheMiddle(latitude: Int32) {
    let middle = GeoBox(
      latitudes: (latitude - 1000)...(latitude + 1000), longitudes: 59_000...61_000)
    let projection = MapProjection(fitting: middle, in: Size(width: 80, height: 20))
    let east = Int32(1000 / MapProjection.cosine(Double(latitude) / 1000))
    let points = projection.points([
      GeoPoint(latitude: latitude, longitude: 60_000),
      GeoPoint(latitude: latitude + 1000, longitude: 60_000),
      GeoPoint(latitude: latitude, longitude: 60_000 + east),
    ])
    let (high, wide) = (points[0].y - points[1].y, points[2].x - points[0].x)
    #expect(abs(high - wide) < 0.02 * high, "\(high) \(wide)")
  }

  /// Whatever is done, the box stays one that can be divided, and a point's cell is where its dot is.
  @Test(arguments: 0..<30) func dotsLieInTheirCells(round: Int) {
    var random = SeededGenerator(for: "projection \(round)")
    let size = Size(width: 1 + random.below(200), height: 1 + random.below(60))
    func range(_ limit: Int) -> ClosedRange<Int32> {
      let (one, other) = (random.below(2 * limit) - limit, random.below(2 * limit) - limit)
      return Int32(min(one, other))...Int32(max(one, other))
    }
    var projection = MapProjection(
      fitting: GeoBox(latitudes: range(90_000), longitudes: range(180_000)), in: size)
    for _ in 0..<30 {
      switch random.below(3) {
      case 0: projection.zoom(by: [0.4, 1.6, 5][random.below(3)], about: nil)
      case 1: projection.move(east: Double(random.below(3) - 1), north: Double(random.below(3) - 1))
      default:
        projection.settle(in: Size(width: 1 + random.below(300), height: 1 + random.below(90)))
      }
      guard let grid = projection.grid else {
        Issue.record("seed \(random.seed): \(projection)")
        return
      }
      let box = grid.box
      let point = GeoPoint(
        latitude: box.latitudes.lowerBound + Int32(random.below(box.latitudes.count)),
        longitude: box.longitudes.lowerBound + Int32(random.below(box.longitudes.count)))
      let (dot, cell) = (projection.points([point])[0], grid.cell(of: point))
      #expect(
        cell == GeoGrid.Cell(column: Int(dot.x / 2 + 1e-9), row: Int(dot.y / 4 + 1e-9)),
        "seed \(random.seed)")
    }
  }
}
