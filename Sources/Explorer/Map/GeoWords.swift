import Model

/// Points and boxes for people.
enum GeoWords {
  /// `30.2° N 67.0° E`.
  static func point(_ point: GeoPoint) -> String {
    "\(degrees(point.latitude, "N", "S")) \(degrees(point.longitude, "E", "W"))"
  }

  /// `24.1° N to 37.0° N, 60.9° E to 77.8° E`; what lies on both sides of the 180th meridian goes from east to west.
  static func box(_ box: GeoBox) -> String {
    let parts = box.parts
    let latitudes = parts.first?.latitudes ?? box.latitudes
    let (south, north) = (latitudes.lowerBound, latitudes.upperBound)
    let west = parts.first?.longitudes.lowerBound ?? box.longitudes.lowerBound
    let east = parts.last?.longitudes.upperBound ?? box.longitudes.upperBound
    return "\(degrees(south, "N", "S")) to \(degrees(north, "N", "S")), "
      + "\(degrees(west, "E", "W")) to \(degrees(east, "E", "W"))"
  }

  private static func degrees(_ thousandths: Int32, _ positive: String, _ negative: String)
    -> String
  {
    let tenths = (abs(Int(thousandths)) + 50) / 100
    return "\(tenths / 10).\(tenths % 10)° \(thousandths < 0 ? negative : positive)"
  }
}
