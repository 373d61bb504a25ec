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
  /// The rows that are used.
  let rows: Int

  init(_ sections: [NetworkSection], of network: Network, in size: Size) {
    self.size = size
    edges = sections.flatMap(\.parties).flatMap(\.edges)
    starts = Self.starts(of: sections)
    let kind = network.kinds[network.center]
    let left = sections.filter(\.part.isLeft)
    let right = sections.filter { !$0.part.isLeft }
    let isTwoSided = size.width >= Self.twoSides && !left.isEmpty && !right.isEmpty
    let lines = Self.lines(of: network.name(of: network.center), kind, in: size, isTwoSided)
    let boxWidth = 4 + (lines.map { Cells.width($0) }.max() ?? 0)
    let side = { (some: [NetworkSection], first: Int, columns: Range<Int>, isLeft: Bool) in
      let titled = some.map { (title: $0.title(of: kind), parties: $0.parties) }
      let count = some.flatMap(\.parties).reduce(0) { $0 + $1.edges.count }
      return Side(
        column: NetworkColumn(
          titled, firstEdge: first, width: columns.count, height: size.height),
        columns: columns, edges: first..<(first + count), isLeft: isLeft)
    }
    let column: Int
    if isTwoSided {
      column = (size.width - boxWidth) / 2
      let one = side(left, 0, 0..<max(1, column - 2), true)
      let after = min(size.width, column + boxWidth + 2)
      sides = [one, side(right, one.edges.upperBound, after..<size.width, false)]
    } else {
      column = 1
      let after = lines.isEmpty ? 0 : min(size.width, column + boxWidth + 2)
      sides = [side(sections, 0, after..<size.width, false)]
    }
    rows = min(
      size.height, max(lines.count + 2, sides.map(\.column.rows.count).max() ?? 0))
    let row = (rows - lines.count - 2) / 2
    box =
      lines.isEmpty
      ? nil
      : Box(
        rows: row..<(row + lines.count + 2), columns: column..<(column + boxWidth), lines: lines)
  }

  private static func starts(of sections: [NetworkSection]) -> [Int] {
    var next = 0
    return sections.map { section in
      defer { next += section.parties.reduce(0) { $0 + $1.edges.count } }
      return next
    }
  }

  /// What stands in the box; nothing where there is no room for one.
  private static func lines(
    of name: String, _ kind: RecordKind?, in size: Size, _ isTwoSided: Bool
  ) -> [String] {
    guard size.width >= leastWithBox.width, size.height >= leastWithBox.height else { return [] }
    let widest = isTwoSided ? 24 : min(20, size.width / 5)
    let lines = Cells.wrapped(name, to: widest - 4) + (kind.map { [$0.rawValue] } ?? [])
    return lines.count + 2 <= size.height ? lines : []
  }

  /// The side on which an edge stands; nil where there is no such edge.
  func side(of edge: Int) -> Int? { sides.firstIndex { $0.edges.contains(edge) } }
}
