import GRDB
import Model
import Query
import SearchIndex

/// Where the events of a list stand in one collection, to be put together with those of others.
struct MapPart {
  /// By the number of the cell.
  var marks: [Int: MapMarks.Mark]
  var placed: Int
  var total: Int
  var spread: PointSpread?

  /// What all collections say together.
  static func marks(_ parts: [MapPart], on grid: GeoGrid?) -> MapMarks {
    var (cells, spread): ([Int: MapMarks.Mark], PointSpread?) = ([:], nil)
    for part in parts {
      cells.merge(part.marks) { $0.adding($1) }
      guard let other = part.spread else { continue }
      var both = spread ?? PointSpread()
      both.add(other)
      spread = both
    }
    let placed = parts.map(\.placed).reduce(0, +)
    return MapMarks(
      grid: grid, marks: cells.sorted { $0.key < $1.key }.map(\.value), placed: placed,
      unplaced: parts.map(\.total).reduce(0, +) - placed, extent: spread?.extent,
      core: spread?.core)
  }
}

extension MapMarks.Mark {
  /// Those of another collection in the same cell; the name stays where both have it.
  fileprivate func adding(_ other: Self) -> Self {
    Self(
      at: point, isOnePoint: isOnePoint && other.isOnePoint && point == other.point,
      counts: zip(counts, other.counts).map(+), name: name == other.name ? name : nil)
  }
}

extension Answering {
  /// So many marks get a name at most, those with the most events: to look one up costs some microseconds.
  private static let mostNames = 300

  /// Where the events of a list stand here.
  func map(_ request: MapRequest) throws -> MapPart {
    let found = try documents(of: request.rows)
    let points = try index.points(
      of: found, in: request.rows.kind.rawValue, .all, on: request.grid)
    var marks: [Int: MapMarks.Mark] = [:]
    for cell in points.cells {
      marks[cell.number] = MapMarks.Mark(
        at: cell.point, isOnePoint: cell.isOnePoint, counts: cell.counts)
    }
    let named = points.cells.filter(\.isOnePoint)
      .sorted { $0.counts.reduce(0, +) > $1.counts.reduce(0, +) }.prefix(Self.mostNames)
    for cell in named { marks[cell.number]?.name = try name(of: cell) }
    return MapPart(
      marks: marks, placed: points.placed, total: found.count, spread: points.spread)
  }

  /// What the point is called at which all events of a cell stand: in a dataset, as the row of the first has it.
  private func name(of cell: PointCounts.Cell) throws -> String? {
    if dataset != nil {
      return try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT place FROM listing WHERE document = ? AND place <> ''"),
        arguments: [cell.document])
    }
    return try String.fetchOne(
      database.cachedStatement(sql: "SELECT name FROM spot WHERE latitude = ? AND longitude = ?"),
      arguments: [cell.point.latitude, cell.point.longitude])
  }
}
