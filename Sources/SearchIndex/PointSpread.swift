public import Model

/// How far points are spread.
public struct PointSpread: Sendable {
  /// How many there are.
  public private(set) var count = 0
  /// How many stand in each degree, from the south and from the west.
  private var latitudes = Array(repeating: 0, count: 181)
  private var longitudes = Array(repeating: 0, count: 361)
  private var box: (south: Int32, north: Int32, west: Int32, east: Int32) = (.max, .min, .max, .min)
  /// The easternmost that stands west of Greenwich, and the westernmost of the others.
  private var inner: (west: Int32, east: Int32) = (.min, .max)

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
    if point.longitude < 0 {
      inner.west = max(inner.west, point.longitude)
    } else {
      inner.east = min(inner.east, point.longitude)
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
    inner = (max(inner.west, other.inner.west), min(inner.east, other.inner.east))
  }

  /// Whether all stand within half the earth about the 180th meridian, and not about Greenwich.
  private var isAcross: Bool {
    guard inner.west > .min, inner.east < .max else { return false }
    let direct = Int(box.east) - Int(box.west)
    let around = Int(inner.west) - Int(inner.east) + Self.turn
    return around <= Self.turn / 2 && around < direct
  }

  private static let turn = 360_000

  /// The least box that holds all, beyond the 180th meridian where they stand on both sides of it; nil where there are
  /// none.
  public var extent: GeoBox? {
    guard count > 0 else { return nil }
    let longitudes =
      isAcross ? inner.east...(inner.west + Int32(Self.turn)) : box.west...box.east
    return GeoBox(latitudes: box.south...box.north, longitudes: longitudes)
  }

  /// In which most of them stand: the degrees within one and a half times the span of the middle half beyond it, as
  /// Tukey tells outliers (1977), as far as there are any.
  public var core: GeoBox? {
    guard let extent else { return nil }
    return GeoBox(
      latitudes: Self.degrees(latitudes, from: -90_000, of: count).clamped(to: extent.latitudes),
      longitudes: (isAcross
        ? Self.degrees(eastward, from: 0, of: count)
        : Self.degrees(longitudes, from: -180_000, of: count))
        .clamped(to: extent.longitudes))
  }

  /// How many stand in each degree from Greenwich to the east and around.
  private var eastward: [Int] {
    var all = Array(longitudes[180...]) + longitudes[1..<180] + [0]
    // The degree at 180 west is the one that begins at 180 east.
    all[180] += longitudes[0]
    return all
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
