import Canvas
import Model

/// What lies under the marks of a map: coasts and borders in dots.
struct MapGround: Equatable, Sendable {
  /// Coasts and the borders of countries.
  private(set) var countries: BrailleCanvas
  /// Borders of provinces, every third dot of them.
  private(set) var provinces: BrailleCanvas

  /// From so many degrees a dot on, the lines of the whole world do.
  private static let world = 0.3
  /// Up to so many degrees a dot, there is room for provinces.
  static let provincial = 0.14

  init(_ outlines: MapOutlines?, _ projection: MapProjection) {
    let dots = projection.dotsShown
    countries = BrailleCanvas(projection.size, lines: dots)
    provinces = BrailleCanvas(projection.size, lines: dots)
    guard let outlines else { return }
    let box = projection.box
    // The box goes on beyond the 180th meridian, lines begin again on its other side.
    for turns in -1...1 {
      for line in projection.dot > Self.world ? outlines.world : outlines.countries
      where line.box.turned(by: turns).overlaps(box) {
        countries.draw(projection.line(line.points, turns: turns))
      }
      guard projection.dot <= Self.provincial else { continue }
      for line in outlines.provinces where line.box.turned(by: turns).overlaps(box) {
        provinces.draw(projection.line(line.points, turns: turns), spacing: 3)
      }
    }
  }

  /// Whether a cell has no line in it.
  func isEmpty(row: Int, column: Int) -> Bool {
    countries.isEmpty(row: row, column: column) && provinces.isEmpty(row: row, column: column)
  }

  /// Draws the lines from a row on.
  func draw(on frame: inout Frame, from first: Int) {
    for row in 0..<countries.size.height {
      for column in 0..<countries.size.width {
        // A border of provinces gives way where a country's runs through the same cell.
        let border = countries.character(row: row, column: column)
        guard let dots = border ?? provinces.character(row: row, column: column) else { continue }
        frame.fill(
          row: first + row, columns: column..<(column + 1), with: dots,
          style: border == nil ? .dim : .border)
      }
    }
  }
}

extension GeoBox {
  /// Whether both have a point in common.
  fileprivate func overlaps(_ other: GeoBox) -> Bool {
    latitudes.overlaps(other.latitudes) && longitudes.overlaps(other.longitudes)
  }
}
