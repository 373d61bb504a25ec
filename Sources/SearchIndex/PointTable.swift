import Model
import Synchronization

/// The points of a section, each once, and which of them each document has: many events stand at one point, so
/// that a map looks at few points however many events there are.
struct PointTable: Sendable {
  /// A point with the precision of those that stand there.
  struct Point: Hashable, Sendable {
    var point: GeoPoint
    /// Its place in `PlacePrecision.allCases`.
    var precision: Int
  }

  /// The documents of the section, as far as they may have points.
  let documents: Range<UInt32>
  private(set) var points: [Point] = []
  /// Of each document the number of its point; -1 where it has none.
  private(set) var numbers: [Int32] = []
  private var known: [Point: Int32] = [:]

  init(_ documents: Range<UInt32> = 0..<0) {
    self.documents = documents
    numbers.reserveCapacity(documents.count)
  }

  /// Adds the next documents, of a block that was decoded.
  mutating func add(_ documents: Range<UInt32>, from blockFirst: UInt32, _ block: BlockPoints) {
    for document in documents {
      let index = Int(document &- blockFirst)
      let (latitude, longitude) = (block.latitudes[index], block.longitudes[index])
      guard latitude >= -90_000, latitude <= 90_000, longitude >= -180_000, longitude <= 180_000
      else {
        numbers.append(-1)
        continue
      }
      // Whatever is none of the precisions is the last of them.
      let precision = min(
        Int(UInt32(bitPattern: block.precisions[index] &- 1)), PlacePrecision.allCases.count - 1)
      let point = Point(
        point: GeoPoint(latitude: latitude, longitude: longitude), precision: precision)
      numbers.append(number(of: point))
    }
  }

  private mutating func number(of point: Point) -> Int32 {
    if let number = known[point] { return number }
    let number = Int32(points.count)
    known[point] = number
    points.append(point)
    return number
  }

  /// The same without what only the making needs.
  var made: PointTable {
    var made = self
    made.known = [:]
    return made
  }
}

/// Of each point of a table how many documents of a set stand there, and the first of them.
struct PointTally: Sendable {
  let counts: [UInt32]
  /// Of no meaning where nothing stands.
  let first: [UInt32]
}

/// The points of each section, made at the first question, and what was counted at them last: a map that is moved
/// asks about the same documents again.
final class PointTables: Sendable {
  /// So many sets are remembered, with 8 bytes a point each.
  private static let limit = 4

  private let known = Mutex<[String: PointTable]>([:])
  private let tallies = Mutex<[(set: Bitmap, section: String, tally: PointTally)]>([])

  /// The table of a section, made by `make` where it is not known; who asks meanwhile waits for it.
  func of(_ section: String, make: () -> PointTable) -> PointTable {
    known.withLock { known in
      if let table = known[section] { return table }
      let table = make().made
      known[section] = table
      return table
    }
  }

  /// What was counted of just this set when it was last asked about, or what `count` counts now.
  func tally(
    of set: Bitmap, in section: String, count: () throws(CancellationError) -> PointTally
  ) throws(CancellationError) -> PointTally {
    let known = tallies.withLock {
      $0.last { $0.set === set && $0.section == section }?.tally
    }
    if let known { return known }
    let tally = try count()
    tallies.withLock { tallies in
      if tallies.count == Self.limit { tallies.removeFirst() }
      tallies.append((set, section, tally))
    }
    return tally
  }
}
