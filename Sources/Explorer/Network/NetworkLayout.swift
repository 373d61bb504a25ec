import Canvas
import Model
import Query
import Text

/// Where everything of a network stands on a part of the screen: the record in the middle as a box, and one or two
/// columns of edges beside it.
struct NetworkLayout: Equatable, Sendable {
  /// A rectangle of cells; rows and columns count from 0.
  struct Box: Equatable, Sendable {
    let rows: Range<Int>
    let columns: Range<Int>
    let lines: [String]

    /// The row from which the edges leave it.
    var middle: Int { (rows.lowerBound + rows.upperBound - 1) / 2 }
  }

  /// A column of edges, and where it stands.
  struct Side: Equatable, Sendable {
    let column: NetworkColumn
    let columns: Range<Int>
    let edges: Range<Int>
    /// Whether the trunk is at its right end.
    let isLeft: Bool

    var trunk: Int { isLeft ? columns.upperBound - 1 : columns.lowerBound }
  }

  /// From this width on there are edges on both sides of the middle.
  static let twoSides = 110
  /// Below this width or height the middle is the title alone.
  static let leastWithBox = Size(width: 60, height: 5)

  let size: Size
  let box: Box?
  /// From left to right.
  let sides: [Side]
  let edges: [NetworkEdge]
  /// The number of the first edge of each section.
  let starts: [Int]

  init(_ sections: [NetworkSection], of network: Network, in size: Size) {
    self.size = size
    edges = sections.flatMap(\.parties).flatMap(\.edges)
    starts = Self.starts(of: sections)
    let kind = network.kinds[network.center]
    let left = sections.filter(\.part.isLeft)
    let right = sections.filter { !$0.part.isLeft }
    let isTwoSided = size.width >= Self.twoSides && !left.isEmpty && !right.isEmpty
    box = Self.box(
      network.name(of: network.center), kind?.rawValue, in: size, isCentred: isTwoSided)
    let titled = { (sections: [NetworkSection]) in
      sections.map { (title: $0.title(of: kind), parties: $0.parties) }
    }
    let count = { (sections: [NetworkSection]) in
      sections.flatMap(\.parties).reduce(0) { $0 + $1.edges.count }
    }
    let after = box.map { $0.columns.upperBound + 2 } ?? 0
    if isTwoSided, let box {
      let edge = max(1, box.columns.lowerBound - 2)
      let first = count(left)
      sides = [
        Side(
          column: NetworkColumn(titled(left), firstEdge: 0, width: edge, height: size.height),
          columns: 0..<edge, edges: 0..<first, isLeft: true),
        Side(
          column: NetworkColumn(
            titled(right), firstEdge: first, width: size.width - after, height: size.height),
          columns: after..<size.width, edges: first..<(first + count(right)), isLeft: false),
      ]
    } else {
      sides = [
        Side(
          column: NetworkColumn(
            titled(sections), firstEdge: 0, width: size.width - after, height: size.height),
          columns: after..<max(after, size.width), edges: 0..<count(sections), isLeft: false)
      ]
    }
  }

  private static func starts(of sections: [NetworkSection]) -> [Int] {
    var next = 0
    return sections.map { section in
      defer { next += section.parties.reduce(0) { $0 + $1.edges.count } }
      return next
    }
  }

  private static func box(
    _ name: String, _ kind: String?, in size: Size, isCentred: Bool
  ) -> Box? {
    guard size.width >= leastWithBox.width, size.height >= leastWithBox.height else { return nil }
    let widest = isCentred ? 24 : min(20, size.width / 5)
    let lines = Cells.wrapped(name, to: widest - 4) + (kind.map { [$0] } ?? [])
    let width = 4 + (lines.map { Cells.width($0) }.max() ?? 0)
    let height = lines.count + 2
    guard height <= size.height else { return nil }
    let row = (size.height - height) / 2
    let column = isCentred ? (size.width - width) / 2 : 1
    return Box(rows: row..<(row + height), columns: column..<(column + width), lines: lines)
  }

  /// The side on which an edge stands; nil where there is no such edge.
  func side(of edge: Int) -> Int? { sides.firstIndex { $0.edges.contains(edge) } }
}
