import Canvas
import Model

/// Which part of the earth a screen shows: equirectangular, degrees of longitude shortened as they are in the middle, so
/// that shapes there are true. A dot of braille is square on most screens.
struct MapProjection: Hashable, Sendable {
  /// The middle, in degrees.
  private(set) var latitude: Double
  private(set) var longitude: Double
  /// How many degrees of latitude a dot has.
  private(set) var dot: Double
  /// In cells.
  private(set) var size: Size

  /// Nearer than this there is nothing to see: points are known to a thousandth of a degree.
  private static let least = 0.002

  /// Shows a whole box with a margin.
  init(fitting box: GeoBox, in size: Size) {
    func middle(_ range: ClosedRange<Int32>) -> Double {
      (Double(range.lowerBound) + Double(range.upperBound)) / 2000
    }
    (latitude, longitude) = (middle(box.latitudes), middle(box.longitudes))
    (dot, self.size) = (1, size)
    let high = Double(box.latitudes.count) / 1000 / Double(4 * max(1, size.height))
    let wide = Double(box.longitudes.count) / 1000 / Double(2 * max(1, size.width)) * shortening
    dot = max(high, wide, 0.01) * 1.15
    settle(in: size)
  }

  /// How much shorter a degree of longitude is than one of latitude.
  private var shortening: Double { max(0.2, Self.cosine(latitude)) }

  /// Of degrees, from -90 to 90; good to five digits, which no screen shows.
  static func cosine(_ degrees: Double) -> Double {
    let square = degrees * degrees * (.pi / 180) * (.pi / 180)
    var (sum, term) = (1.0, 1.0)
    for step in stride(from: 1.0, through: 11, by: 2) {
      term *= -square / (step * (step + 1))
      sum += term
    }
    return sum
  }

  /// Brings everything into its bounds, on a screen of a size.
  mutating func settle(in size: Size) {
    self.size = Size(width: max(1, size.width), height: max(1, size.height))
    let (columns, rows) = (Double(2 * self.size.width), Double(4 * self.size.height))
    latitude = max(-85, min(latitude, 85))
    longitude = Self.around(longitude)
    let earth = max(180 / rows, 360 * shortening / columns)
    dot = max(Self.least, min(dot, earth, 900 / rows, 900 * shortening / columns))
    // No more is shown beyond a pole than the screen is too high for.
    let room = max(0, 90 - degreesHigh / 2)
    latitude = max(-room, min(latitude, room))
  }

  /// The same longitude from -180 to 180 degrees.
  private static func around(_ degrees: Double) -> Double {
    degrees - 360 * ((degrees + 180) / 360).rounded(.down)
  }

  /// Moves by parts of the screen, to the east and to the north; east of the 180th meridian lies the west.
  mutating func move(east: Double, north: Double) {
    longitude += east * degreesWide
    latitude += north * degreesHigh
    settle(in: size)
  }

  /// Shows things so many times as large, about a point that keeps its place, or about the middle.
  mutating func zoom(by factor: Double, about point: GeoPoint?) {
    let before = dot
    dot /= factor
    settle(in: size)
    guard let point else { return }
    let kept = dot / before
    latitude += (Double(point.latitude) / 1000 - latitude) * (1 - kept)
    longitude += Self.around(Double(point.longitude) / 1000 - longitude) * (1 - kept)
    settle(in: size)
  }

  private var degreesWide: Double { dot * Double(2 * size.width) / shortening }
  private var degreesHigh: Double { dot * Double(4 * size.height) }

  /// What is shown.
  var box: GeoBox {
    func range(_ middle: Double, _ degrees: Double) -> ClosedRange<Int32> {
      let low = Int32(((middle - degrees / 2) * 1000).rounded())
      return low...max(low, Int32(((middle + degrees / 2) * 1000).rounded()) - 1)
    }
    return GeoBox(
      latitudes: range(latitude, degreesHigh), longitudes: range(longitude, degreesWide))
  }

  /// From which dot to which the earth is shown once; on a wide screen there is nothing beyond.
  var dotsShown: ClosedRange<Double> {
    let box = box
    let across = Double(2 * size.width) / Double(box.longitudes.count)
    let shown = box.shown(of: box)?.longitudes ?? box.longitudes
    let west = Double(shown.lowerBound) - Double(box.longitudes.lowerBound)
    return (west * across)...((west + Double(shown.count)) * across)
  }

  /// The cells of the screen.
  var grid: GeoGrid? { GeoGrid(box, columns: size.width, rows: size.height) }

  /// Where points are among the dots, each on the side of the earth that is nearer.
  func points(_ points: [GeoPoint]) -> [BrailleCanvas.Point] {
    let box = box
    return dots(of: points, in: box) { box.longitude(of: $0) }
  }

  /// Where the points of a line are, so many turns further east: a line is whole, however far it goes.
  func line(_ points: [GeoPoint], turns: Int) -> [BrailleCanvas.Point] {
    dots(of: points, in: box) { $0.longitude + Int32(turns * 360_000) }
  }

  private func dots(
    of points: [GeoPoint], in box: GeoBox, longitude: (GeoPoint) -> Int32
  ) -> [BrailleCanvas.Point] {
    let (west, north) = (Double(box.longitudes.lowerBound), Double(box.latitudes.upperBound))
    let across = Double(2 * size.width) / Double(box.longitudes.count)
    let down = Double(4 * size.height) / Double(box.latitudes.count)
    return points.map { point in
      BrailleCanvas.Point(
        x: (Double(longitude(point)) - west) * across, y: (north - Double(point.latitude)) * down)
    }
  }
}
