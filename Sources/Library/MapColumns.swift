import Model
import SearchIndex

extension Column {
  static let latitude = Column("latitude")
  static let longitude = Column("longitude")
  static let precision = Column("precision")
}

extension PointColumns {
  /// Of everything that is placed on a map.
  static let all = PointColumns(
    latitude: .latitude, longitude: .longitude, precision: .precision)
}

extension Location {
  /// The point as the index has it.
  var point: GeoPoint { GeoPoint(coordinates) }

  /// What the index is told of it.
  func forEachColumn(_ body: (Column, Int32) -> Void) {
    let point = point
    body(.latitude, point.latitude)
    body(.longitude, point.longitude)
    body(.precision, precision.rawValue)
  }
}
