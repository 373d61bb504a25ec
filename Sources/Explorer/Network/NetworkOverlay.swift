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
  private(set) var center: RecordID
  private(set) var network: Network?
  private(set) var steps: [Step] = []
  /// The date at which relations are shown; nil for all that are told of.
  private(set) var days: DayRange?
  /// The edge under the cursor, in the order in which they are drawn.
  private(set) var cursor = 0
  /// The citation of that edge which `c` opens.
  private(set) var citation = PageCursor()
  /// The date that is being typed.
  private(set) var editor: LineEditor?
  /// The first row of each side that is shown.
  private(set) var tops = [0, 0]
  /// The relation on which the cursor shall stand.
  private var wanted: RecordID?
  private var laid = Kept<Size, NetworkLayout>()

  init(of center: RecordID) { self.center = center }

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
    laid.forget()
    cursor = 0
    citation = PageCursor()
    tops = [0, 0]
    return []
  }

  mutating func settle(in size: Size) -> [Effect] {
    guard let layout = layout(in: size) else { return [] }
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
    return []
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
  private mutating func moveToSection(forwards: Bool, in size: Size) {
    let starts = layout(in: size)?.starts ?? []
    let next = forwards ? starts.first { $0 > cursor } : starts.last { $0 < cursor }
    move(by: (next ?? (forwards ? starts.first : starts.last) ?? 0) - cursor)
  }

  /// To the edge of the other side that stands nearest on the screen.
  private mutating func moveToSide(_ isLeft: Bool, in size: Size) -> Bool {
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

  // MARK: Walking

  private mutating func walk(on state: inout ExplorerState) -> [Effect] {
    guard let network, network.center == center, let edge = edge(in: state.overlaySize) else {
      return []
    }
    guard let other = edge.other.record, other != center else {
      state.notice = .init(text: "the other party has no record of its own to walk to")
      return []
    }
    steps.append(Step(center: center, name: network.name(of: center), relation: edge.relation.id))
    return ask(for: other, at: edge.relation.id)
  }

  private mutating func walkBack(on state: inout ExplorerState) -> [Effect] {
    guard let step = steps.popLast() else {
      state.notice = .init(text: "this is where the walk began; q closes the network")
      return []
    }
    return ask(for: step.center, at: step.relation)
  }

  private mutating func ask(for record: RecordID, at relation: RecordID?) -> [Effect] {
    center = record
    wanted = relation
    return [.ask(.network, .network(record))]
  }

  // MARK: Dates

  mutating func show(at days: DayRange?) {
    wanted = nil
    if let laid = laid.value(for: lastBody), laid.edges.indices.contains(cursor) {
      wanted = laid.edges[cursor].relation.id
    }
    self.days = days
    laid.forget()
    cursor = 0
    citation = PageCursor()
  }

  private var lastBody = Size(width: 0, height: 0)

  /// To the next time at which something is told to begin or end, or the one before.
  private mutating func step(forwards: Bool, on state: inout ExplorerState) {
    let turns = Set((network?.relations ?? []).flatMap { $0.date?.turns ?? [] }).sorted {
      ($0.first, $0.last) < ($1.first, $1.last)
    }
    let next: DayRange?
    if let days {
      let here = (days.first, days.last)
      next =
        forwards
        ? turns.first { ($0.first, $0.last) > here } : turns.last { ($0.first, $0.last) < here }
    } else {
      next = forwards ? turns.first : turns.last
    }
    guard let next else {
      state.notice = .init(
        text: turns.isEmpty
          ? "no relation here has a date" : "nothing is told to begin or end further that way")
      return
    }
    show(at: next)
  }
}

extension NetworkOverlay {
  var hints: [(key: String, word: String)] {
    if editor != nil { return [("Enter", "show"), ("Esc", "never mind")] }
    return [
      ("j k", "edge"), ("Enter", "walk"), ("Backspace", "back"), ("c", "passage"),
      ("a", "at a date"), ("o", "record"), ("q", "close"), ("] [", "citation"), ("< >", "step"),
      ("Tab", "section"), ("O", "relation"),
    ]
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    lastBody = Parts(state.overlaySize).body
    if editor != nil { return type(key, on: &state) }
    let size = state.overlaySize
    switch key {
    case .enter: return walk(on: &state)
    case .backspace: return walkBack(on: &state)
    case "c": return openPassage(on: &state)
    case "]", "[": stepCitation(key == "]" ? 1 : -1, on: &state)
    case "a": editor = LineEditor()
    case "<", ">": step(forwards: key == ">", on: &state)
    case .tab, .backTab: moveToSection(forwards: key == .tab, in: size)
    case "h", .left: if !moveToSide(true, in: size) { moveToSection(forwards: false, in: size) }
    case "l", .right: if !moveToSide(false, in: size) { moveToSection(forwards: true, in: size) }
    case .escape where days != nil: show(at: nil)
    case "o":
      state.overlay = nil
      return state.go(to: .record(center))
    case "O":
      guard let relation = edge(in: size)?.relation else { return [] }
      state.overlay = nil
      return state.go(to: .record(relation.id))
    default:
      if let edges = state.scrolling(key) { move(by: edges) }
    }
    return []
  }

  private mutating func type(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: editor = nil
    case .enter:
      guard let text = editor?.text else { return [] }
      if text.allSatisfy(\.isWhitespace) {
        editor = nil
        show(at: nil)
        return []
      }
      do throws(DateProblem) {
        let dates = try TypedDates(reading: text)
        if dates.isUndated { return [] }
        editor = nil
        show(at: dates.range)
      } catch {
        state.notice = .init(text: "\(error.message): \(error.remedy)", isProblem: true)
      }
    default: _ = editor?.take(key)
    }
    return []
  }

  private mutating func stepCitation(_ step: Int, on state: inout ExplorerState) {
    let count = detail(in: state.overlaySize)?.citations.count ?? 0
    guard (0..<count).contains(citation.item + step) else {
      state.notice = .init(text: "the edge has no further citation that way")
      return
    }
    citation.item += step
  }

  private mutating func openPassage(on state: inout ExplorerState) -> [Effect] {
    guard let network, let citations = detail(in: state.overlaySize)?.citations,
      citations.indices.contains(citation.item)
    else {
      state.notice = .init(text: "no citation here")
      return []
    }
    let (cited, all) = citations[citation.item]
    if let dataset = network.datasets[cited.passage.source] {
      state.notice = .init(
        text: "it rests on line \(cited.passage.number.rawValue) of \(dataset), which has no text")
      return []
    }
    state.overlay = nil
    return state.go(to: .passage(cited.passage, of: all))
  }
}

extension ExplorerState {
  /// Shows the record of the panes among its relations.
  mutating func openNetwork() -> [Effect] {
    guard let id = panes.record.id, let record = panes.record.dossier?.record, record.id == id,
      record.kind == .group || record.kind == .person
    else {
      notice = .init(text: "N is for a group or a person: 1 lists groups, 3 people")
      return []
    }
    show(NetworkOverlay(of: id))
    return [.ask(.network, .network(id))]
  }
}
