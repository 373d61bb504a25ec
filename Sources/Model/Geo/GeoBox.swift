/// A part of the earth between two parallels and two meridians, in thousandths of a degree, ends included.
///
/// It may reach beyond the poles, where nothing lies, and beyond the 180th meridian, where it goes on around the earth:
/// 190 degrees east are 170 west. One that is wider than the earth shows all once, on the side nearer to its middle.
public struct GeoBox: Hashable, Sendable {
  /// South to north.
  public var latitudes: ClosedRange<Int32>
  /// West to east.
  public var longitudes: ClosedRange<Int32>

  /// Takes the parts as they are.
  public init(latitudes: ClosedRange<Int32>, longitudes: ClosedRange<Int32>) {
    self.latitudes = latitudes
    self.longitudes = longitudes
  }

  /// The whole earth.
  public static let earth = GeoBox(latitudes: -90_000...90_000, longitudes: -180_000...180_000)

  /// Once around the earth.
  private static let turn = 360_000

  /// The longitudes of one turn, about the middle.
  private var turn: ClosedRange<Int32> {
    let middle = (Int(longitudes.lowerBound) + Int(longitudes.upperBound) + 1) >> 1
    return Int32(middle - Self.turn / 2)...Int32(middle + Self.turn / 2 - 1)
  }

  /// A point's longitude as it is counted from the middle of the box; it may be beyond 180 degrees.
  public func longitude(of point: GeoPoint) -> Int32 {
    let first = Int(turn.lowerBound)
    let east = (Int(point.longitude) - first) % Self.turn
    return Int32(first + (east < 0 ? east + Self.turn : east))
  }

  /// Whether a point lies in it, the earth being round.
  public func surrounds(_ point: GeoPoint) -> Bool {
    latitudes.contains(point.latitude) && longitudes.contains(longitude(of: point))
  }

  /// What another has in common with one turn about the middle of this one; nil for nothing.
  public func shown(of other: GeoBox) -> GeoBox? {
    guard turn.overlaps(other.longitudes) else { return nil }
    return GeoBox(latitudes: other.latitudes, longitudes: other.longitudes.clamped(to: turn))
  }

  /// The box so many turns further east.
  public func turned(by turns: Int) -> GeoBox {
    let (west, east) = (Int(longitudes.lowerBound), Int(longitudes.upperBound))
    return GeoBox(
      latitudes: latitudes,
      longitudes: Int32(west + turns * Self.turn)...Int32(east + turns * Self.turn))
  }

  /// The boxes on the earth that hold just the points which it surrounds, from west to east: two where it lies on both
  /// sides of the 180th meridian, and none beyond a pole. That meridian is 180 degrees east and west.
  public var parts: [GeoBox] {
    guard latitudes.overlaps(Self.earth.latitudes), let box = shown(of: self) else { return [] }
    let latitudes = latitudes.clamped(to: Self.earth.latitudes)
    if box.longitudes.count == Self.turn {
      return [GeoBox(latitudes: latitudes, longitudes: Self.earth.longitudes)]
    }
    // So many turns west of it the box begins on the earth.
    let east = Int(box.longitudes.lowerBound) + Self.turn / 2
    let away = (east - (east % Self.turn + Self.turn) % Self.turn) / Self.turn
    return [1, 0, -1].compactMap { turns in
      let longitudes = box.turned(by: turns - away).longitudes
      guard longitudes.overlaps(Self.earth.longitudes) else { return nil }
      return GeoBox(
        latitudes: latitudes, longitudes: longitudes.clamped(to: Self.earth.longitudes))
    }
  }

  /// Whether a point lies between its parallels and its meridians as they are numbered, without going around.
  public func contains(_ point: GeoPoint) -> Bool {
    latitudes.contains(point.latitude) && longitudes.contains(point.longitude)
  }

  /// Both and all between them.
  public func union(_ other: GeoBox) -> GeoBox {
    GeoBox(
      latitudes: min(
        latitudes.lowerBound, other.latitudes.lowerBound)...max(
          latitudes.upperBound, other.latitudes.upperBound),
      longitudes: min(
        longitudes.lowerBound, other.longitudes.lowerBound)...max(
          longitudes.upperBound, other.longitudes.upperBound))
  }
}

/// A point on the earth in thousandths of a degree, some hundred metres: what the index has.
public struct GeoPoint: Hashable, Sendable {
  /// North of the equator above 0.
  public var latitude: Int32
  /// East of Greenwich above 0.
  public var longitude: Int32

  /// Takes the parts as they are.
  public init(latitude: Int32, longitude: Int32) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The nearest point to coordinates.
  public init(_ coordinates: Coordinates) {
    latitude = Int32((coordinates.latitude * 1000).rounded())
    longitude = Int32((coordinates.longitude * 1000).rounded())
  }
}

extension GeoBox: CustomStringConvertible {
  /// As a query writes it, its south-western corner first: `30.1,66.9..30.3,67.1`.
  public var description: String {
    func degrees(_ thousandths: Int32) -> String {
      let (whole, rest) = abs(Int(thousandths)).quotientAndRemainder(dividingBy: 1000)
      var digits = String(1000 + rest).dropFirst()
      while digits.last == "0" { digits.removeLast() }
      return (thousandths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
    }
    return "\(degrees(latitudes.lowerBound)),\(degrees(longitudes.lowerBound))"
      + "..\(degrees(latitudes.upperBound)),\(degrees(longitudes.upperBound))"
  }

  /// Reads what `description` writes, its corners in any order; nil for anything else, and for corners that
  /// are not on the earth.
  public init?(reading text: String) {
    guard let dots = text.firstRange(of: ".."),
      let one = Self.corner(text[..<dots.lowerBound]),
      let other = Self.corner(text[dots.upperBound...])
    else { return nil }
    self.init(
      latitudes: min(one.latitude, other.latitude)...max(one.latitude, other.latitude),
      longitudes: min(one.longitude, other.longitude)...max(one.longitude, other.longitude))
  }

  private static func corner(_ text: Substring) -> GeoPoint? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else {
      return nil
    }
    return Coordinates(latitude: latitude, longitude: longitude).map(GeoPoint.init)
  }
}
