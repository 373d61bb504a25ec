import Canvas
import Model
import Query

/// A group or a person among its relations. The cursor goes from edge to edge; Enter walks along one, so that
/// the other party stands in the middle. With a date, the relations as they stood at that time in the world:
/// not what could be known then.
struct NetworkOverlay: OverlayPart {
  /// A record that stood in the middle before, and the edge that was left by.
  struct Step: Equatable, Sendable {
    let center: RecordID
    let name: String
    let relation: RecordID?
  }

  /// The record that is asked for, which stands in the middle when it comes.
  var center: RecordID
  var network: Network?
  var steps: [Step] = []
  /// The date at which relations are shown; nil for all that are told of.
  var days: DayRange?
  /// The edge under the cursor, in the order in which they are drawn.
  var cursor = 0
  /// The citation of that edge which `c` opens.
  var citation = PageCursor()
  /// The date that is being typed.
  var editor: LineEditor?
  /// The first row of each side that is shown.
  var tops = [0, 0]
  /// The relation on which the cursor shall stand.
  var wanted: RecordID?
  /// Whether the network of the record in the middle is on its way.
  var isAsked = false
  var laid = Kept<Size, NetworkLayout>()

  /// What the record in the middle is called until its network comes.
  var name: String

  init(of center: RecordID, named name: String) {
    self.center = center
    self.name = name
  }

  /// What the rows of an overlay are given to: two lines above, the edges, and what is told of the one under
  /// the cursor.
  struct Parts: Equatable {
    let body: Size
    /// The rows of the detail, the line over it included; none where there is no room.
    let foot: Int

    init(_ size: Size) {
      let room = max(0, size.height - 2)
      foot = room < 5 ? 0 : min(max(3, room / 3), 12)
      body = Size(width: size.width, height: room - foot)
    }
  }

  func layout(in size: Size) -> NetworkLayout? {
    let body = Parts(size).body
    if let layout = laid.value(for: body) { return layout }
    return network.map {
      NetworkLayout(NetworkSection.sections(of: $0, at: days), of: $0, in: body)
    }
  }

  /// The row of the line between the edges and what is told of one; with few edges it stands higher.
  func rule(of layout: NetworkLayout, in size: Size) -> Int {
    let parts = Parts(size)
    return min(size.height - parts.foot, 2 + layout.rows + (parts.foot > 0 ? 0 : size.height))
  }

  func edge(in size: Size) -> NetworkEdge? {
    guard let edges = layout(in: size)?.edges, edges.indices.contains(cursor) else { return nil }
    return edges[cursor]
  }

  func detail(in size: Size) -> EdgeDetail? {
    guard let network, let edge = edge(in: size) else { return nil }
    return EdgeDetail(edge, of: network, width: size.width)
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    guard case .network(let network) = reply, network.center == center else { return [] }
    self.network = network
    isAsked = false
    laid.forget()
    cursor = 0
    citation = PageCursor()
    tops = [0, 0]
    return []
  }

  mutating func settle(in size: Size) -> [Effect] {
    fit(size)
    guard network?.center != center, !isAsked else { return [] }
    isAsked = true
    return [.ask(.network, .network(center))]
  }

  mutating func forgetQuestions() { isAsked = false }

  private mutating func fit(_ size: Size) {
    guard let layout = layout(in: size) else { return }
    let body = Parts(size).body
    laid.keep(layout, for: body)
    // While the next network is on its way, what it shall show first waits too.
    if let wanted, network?.center == center {
      cursor = layout.edges.firstIndex { $0.relation.id == wanted } ?? cursor
      self.wanted = nil
    }
    cursor = max(0, min(cursor, layout.edges.count - 1))
    for (index, side) in layout.sides.enumerated() {
      tops[index] = Self.top(
        tops[index], of: side.column, showing: side.edges.contains(cursor) ? cursor : nil,
        height: body.height)
    }
    if let detail = detail(in: size) {
      citation.item = max(0, min(citation.item, detail.citations.count - 1))
      citation.settle(on: detail.page, height: max(1, size.height - rule(of: layout, in: size) - 1))
    }
  }

  /// The first row of a column so that an edge, and the heading over the first one, is on the screen.
  private static func top(
    _ top: Int, of column: NetworkColumn, showing edge: Int?, height: Int
  ) -> Int {
    var top = top
    if let edge {
      let rows = column.rows(of: edge)
      if rows.upperBound > top + height { top = rows.upperBound - height }
      let above = column.rows.prefix(rows.lowerBound).reversed().prefix { $0.edge == nil }.count
      if rows.lowerBound - above < top { top = rows.lowerBound - above }
      if rows.lowerBound >= top + height { top = rows.lowerBound }
    }
    return max(0, min(top, column.rows.count - height))
  }

  // MARK: The cursor

  mutating func move(by edges: Int) {
    cursor += max(-100_000, min(edges, 100_000))
    citation = PageCursor()
  }

  /// To the first edge of the next section, or of this one or the one before.
  mutating func moveToSection(forwards: Bool, in size: Size) {
    let starts = layout(in: size)?.starts ?? []
    let next = forwards ? starts.first { $0 > cursor } : starts.last { $0 < cursor }
    move(by: (next ?? (forwards ? starts.first : starts.last) ?? 0) - cursor)
  }

  /// To the edge of the other side that stands nearest on the screen.
  mutating func moveToSide(_ isLeft: Bool, in size: Size) -> Bool {
    guard let layout = layout(in: size), let here = layout.side(of: cursor),
      let there = layout.sides.firstIndex(where: { $0.isLeft == isLeft }), there != here
    else { return false }
    let row = layout.sides[here].column.rows(of: cursor).lowerBound - tops[here] + tops[there]
    let near = layout.sides[there].edges.min { one, other in
      let column = layout.sides[there].column
      return abs(column.rows(of: one).lowerBound - row)
        < abs(column.rows(of: other).lowerBound - row)
    }
    if let near { move(by: near - cursor) }
    return true
  }
}
