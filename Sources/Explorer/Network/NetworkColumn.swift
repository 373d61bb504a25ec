import Canvas
import Model
import Text

/// One side of the network laid out for a width: a trunk that leaves the record in the middle, and rows of edges
/// that leave the trunk. Nothing is cut: what is too long for its place goes on in the next row.
///
///     ├◀─ led by · ../2016-08 ──────── Hafiz Saeed Khan +4
///     ├◀─ rival of · undated ───────▶┬ Taliban +11
///     ├◀─ works with · undated ─────▶┘
struct NetworkColumn: Equatable, Sendable {
  /// A row of it. Its parts stand in this order from the middle outwards.
  struct Row: Equatable, Sendable {
    /// The edge it belongs to, counted over the whole network; nil for headings and blanks.
    var edge: Int?
    var heading = ""
    /// A line of the label.
    var label = ""
    /// Whether the edge leaves the trunk here.
    var isFirst = false
    var pointsIn = false
    var pointsOut = false
    /// What joins the edges of one party.
    var joint: Character = " "
    /// A line of the party's name.
    var name = ""
    /// How many parties are beyond it, or nothing.
    var count = ""
    /// Some of those by name.
    var beyond = ""
    /// Whether the party has a record of its own.
    var isRecord = false
    /// Whether the edge is drawn as a doubtful one.
    var isDoubtful = false
  }

  private(set) var rows: [Row] = []
  let width: Int
  /// The cells that labels, names and what lies beyond may take.
  private(set) var labelWidth = 2
  private(set) var nameWidth = 2
  private(set) var beyondWidth = 0

  /// The trunk, the ends of the line, the blanks around the label and the joint.
  static let fixed = 10
  /// With less room than this, those beyond are counted and not named.
  static let leastBeyond = 20
  /// Longer names than this go on in the next row where those beyond are named.
  static let longName = 24

  /// - Parameters:
  ///   - first: the number of its first edge.
  ///   - height: the rows that there are on the screen; those beyond take more of them where all fits.
  init(
    _ sections: [(title: String, parties: [NetworkParty])], firstEdge first: Int, width: Int,
    height: Int
  ) {
    self.width = width
    let parties = sections.flatMap(\.parties)
    let room = max(4, width - Self.fixed)
    let labels = parties.flatMap(\.edges).map { Cells.width($0.label) }.max() ?? 2
    let plain = parties.map { Cells.width($0.name) }.max() ?? 2
    let counted = parties.map { Cells.width($0.name) + Self.count($0).count }.max() ?? 2
    // Those beyond are named where labels and most names still stand in one line.
    let left = room - labels - 3 - min(plain, Self.longName)
    let names = left >= Self.leastBeyond ? min(plain, Self.longName) : counted
    nameWidth = max(2, min(names, max(room - labels, room * 9 / 20)))
    labelWidth = max(2, min(labels, room - nameWidth))
    beyondWidth = left >= Self.leastBeyond ? room - labelWidth - nameWidth - 3 : 0
    for lines in beyondWidth == 0 ? [1] : [3, 2, 1] {
      rows = Self.rows(
        sections, firstEdge: first, labels: labelWidth, names: nameWidth, beyond: beyondWidth,
        lines: lines)
      if rows.count <= height { break }
    }
  }

  private static func count(_ party: NetworkParty) -> String {
    party.beyond.isEmpty ? "" : " +\(party.beyond.count)"
  }

  private static func rows(
    _ sections: [(title: String, parties: [NetworkParty])], firstEdge: Int, labels: Int, names: Int,
    beyond: Int, lines: Int
  ) -> [Row] {
    var rows: [Row] = []
    var edge = firstEdge
    for section in sections {
      if !rows.isEmpty { rows.append(Row()) }
      rows.append(Row(heading: section.title))
      for party in section.parties {
        rows += block(
          party, firstEdge: edge, labels: labels, names: names, beyond: beyond, lines: lines)
        edge += party.edges.count
      }
    }
    return rows
  }

  /// The rows of one party: its edges, its name beside the first, and those beyond it.
  private static func block(
    _ party: NetworkParty, firstEdge: Int, labels: Int, names: Int, beyond: Int, lines: Int
  ) -> [Row] {
    var rows: [Row] = []
    for (index, edge) in party.edges.enumerated() {
      let basis = edge.relation.statements.first?.basis ?? .stated
      for (line, text) in edge.label(in: labels).enumerated() {
        rows.append(
          Row(
            edge: firstEdge + index, label: text, isFirst: line == 0, pointsIn: edge.pointsIn,
            pointsOut: edge.pointsOut,
            isDoubtful: basis != .stated || edge.standing == .possibly
              || edge.standing == .undated))
      }
    }
    join(&rows, edges: party.edges.count)
    let last = firstEdge + party.edges.count - 1
    let name = Cells.wrapped(party.name + (beyond > 0 ? "" : count(party)), to: names)
    let ring =
      beyond > 0 ? Self.ring(party.beyond, lines: max(lines, rows.count), width: beyond) : []
    while rows.count < max(name.count, ring.count) { rows.append(Row(edge: last)) }
    for index in rows.indices {
      rows[index].isRecord = party.reference.record != nil
      if index < name.count { rows[index].name = name[index] }
      if index < ring.count { rows[index].beyond = ring[index] }
    }
    return rows
  }

  /// Joins the ends of several edges to one party.
  private static func join(_ rows: inout [Row], edges: Int) {
    guard edges > 1, let last = rows.lastIndex(where: \.isFirst) else { return }
    for index in 0...last {
      rows[index].joint =
        index == 0 ? "┬" : index == last ? "┘" : rows[index].isFirst ? "┤" : "│"
    }
  }

  /// Names in so many lines at most; how many more there are stands at the end of the last.
  static func ring(_ names: [String], lines: Int, width: Int) -> [String] {
    var filled: [String] = []
    var line = ""
    for (index, name) in names.enumerated() {
      let left = names.count - index - 1
      let isLast = filled.count == lines - 1
      let more = isLast && left > 0 ? " +\(left)".count : 0
      let longer = line.isEmpty ? name : "\(line), \(name)"
      if Cells.width(longer) + more + 1 <= width {
        line = longer
      } else if !isLast, !line.isEmpty, Cells.width(name) + 1 <= width {
        filled.append(line + ",")
        line = name
      } else {
        let rest = "+\(left + 1)"
        if line.isEmpty { return filled + [rest] }
        if Cells.width(line) + 1 + rest.count <= width { return filled + ["\(line) \(rest)"] }
        return filled + [line + ",", rest]
      }
    }
    return line.isEmpty ? filled : filled + [line]
  }

  /// The rows of an edge; empty where it is not in this column.
  func rows(of edge: Int) -> Range<Int> {
    guard let first = rows.firstIndex(where: { $0.edge == edge }),
      let last = rows.lastIndex(where: { $0.edge == edge })
    else { return 0..<0 }
    return first..<(last + 1)
  }
}
