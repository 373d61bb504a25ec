import Model

/// The cells of a grid in the counting.
struct CellTable {
  private let grid: GeoGrid
  private var cells: [Int: PointCounts.Cell] = [:]

  init(_ grid: GeoGrid) { self.grid = grid }

  /// Counts documents that stand at a point; those outside the grid are in no cell.
  mutating func add(_ point: PointTable.Point, count: Int, first: UInt32) {
    guard let place = grid.cell(of: point.point) else { return }
    let number = place.row * grid.columns + place.column
    var cell =
      cells[number]
      ?? PointCounts.Cell(
        number: number, point: point.point, document: first, isOnePoint: true,
        counts: Array(repeating: 0, count: PlacePrecision.allCases.count))
    cell.counts[point.precision] += count
    if cell.point != point.point { cell.isOnePoint = false }
    if first < cell.document { (cell.document, cell.point) = (first, point.point) }
    cells[number] = cell
  }

  /// In the order of their numbers.
  var counts: [PointCounts.Cell] { cells.values.sorted { $0.number < $1.number } }
}
