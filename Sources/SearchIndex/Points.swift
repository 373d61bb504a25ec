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
  /// how far they are spread. One look at each; some ten milliseconds for a million.
  ///
  /// - Throws: `CancellationError` where the task is cancelled meanwhile.
  public func points(
    of bitmap: Bitmap, in section: String, _ columns: PointColumns, on grid: GeoGrid?
  ) throws(CancellationError) -> PointCounts {
    guard let latitudes = layout.columns[columns.latitude.name],
      let longitudes = layout.columns[columns.longitude.name]
    else { return PointCounts() }
    let precisions = layout.columns[columns.precision.name]
    let range = documents(in: section).clamped(to: latitudes.documents)
      .clamped(to: longitudes.documents)
    guard let last = range.last else { return PointCounts() }
    let size = UInt32(IndexFormat.documentsPerBlock)
    var (cells, spread) = (grid.map { CellTable($0) }, PointSpread())
    let block = BlockPoints()
    for number in (range.lowerBound / size)...(last / size) {
      if Task.isCancelled { throw CancellationError() }
      let first = number * size
      let some = bitmap.numbers(in: (first..<(first + size)).clamped(to: range))
      if some.isEmpty { continue }
      block.read(
        some, from: first, self.block(of: latitudes, at: first),
        self.block(of: longitudes, at: first), precisions.flatMap { self.block(of: $0, at: first) })
      if cells == nil { spread.add(some, from: first, block) }
      cells?.add(some, from: first, block)
    }
    var counts = cells?.counts ?? PointCounts()
    if grid == nil { (counts.placed, counts.spread) = (spread.count, spread) }
    return counts
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

  /// From so many documents on, the whole block is decoded.
  private static let many = 400

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

  /// Decodes what columns have of some documents.
  func read(
    _ documents: [UInt32], from first: UInt32, _ blocks: ColumnBlock?...
  ) {
    for (block, buffer) in zip(blocks, [latitudes, longitudes, precisions]) {
      guard let block else {
        buffer.update(repeating: Self.none)
        continue
      }
      if documents.count >= Self.many {
        block.decode(into: buffer)
        continue
      }
      for document in documents {
        let index = Int(document - first)
        buffer[index] =
          index < block.count ? block.bounds(index)?.lowerBound ?? Self.none : Self.none
      }
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
