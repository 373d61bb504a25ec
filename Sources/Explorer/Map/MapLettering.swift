import Canvas
import Model
import Query
import Text

/// Marks, their counts, and names, each where it covers nothing that is more: marks before counts, these before names;
/// names of towns and areas do not cover outlines either.
struct MapLettering {
  private let overlay: MapOverlay
  private let projection: MapProjection
  private let grid: GeoGrid?
  private let ground: MapGround?
  /// Cells that are taken, row by row.
  private var isTaken: [Bool]
  private var texts: [Text] = []
  /// What is written already.
  private var names: Set<String> = []

  /// Something that is written over the map.
  struct Text: Sendable {
    var cell: GeoGrid.Cell
    var words: String
    var style: Style
  }

  /// All that is written, in the order in which it found room.
  static func texts(
    _ overlay: MapOverlay, _ projection: MapProjection, _ ground: MapGround?
  ) -> [Text] {
    var lettering = MapLettering(overlay, projection, ground)
    lettering.placeMarks()
    lettering.placeAreas()
    lettering.placeTowns()
    return lettering.texts
  }

  private init(_ overlay: MapOverlay, _ projection: MapProjection, _ ground: MapGround?) {
    (self.overlay, self.projection, self.ground) = (overlay, projection, ground)
    grid = projection.grid
    isTaken = Array(repeating: false, count: projection.size.width * projection.size.height)
  }

  // MARK: Room

  /// Whether some cells of a row are on the map and free, with one more at either end; `overLines` where outlines may
  /// be covered.
  private func isFree(_ cell: GeoGrid.Cell, _ count: Int, overLines: Bool) -> Bool {
    let size = projection.size
    guard (0..<size.height).contains(cell.row), cell.column >= 0,
      cell.column + count <= size.width
    else { return false }
    let start = cell.row * size.width
    for column in max(0, cell.column - 1)..<min(size.width, cell.column + count + 1)
    where isTaken[start + column] { return false }
    if overLines { return true }
    return (cell.column..<(cell.column + count)).allSatisfy {
      ground?.isEmpty(row: cell.row, column: $0) ?? true
    }
  }

  private mutating func take(_ cell: GeoGrid.Cell, _ text: String, _ style: Style) {
    let start = cell.row * projection.size.width + cell.column
    for index in start..<(start + Cells.width(text)) { isTaken[index] = true }
    texts.append(Text(cell: cell, words: text, style: style))
  }

  // MARK: Marks

  private mutating func placeMarks() {
    var placed: [(mark: MapMarks.Mark, end: GeoGrid.Cell)] = []
    for mark in overlay.ranked {
      guard let cell = grid?.cell(of: mark.point),
        !isTaken[cell.row * projection.size.width + cell.column]
      else { continue }
      take(cell, String(MapSign(mark.finest).sign(mark.count)), .figure)
      placed.append((mark, cell))
    }
    for (index, (mark, cell)) in placed.enumerated() where mark.count > 1 {
      if let end = placeCount("\(mark.count)", beside: cell) { placed[index].end = end }
    }
    for (mark, end) in placed {
      guard let name = overlay.name(of: mark), !names.contains(name),
        place(name, behind: end) || place(name, before: cell(of: mark))
      else { continue }
      names.insert(name)
    }
  }

  /// Writes a count right behind its mark, where it touches no other; gives the cell where it ends.
  private mutating func placeCount(_ digits: String, beside cell: GeoGrid.Cell) -> GeoGrid.Cell? {
    let (start, size) = (cell.row * projection.size.width, projection.size)
    let columns = (cell.column + 1)..<(cell.column + 2 + digits.count)
    guard columns.upperBound <= size.width + 1,
      columns.allSatisfy({ $0 >= size.width || !isTaken[start + $0] })
    else { return nil }
    take(GeoGrid.Cell(column: cell.column + 1, row: cell.row), digits, .figure)
    return GeoGrid.Cell(column: cell.column + digits.count, row: cell.row)
  }

  /// Writes a name behind what ends in a cell, a blank between.
  private mutating func place(_ name: String, behind cell: GeoGrid.Cell) -> Bool {
    let at = GeoGrid.Cell(column: cell.column + 2, row: cell.row)
    guard isFree(at, Cells.width(name), overLines: true) else { return false }
    // The blank covers what lies under it too.
    take(GeoGrid.Cell(column: at.column - 1, row: at.row), " " + name, .plain)
    return true
  }

  /// Writes a name before a mark that has no room behind it, where that covers no line.
  private mutating func place(_ name: String, before cell: GeoGrid.Cell?) -> Bool {
    guard let cell else { return false }
    let at = GeoGrid.Cell(column: cell.column - 1 - Cells.width(name), row: cell.row)
    guard isFree(at, Cells.width(name), overLines: false) else { return false }
    take(at, name + " ", .plain)
    return true
  }

  private func cell(of mark: MapMarks.Mark) -> GeoGrid.Cell? { grid?.cell(of: mark.point) }

  // MARK: Names

  /// Names of countries, and nearer those of provinces, about the middle of each.
  private mutating func placeAreas() {
    guard let outlines = overlay.outlines, let grid else { return }
    for area in outlines.countryNames {
      guard let cell = grid.cell(of: area.middle), !names.contains(area.name) else { continue }
      place(area.name.uppercased(), of: area, about: cell)
    }
    guard projection.dot <= MapGround.provincial / 2 else { return }
    for area in outlines.provinceNames {
      guard let cell = grid.cell(of: area.middle), !names.contains(area.name) else { continue }
      place(area.name, of: area, about: cell)
    }
  }

  private mutating func place(
    _ name: String, of area: MapOutlines.Area, about cell: GeoGrid.Cell
  ) {
    let width = Cells.width(name)
    // It stays within the area, as far as its width tells.
    guard let room = grid.map({ area.width * $0.columns / $0.box.longitudes.count }), width <= room
    else { return }
    let shift = (room - width) / 4
    for row in [0, -1, 1, -2, 2] {
      for shift in [0, -shift / 2, shift / 2, -shift, shift] {
        let at = GeoGrid.Cell(column: cell.column - width / 2 + shift, row: cell.row + row)
        guard isFree(at, width, overLines: false) else { continue }
        names.insert(name)
        return take(at, name, .dim)
      }
    }
  }

  /// Towns, the largest first; the nearer the look, the smaller those that are shown.
  private mutating func placeTowns() {
    guard let outlines = overlay.outlines, let grid else { return }
    let least = Int(projection.dot * Self.peoplePerDegree)
    for town in outlines.towns where town.population >= least {
      guard let cell = grid.cell(of: town.point), isFree(cell, 1, overLines: false),
        !names.contains(town.name)
      else { continue }
      let text = "+" + town.name
      guard isFree(cell, Cells.width(text), overLines: false) else { continue }
      names.insert(town.name)
      take(cell, text, .dim)
    }
  }

  /// A town is shown where it has so many people for each degree of a dot.
  private static let peoplePerDegree = 6_000_000.0
}
