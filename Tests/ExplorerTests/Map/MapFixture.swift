import Model
import Query

extension Fixture {
  /// Where two of the made-up events are; the third is nowhere.
  static let points: [(point: GeoPoint, precision: PlacePrecision, name: String)] = [
    (GeoPoint(latitude: 50_000, longitude: 10_000), .point, "Norburg"),
    (GeoPoint(latitude: 48_000, longitude: 12_000), .district, "Souburg"),
  ]

  /// What a store would say of them, in any list.
  static func marks(_ request: MapRequest) -> MapMarks {
    guard let grid = request.grid else {
      let all = GeoBox(latitudes: 48_000...50_000, longitudes: 10_000...12_000)
      return MapMarks(placed: 2, unplaced: 1, extent: all, core: all)
    }
    let marks = points.filter { grid.box.surrounds($0.point) }.map { place in
      MapMarks.Mark(
        at: place.point, isOnePoint: true,
        counts: PlacePrecision.allCases.map { $0 == place.precision ? 1 : 0 }, name: place.name)
    }
    return MapMarks(grid: grid, marks: marks, placed: 2, unplaced: 1)
  }

  /// A square country around them, cut in two provinces, with a town.
  static let outlines: MapOutlines = {
    var outlines = MapOutlines()
    let countries = """
      adduce-geo 1
      # Made up.
      line coast 8000 46000 6000 0 0 6000 -6000 0 0 -6000
      """
    let names = """
      adduce-geo 1
      country MID 49000 11000 6000 Middleland
      town 7 49000 9000 90000000 Midtown
      """
    try? outlines.add(countries, lines: .world)
    try? outlines.add(countries, lines: .countries)
    try? outlines.add("adduce-geo 1\nline border 11000 46000 0 6000", lines: .provinces)
    try? outlines.add(names, lines: .world)
    return outlines
  }()
}
