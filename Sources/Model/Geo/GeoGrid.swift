/// A box divided into columns, from west to east, and rows, from north to south, as a screen is.
///
/// It goes around the earth as its box does, and no point is in two cells. In whole numbers throughout, so that what is counted in a cell is just what lies in the cell's own box.
public struct GeoGrid: Hashable, Sendable {
  /// What is divided.
  public let box: GeoBox
  /// How many columns: from 1 to `most`.
  public let columns: Int
  /// How many rows: from 1 to `most`.
  public let rows: Int

  /// More columns or rows than this no screen has.
  public static let most = 1000
  /// No box is wider or higher than this, in thousandths of a degree.
  public static let widest = 1_000_000

  /// A cell, counted from the north-western corner, from 0.
  public struct Cell: Hashable, Sendable {
    /// From the west.
    public var column: Int
    /// From the north.
    public var row: Int

    /// Takes the parts as they are.
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// Columns and rows are brought into their bounds; nil for a box that is too large.
  public init?(_ box: GeoBox, columns: Int, rows: Int) {
    guard box.latitudes.count <= Self.widest, box.longitudes.count <= Self.widest else {
      return nil
    }
    self.box = box
    self.columns = max(1, min(columns, Self.most))
    self.rows = max(1, min(rows, Self.most))
  }

  /// The cell of a point; nil outside the box.
  public func cell(of point: GeoPoint) -> Cell? {
    guard box.surrounds(point) else { return nil }
    let east = Int(box.longitude(of: point)) - Int(box.longitudes.lowerBound)
    let south = Int(box.latitudes.upperBound) - Int(point.latitude)
    return Cell(
      column: east * columns / box.longitudes.count, row: south * rows / box.latitudes.count)
  }

  /// What lies in a cell; nil where the grid is so fine, or so wide, that nothing does.
  public func box(of cell: Cell) -> GeoBox? {
    func part(_ index: Int, of parts: Int, _ whole: Int) -> Range<Int> {
      // The least offset that is divided into `index`.
      let first = (index * whole + parts - 1) / parts
      return first..<(((index + 1) * whole + parts - 1) / parts)
    }
    let east = part(cell.column, of: columns, box.longitudes.count)
    let south = part(cell.row, of: rows, box.latitudes.count)
    guard let west = east.first, let last = east.last, let top = south.first,
      let bottom = south.last
    else { return nil }
    let (left, upper) = (Int(box.longitudes.lowerBound), Int(box.latitudes.upperBound))
    return box.shown(
      of: GeoBox(
        latitudes: Int32(upper - bottom)...Int32(upper - top),
        longitudes: Int32(left + west)...Int32(left + last)))
  }
}
