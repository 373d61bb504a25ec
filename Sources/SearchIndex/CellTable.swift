public import Model

/// The cells of a grid in the counting.
struct CellTable {
  private static let precisions = PlacePrecision.allCases.count

  private let grid: GeoGrid
  private var placed = 0
  /// The column of each thousandth of a degree from the west, and the number of cells before the row of each
  /// from the north: a division for each document would be most of the work.
  private let columns: [UInt32]
  private let cellsBefore: [UInt32]
  /// By cell, and within it by precision.
  private var numbers: [UInt32]
  private var cells: [Cell]

  /// What is known of a cell beside that.
  private struct Cell {
    var first = UInt32.max
    var point = GeoPoint(latitude: 0, longitude: 0)
    var isSpread = false
  }

  init(_ grid: GeoGrid) {
    self.grid = grid
    let cells = grid.columns * grid.rows
    columns = Self.parts(grid.columns, of: grid.box.longitudes.count).map { UInt32($0) }
    cellsBefore = Self.parts(grid.rows, of: grid.box.latitudes.count).map {
      UInt32($0 * grid.columns)
    }
    numbers = Array(repeating: 0, count: cells * Self.precisions)
    self.cells = Array(repeating: Cell(), count: cells)
  }

  /// In which of some equal parts each of so many places lies.
  private static func parts(_ parts: Int, of count: Int) -> [Int] {
    (0..<count).map { $0 * parts / count }
  }

  /// Counts documents of a block, of which the points were decoded.
  mutating func add(_ documents: [UInt32], from blockFirst: UInt32, _ block: BlockPoints) {
    let (latitudes, longitudes, precisions) = (block.latitudes, block.longitudes, block.precisions)
    let (north, south) = (grid.box.latitudes.upperBound, grid.box.latitudes.lowerBound)
    let (west, east) = (grid.box.longitudes.lowerBound, grid.box.longitudes.upperBound)
    let (kinds, vague) = (Self.precisions, Self.vague)
    var placed = placed
    numbers.withUnsafeMutableBufferPointer { numbers in
      cells.withUnsafeMutableBufferPointer { cells in
        for document in documents {
          let index = Int(document &- blockFirst)
          let (latitude, longitude) = (latitudes[index], longitudes[index])
          if latitude == BlockPoints.none || longitude == BlockPoints.none { continue }
          placed &+= 1
          guard latitude >= south, latitude <= north, longitude >= west, longitude <= east else {
            continue
          }
          let cell = Int(cellsBefore[Int(north &- latitude)] &+ columns[Int(longitude &- west)])
          let part = min(Int(UInt32(bitPattern: precisions[index] &- 1)), vague)
          numbers[cell &* kinds &+ part] &+= 1
          let point = GeoPoint(latitude: latitude, longitude: longitude)
          if cells[cell].first == .max {
            (cells[cell].first, cells[cell].point) = (document, point)
          } else if cells[cell].point != point {
            cells[cell].isSpread = true
          }
        }
      }
    }
    self.placed = placed
  }

  /// The last of all, and for whatever is none of them.
  private static let vague = Int(PlacePrecision.vague.rawValue) - 1

  var counts: PointCounts {
    var counts = PointCounts()
    counts.placed = placed
    for (number, cell) in cells.enumerated() where cell.first != .max {
      let start = number * Self.precisions
      counts.cells.append(
        PointCounts.Cell(
          number: number, point: cell.point, document: cell.first, isOnePoint: !cell.isSpread,
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
