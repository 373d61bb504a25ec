import Model
import TestSupport
import Testing

@testable import SearchIndex

/// What stands where is counted as looking at every document does.
@Suite struct PointsTests {
  private static let columns = PointColumns(
    latitude: "latitude", longitude: "longitude", precision: "precision")

  private struct Placed {
    var point: GeoPoint
    var precision: Int32?
  }

  /// Documents of which some have a point, in a region as wide as given.
  private func made(
    _ count: Int, within width: Int, _ random: inout SeededGenerator
  ) throws -> (IndexFile, [Placed?]) {
    var placed: [Placed?] = []
    let others = Array(repeating: IndexedDocument(texts: []), count: random.below(5000))
    var documents: [IndexedDocument] = []
    let spots = (0..<40).map { _ in
      GeoPoint(
        latitude: Int32(random.below(width)) - 20_000,
        longitude: Int32(random.below(2 * width)) - 100_000)
    }
    for _ in 0..<count {
      var document = IndexedDocument(texts: [])
      if random.oneIn(5) {
        placed.append(nil)
      } else {
        let some = Placed(
          point: random.pick(spots), precision: random.oneIn(9) ? nil : Int32(1 + random.below(6)))
        document.counts["latitude"] = some.point.latitude...some.point.latitude
        document.counts["longitude"] = some.point.longitude...some.point.longitude
        if let precision = some.precision { document.counts["precision"] = precision...precision }
        placed.append(some)
      }
      documents.append(document)
    }
    let index = try TemporaryFolder().index([("other", others), ("event", documents)])
    return (index, placed)
  }

  @Test(arguments: [0, 1, 300, 9000], [100, 60_000]) func asLookingAtEach(
    count: Int, width: Int
  ) throws {
    var random = SeededGenerator(for: "points of \(count) in \(width)")
    let (index, placed) = try made(count, within: width, &random)
    let seed: Comment = "seed \(random.seed)"
    let first = index.documents(in: "event").lowerBound
    for share in [1, 3, 50] {
      let hits = placed.indices.filter { _ in random.oneIn(share) }
      let bitmap = Bitmap(hits.map { first + UInt32($0) })
      let grid = try #require(
        GeoGrid(
          GeoBox(
            latitudes: -20_000...Int32(random.below(width)) - 20_000,
            longitudes: -100_000...Int32(random.below(2 * width)) - 100_000),
          columns: 1 + random.below(90), rows: 1 + random.below(30)))
      let counts = try index.points(of: bitmap, in: "event", Self.columns, on: grid)
      let known = hits.filter { placed[$0] != nil }
      #expect(counts.placed == known.count, seed)
      var cells: [Int: [Int]] = [:]
      for hit in known {
        guard let cell = placed[hit].flatMap({ grid.cell(of: $0.point) }) else { continue }
        cells[cell.row * grid.columns + cell.column, default: []].append(hit)
      }
      #expect(counts.cells.map(\.number) == cells.keys.sorted(), seed)
      for cell in counts.cells {
        let own = (cells[cell.number] ?? []).compactMap { placed[$0] }
        for (number, precision) in PlacePrecision.allCases.enumerated() {
          let expected = own.count { ($0.precision ?? 6) == precision.rawValue }
          #expect(cell.counts[number] == expected, seed)
        }
        #expect(cell.isOnePoint == (Set(own.map(\.point)).count == 1), seed)
        #expect(cell.point == own.first?.point, seed)
      }
      let spread = try index.points(of: bitmap, in: "event", Self.columns, on: nil)
      let boxes = known.compactMap { placed[$0]?.point }.map {
        GeoBox(latitudes: $0.latitude...$0.latitude, longitudes: $0.longitude...$0.longitude)
      }
      let extent = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
      #expect(spread.placed == known.count && spread.spread?.extent == extent, seed)
      if let core = spread.spread?.core { #expect(extent.map { $0.union(core) } == extent, seed) }
    }
  }

  @Test func farOnesAreLeftOutOfTheCore() throws {
    let documents = (0..<100).map { number in
      let isFar = number % 25 == 0
      let north: Int32 = isFar ? -40_000 : 30_000 + Int32(number) * 50
      let east: Int32 = isFar ? -70_000 : 66_000 + Int32(number) * 60
      return IndexedDocument(
        texts: [], counts: ["latitude": north...north, "longitude": east...east])
    }
    let index = try TemporaryFolder().index([("event", documents)])
    let all = Bitmap(index.documents(in: "event"))
    let spread = try #require(
      try index.points(of: all, in: "event", Self.columns, on: nil).spread)
    #expect(spread.extent?.latitudes == -40_000...34_950)
    let core = try #require(spread.core)
    #expect(core.latitudes.lowerBound >= 30_000 && core.longitudes.lowerBound >= 66_000)
    #expect(core.latitudes.contains(30_050) && core.latitudes.contains(34_950))
  }

  @Test func aCancelledScanEnds() async throws {
    var random = SeededGenerator(for: "cancelled")
    let (index, _) = try made(5000, within: 1000, &random)
    let all = Bitmap(index.documents(in: "event"))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try index.points(of: all, in: "event", Self.columns, on: nil).placed
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
