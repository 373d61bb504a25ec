public import Model

/// The columns that say where documents are: thousandths of a degree, and the raw value of `PlacePrecision`.
public struct PointColumns: Sendable {
  let latitude: Column
  let longitude: Column
  let precision: Column

  /// Takes the parts as they are.
  public init(latitude: Column, longitude: Column, precision: Column) {
    self.latitude = latitude
    self.longitude = longitude
    self.precision = precision
  }
}

/// How many documents stand where on a map.
public struct PointCounts: Sendable {
  /// The documents of a cell.
  public struct Cell: Sendable {
    /// Its number on the grid: rows times columns before it, and columns.
    public var number: Int
    /// Where the first of them stands.
    public var point: GeoPoint
    /// The first of them.
    public var document: UInt32
    /// Whether all of them stand there.
    public var isOnePoint: Bool
    /// How many, in the order of `PlacePrecision.allCases`.
    public var counts: [Int]
  }

  /// Those that hold any, in the order of their numbers; none without a grid.
  public internal(set) var cells: [Cell] = []
  /// How many of the documents have a point, in the grid or outside.
  public internal(set) var placed = 0
  /// Where all of them stand, where no grid was given.
  public internal(set) var spread: PointSpread?
}

extension IndexFile {
  /// Where the documents of a set that belong to a section stand: counted in the cells of a grid, or, without one,
  /// how far they are spread. One look at each at the first question about a set, some milliseconds for a million; one
  /// at each point afterwards. The first question of a section looks through all its points (`readyPoints`).
  ///
  /// - Throws: `CancellationError` where the task is cancelled meanwhile.
  public func points(
    of bitmap: Bitmap, in section: String, _ columns: PointColumns, on grid: GeoGrid?
  ) throws(CancellationError) -> PointCounts {
    let table = pointTables.of(section) { pointTable(section, columns) }
    let tally = try pointTables.tally(of: bitmap, in: section) { () throws(CancellationError) in
      try self.tally(bitmap, in: table)
    }
    var counts = PointCounts()
    counts.placed = tally.counts.reduce(0) { $0 + Int($1) }
    guard let grid else {
      var spread = PointSpread()
      for (point, count) in zip(table.points, tally.counts) where count > 0 {
        spread.add(point.point, count: Int(count))
      }
      counts.spread = spread
      return counts
    }
    var cells = CellTable(grid)
    for (index, point) in table.points.enumerated() where tally.counts[index] > 0 {
      cells.add(point, count: Int(tally.counts[index]), first: tally.first[index])
    }
    counts.cells = cells.counts
    return counts
  }

  /// Makes the points of a section ready, so that the first question need not wait for it.
  public func readyPoints(in section: String, _ columns: PointColumns) {
    _ = pointTables.of(section) { pointTable(section, columns) }
  }

  /// How many documents of a set have each point, and which is the first.
  private func tally(
    _ bitmap: Bitmap, in table: PointTable
  ) throws(CancellationError) -> PointTally {
    var counts = Array(repeating: UInt32(0), count: table.points.count)
    var first = counts
    guard let last = table.documents.last else { return PointTally(counts: counts, first: first) }
    let (size, start) = (UInt32(IndexFormat.documentsPerBlock), table.documents.lowerBound)
    for number in (start / size)...(last / size) {
      if Task.isCancelled { throw CancellationError() }
      let block = (number * size..<(number + 1) * size).clamped(to: table.documents)
      for document in bitmap.numbers(in: block) {
        let point = Int(table.numbers[Int(document &- start)])
        if point < 0 { continue }
        if counts[point] == 0 { first[point] = document }
        counts[point] &+= 1
      }
    }
    return PointTally(counts: counts, first: first)
  }

  /// Reads the points of all documents of a section.
  private func pointTable(_ section: String, _ columns: PointColumns) -> PointTable {
    guard let latitudes = layout.columns[columns.latitude.name],
      let longitudes = layout.columns[columns.longitude.name]
    else { return PointTable() }
    let precisions = layout.columns[columns.precision.name]
    let range = documents(in: section).clamped(to: latitudes.documents)
      .clamped(to: longitudes.documents)
    var table = PointTable(range)
    guard let last = range.last else { return table }
    let size = UInt32(IndexFormat.documentsPerBlock)
    let block = BlockPoints()
    for number in (range.lowerBound / size)...(last / size) {
      let first = number * size
      block.read(
        self.block(of: latitudes, at: first), self.block(of: longitudes, at: first),
        precisions.flatMap { self.block(of: $0, at: first) })
      table.add((first..<(first + size)).clamped(to: range), from: first, block)
    }
    return table
  }

  /// The block of a column that begins with a document; nil where it has none there.
  private func block(of spans: IndexLayout.Spans, at first: UInt32) -> ColumnBlock? {
    guard spans.documents.contains(first) else { return nil }
    return block(
      Int(first - spans.documents.lowerBound) / IndexFormat.documentsPerBlock, of: spans)
  }
}

/// The points of the documents of one block, decoded; `none` where a document has none.
final class BlockPoints {
  static let none = Int32.min

  let latitudes: UnsafeMutableBufferPointer<Int32>
  let longitudes: UnsafeMutableBufferPointer<Int32>
  let precisions: UnsafeMutableBufferPointer<Int32>

  init() {
    func buffer() -> UnsafeMutableBufferPointer<Int32> {
      let buffer = UnsafeMutableBufferPointer<Int32>.allocate(
        capacity: IndexFormat.documentsPerBlock)
      buffer.initialize(repeating: Self.none)
      return buffer
    }
    (latitudes, longitudes, precisions) = (buffer(), buffer(), buffer())
  }

  deinit {
    latitudes.deallocate()
    longitudes.deallocate()
    precisions.deallocate()
  }

  /// Decodes what columns have: latitudes, longitudes and precisions; nil where a column has no such block.
  func read(_ blocks: ColumnBlock?...) {
    for (block, buffer) in zip(blocks, [latitudes, longitudes, precisions]) {
      if let block { block.decode(into: buffer) } else { buffer.update(repeating: Self.none) }
    }
  }
}

extension ColumnBlock {
  /// The lows of all its documents, and `BlockPoints.none` for those without bounds and those beyond its end.
  func decode(into lows: UnsafeMutableBufferPointer<Int32>) {
    let none = BlockPoints.none
    let base = Int(base)
    lows.update(repeating: none)
    if isEmpty { return }
    guard let codes else {
      for index in 0..<count { lows[index] = Int32(truncatingIfNeeded: base) }
      return
    }
    switch lowWidth {
    case 1:
      for index in 0..<count {
        let code = codes.load(fromByteOffset: index, as: UInt8.self)
        lows[index] = code >= 0xFE ? none : Int32(truncatingIfNeeded: base &+ Int(code))
      }
    case 2:
      for index in 0..<count {
        let code = codes.loadUnaligned(fromByteOffset: 2 &* index, as: UInt16.self)
        lows[index] = code >= 0xFFFE ? none : Int32(truncatingIfNeeded: base &+ Int(code))
      }
    case 4:
      for index in 0..<count {
        let low = codes.loadUnaligned(fromByteOffset: 4 &* index, as: Int32.self)
        let high = codes.loadUnaligned(fromByteOffset: 4 &* (count &+ index), as: Int32.self)
        lows[index] = low <= high ? low : none
      }
    default:
      for index in 0..<count { lows[index] = Int32(truncatingIfNeeded: base) }
    }
  }
}
