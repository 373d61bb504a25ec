/// A point on the earth: WGS 84, decimal degrees.
public struct Coordinates: Hashable, Sendable {
  /// From -90 to 90, north of the equator above 0.
  public let latitude: Double
  /// From -180 to 180, east of Greenwich above 0.
  public let longitude: Double

  /// Nil where either lies outside its range.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
