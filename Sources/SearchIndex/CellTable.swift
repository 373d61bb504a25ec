public import Model

/// The cells of a grid in the counting.
struct CellTable {
  private static let precisions = PlacePrecision.allCases.count

  private let grid: GeoGrid
  private var placed = 0
  /// By cell, and within it by precision.
  private var numbers: [UInt32]
  /// The first document of each cell, where it stands, and whether all stand there.
  private var first: [UInt32]
  private var points: [GeoPoint]
  private var isSpread: [Bool]

  init(_ grid: GeoGrid) {
    self.grid = grid
    let cells = grid.columns * grid.rows
    numbers = Array(repeating: 0, count: cells * Self.precisions)
    first = Array(repeating: .max, count: cells)
    points = Array(repeating: GeoPoint(latitude: 0, longitude: 0), count: cells)
    isSpread = Array(repeating: false, count: cells)
  }

  /// Counts documents of a block, of which the points were decoded.
  mutating func add(_ documents: [UInt32], from blockFirst: UInt32, _ block: BlockPoints) {
    let (latitudes, longitudes, precisions) = (block.latitudes, block.longitudes, block.precisions)
    let (north, south) = (grid.box.latitudes.upperBound, grid.box.latitudes.lowerBound)
    let (west, east) = (grid.box.longitudes.lowerBound, grid.box.longitudes.upperBound)
    // No product is more than a million times a thousand, so that 32 bits do.
    let (width, height) = (
      UInt32(grid.box.longitudes.count), UInt32(grid.box.latitudes.count)
    )
    let (columns, rows) = (UInt32(grid.columns), UInt32(grid.rows))
    for document in documents {
      let index = Int(document &- blockFirst)
      let (latitude, longitude) = (latitudes[index], longitudes[index])
      if latitude == BlockPoints.none || longitude == BlockPoints.none { continue }
      placed &+= 1
      guard latitude >= south, latitude <= north, longitude >= west, longitude <= east else {
        continue
      }
      let column = UInt32(longitude &- west) &* columns / width
      let row = UInt32(north &- latitude) &* rows / height
      let cell = Int(row &* columns &+ column)
      let precision = precisions[index]
      let part = precision >= 1 && precision <= Self.precisions ? Int(precision) - 1 : Self.vague
      numbers[cell &* Self.precisions &+ part] &+= 1
      let point = GeoPoint(latitude: latitude, longitude: longitude)
      if first[cell] == .max {
        first[cell] = document
        points[cell] = point
      } else if points[cell] != point {
        isSpread[cell] = true
      }
    }
  }

  private static let vague = Int(PlacePrecision.vague.rawValue) - 1

  var counts: PointCounts {
    var counts = PointCounts()
    counts.placed = placed
    for cell in first.indices where first[cell] != .max {
      let start = cell * Self.precisions
      counts.cells.append(
        PointCounts.Cell(
          number: cell, point: points[cell], document: first[cell], isOnePoint: !isSpread[cell],
          counts: numbers[start..<(start + Self.precisions)].map(Int.init)))
    }
    return counts
  }
}

/// How far points are spread.
public struct PointSpread: Sendable {
  /// How many there are.
  public private(set) var count = 0
  /// How many stand in each degree, from the south and from the west.
  private var latitudes = Array(repeating: 0, count: 181)
  private var longitudes = Array(repeating: 0, count: 361)
  private var box: (south: Int32, north: Int32, west: Int32, east: Int32) = (.max, .min, .max, .min)

  /// None so far.
  public init() {}

  mutating func add(_ documents: [UInt32], from first: UInt32, _ block: BlockPoints) {
    for document in documents {
      let index = Int(document &- first)
      let (latitude, longitude) = (block.latitudes[index], block.longitudes[index])
      guard latitude >= -90_000, latitude <= 90_000, longitude >= -180_000, longitude <= 180_000
      else { continue }
      count &+= 1
      latitudes[Int(latitude &+ 90_000) / 1000] &+= 1
      longitudes[Int(longitude &+ 180_000) / 1000] &+= 1
      box.south = min(box.south, latitude)
      box.north = max(box.north, latitude)
      box.west = min(box.west, longitude)
      box.east = max(box.east, longitude)
    }
  }

  /// Both together.
  public mutating func add(_ other: PointSpread) {
    count += other.count
    for index in latitudes.indices { latitudes[index] += other.latitudes[index] }
    for index in longitudes.indices { longitudes[index] += other.longitudes[index] }
    box = (
      min(box.south, other.box.south), max(box.north, other.box.north),
      min(box.west, other.box.west), max(box.east, other.box.east)
    )
  }

  /// The least box that holds all; nil where there are none.
  public var extent: GeoBox? {
    guard count > 0 else { return nil }
    return GeoBox(latitudes: box.south...box.north, longitudes: box.west...box.east)
  }

  /// In which most of them stand: the degrees within one and a half times the span of the middle half beyond it, as
  /// Tukey tells outliers (1977), as far as there are any.
  public var core: GeoBox? {
    guard let extent else { return nil }
    return GeoBox(
      latitudes: Self.degrees(latitudes, from: -90_000, of: count).clamped(to: extent.latitudes),
      longitudes: Self.degrees(longitudes, from: -180_000, of: count)
        .clamped(to: extent.longitudes))
  }

  private static func degrees(
    _ counts: [Int], from first: Int, of count: Int
  ) -> ClosedRange<Int32> {
    /// The degree up to which so many quarters of all stand.
    func quarter(_ quarters: Int) -> Int {
      var below = 0
      return counts.firstIndex {
        below += $0
        return 4 * below >= quarters * count
      } ?? 0
    }
    let (lower, upper) = (quarter(1), quarter(3))
    let fence = 3 * max(2, upper - lower) / 2
    let inside = counts.indices.clamped(to: (lower - fence)..<(upper + fence + 1))
    let low = inside.first { counts[$0] > 0 } ?? lower
    let high = inside.last { counts[$0] > 0 } ?? upper
    return Int32(first + low * 1000)...Int32(first + (high + 1) * 1000 - 1)
  }
}
