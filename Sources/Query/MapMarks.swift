public import Model

/// Asks where the events of a list stand on a map.
public struct MapRequest: Hashable, Sendable {
  /// The list; its window counts for nothing.
  public var rows: RowRequest
  /// The cells in which events are counted; nil to ask only where all of them stand.
  public var grid: GeoGrid?

  /// Takes the parts as they are.
  public init(_ rows: RowRequest, in grid: GeoGrid? = nil) {
    self.rows = rows
    self.grid = grid
  }
}

/// Where the events of a list stand.
public struct MapMarks: Hashable, Sendable {
  /// The events of a cell.
  public struct Mark: Hashable, Sendable {
    /// Where one of them stands.
    public var point: GeoPoint
    /// Whether all of them do.
    public var isOnePoint: Bool
    /// How many, by how exactly they are placed: in the order of `PlacePrecision.allCases`.
    public var counts: [Int]
    /// What the place is called, where all stand at one point.
    public var name: String?

    /// Takes the parts as they are.
    public init(at point: GeoPoint, isOnePoint: Bool, counts: [Int], name: String? = nil) {
      self.point = point
      self.isOnePoint = isOnePoint
      self.counts = counts
      self.name = name
    }

    /// How many events.
    public var count: Int { counts.reduce(0, +) }

    /// How exactly the best placed of them is.
    public var finest: PlacePrecision {
      zip(PlacePrecision.allCases, counts).first { $0.1 > 0 }?.0 ?? .vague
    }
  }

  /// As it was asked.
  public var grid: GeoGrid?
  /// Row by row, in each from west to east; none without a grid.
  public var marks: [Mark]
  /// How many events have a point, in the grid or outside.
  public var placed: Int
  /// How many have none.
  public var unplaced: Int
  /// The box that holds all of them; nil where there are none, and where a grid was asked for.
  public var extent: GeoBox?
  /// In which they stand but for those far from most others.
  public var core: GeoBox?

  /// Takes the parts as they are.
  public init(
    grid: GeoGrid? = nil, marks: [Mark] = [], placed: Int = 0, unplaced: Int = 0,
    extent: GeoBox? = nil, core: GeoBox? = nil
  ) {
    self.grid = grid
    self.marks = marks
    self.placed = placed
    self.unplaced = unplaced
    self.extent = extent
    self.core = core
  }
}
