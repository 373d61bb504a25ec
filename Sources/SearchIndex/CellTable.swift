import Model

/// The cells of a grid in the counting.
struct CellTable {
  private let grid: GeoGrid
  /// Of each cell its place among those that hold any; -1 where it holds none.
  private var places: [Int32]
  private var cells: [PointCounts.Cell] = []

  init(_ grid: GeoGrid) {
    self.grid = grid
    places = Array(repeating: -1, count: grid.rows * grid.columns)
  }

  /// Counts documents that stand at a point; those outside the grid are in no cell.
  mutating func add(_ point: PointTable.Point, count: Int, first: UInt32) {
    guard let cell = grid.cell(of: point.point) else { return }
    let number = cell.row * grid.columns + cell.column
    if places[number] < 0 {
      places[number] = Int32(cells.count)
      cells.append(
        PointCounts.Cell(
          number: number, point: point.point, document: first, isOnePoint: true,
          counts: Array(repeating: 0, count: PlacePrecision.allCases.count)))
    }
    let place = Int(places[number])
    cells[place].counts[point.precision] += count
    if cells[place].point != point.point { cells[place].isOnePoint = false }
    if first < cells[place].document {
      cells[place].document = first
      cells[place].point = point.point
    }
  }

  /// In the order of their numbers.
  var counts: [PointCounts.Cell] { cells.sorted { $0.number < $1.number } }
}
