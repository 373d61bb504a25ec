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

/// The points of each section, made at the first question.
final class PointTables: Sendable {
  private let known = Mutex<[String: PointTable]>([:])

  /// The table of a section, made by `make` where it is not known; who asks meanwhile waits for it.
  func of(_ section: String, make: () -> PointTable) -> PointTable {
    known.withLock { known in
      if let table = known[section] { return table }
      let table = make().made
      known[section] = table
      return table
    }
  }
}
