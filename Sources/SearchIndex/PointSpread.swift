public import Model

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

  mutating func add(_ point: GeoPoint, count some: Int) {
    count += some
    latitudes[Int(point.latitude + 90_000) / 1000] += some
    longitudes[Int(point.longitude + 180_000) / 1000] += some
    box.south = min(box.south, point.latitude)
    box.north = max(box.north, point.latitude)
    box.west = min(box.west, point.longitude)
    box.east = max(box.east, point.longitude)
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
