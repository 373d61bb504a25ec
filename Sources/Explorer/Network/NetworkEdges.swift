import Model
import Query
import Text

/// An edge as the network draws it: a relation, seen from the record in the middle.
struct NetworkEdge: Equatable, Sendable {
  let relation: Relation
  /// Whether it goes from the record in the middle to the other.
  let isForward: Bool
  /// How it stands at the date that is shown; nil where none is.
  let standing: Standing?

  init(_ relation: Relation, from center: RecordID, standing: Standing?) {
    self.relation = relation
    isForward = relation.from.record == center
    self.standing = standing
  }

  var other: Reference { isForward ? relation.to : relation.from }

  /// The kind as it reads along the arrow, from the one party to the other; the date as its source gives it; and
  /// how the source puts it, unless it simply states it.
  var parts: [String] {
    let kind = relation.kind.forward.lowercased()
    let date = relation.date?.description ?? "undated"
    let basis = relation.statements.first?.basis ?? .stated
    return [standing == .possibly ? "possibly " + kind : kind, "· " + date]
      + (basis == .stated ? [] : ["[\(basis.rawValue)]"])
  }

  /// All of it in one line.
  var label: String { parts.joined(separator: " ") }

  /// The same in lines of at most so many cells, broken between its parts where that will do.
  func label(in columns: Int) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, Cells.width(last) + 1 + Cells.width(part) <= columns {
        lines[lines.count - 1] = "\(last) \(part)"
      } else {
        // The point parts the date from what is before it in a line.
        let begins = !lines.isEmpty && part.hasPrefix("· ")
        lines += Cells.wrapped(begins ? String(part.dropFirst(2)) : part, to: columns)
      }
    }
    return lines
  }

  /// Whether both parties have the same part in it.
  var isMutual: Bool {
    switch relation.kind {
    case .alliance, .merger, .rivalry, .cooperation: true
    default: false
    }
  }

  /// Whether an arrow head stands at the other party, and at the record in the middle.
  var pointsOut: Bool { isMutual || isForward }
  var pointsIn: Bool { isMutual || !isForward }

  fileprivate var part: NetworkSection.Part {
    switch relation.kind {
    case .pledge, .splinter, .factionOf, .affiliate: isForward ? .above : .below
    case .leadership, .membership: isForward ? .above : .people
    case .rivalry: .rivals
    case .alliance, .merger, .support, .cooperation, .hedging: .allies
    case .recruitment, .defection: .movement
    }
  }
}

/// Another party with all edges to it.
struct NetworkParty: Equatable, Sendable {
  let reference: Reference
  let name: String
  var edges: [NetworkEdge]
  /// The parties next to it, without the record in the middle.
  let beyond: [String]
}

/// Parties whose edges are of one sort.
struct NetworkSection: Equatable, Sendable {
  /// In the order in which they stand.
  enum Part: Int, CaseIterable, Comparable {
    case above, people, below, both, rivals, allies, movement, undated

    static func < (one: Part, other: Part) -> Bool { one.rawValue < other.rawValue }

    /// Whether it stands left of the middle, where both sides are used.
    var isLeft: Bool { self <= .people }
  }

  let part: Part
  var parties: [NetworkParty]

  /// What stands over it; `kind` is that of the record in the middle.
  func title(of kind: RecordKind?) -> String {
    switch part {
    case .above:
      kind == .person ? "Leads, or belongs to" : "Part of, pledged to or split from"
    case .people: "Leaders and members"
    case .below: "Its parts, splinters and pledges"
    case .allies: "Allies, cooperation and support"
    case .both: "Told of as rivals, and as working together"
    case .rivals: "Rivals"
    case .movement: "Recruits and defectors"
    case .undated: "Undated: may have stood then, or not"
    }
  }

  /// What of a network is drawn. Each party stands once, in the first part that one of its edges is of, with
  /// all its edges; at a date, edges without one stand apart.
  static func sections(of network: Network, at days: DayRange?) -> [NetworkSection] {
    var parties: [Part: [NetworkParty]] = [:]
    let edges = network.relations.map { relation in
      NetworkEdge(
        relation, from: network.center, standing: days.map { relation.standing(in: $0) })
    }.filter { $0.standing != .later && $0.standing != .ended }
    for isUndated in [false, true] {
      let some = edges.filter { ($0.standing == .undated) == isUndated }
      for (reference, edges) in gathered(some) {
        let part = isUndated ? .undated : Self.part(of: edges)
        parties[part, default: []].append(
          NetworkParty(
            reference: reference, name: network.name(of: reference),
            edges: edges.sorted { $0.part < $1.part },
            beyond: beyond(reference, of: network)))
      }
    }
    return Part.allCases.compactMap { part in
      parties[part].map { NetworkSection(part: part, parties: $0) }
    }
  }

  /// The first part that an edge is of; who is both a rival and an ally is shown as neither alone.
  private static func part(of edges: [NetworkEdge]) -> Part {
    let parts = Set(edges.map(\.part))
    guard let first = parts.min() else { return .allies }
    return first == .rivals && parts.contains(.allies) ? .both : first
  }

  /// Edges by the other party, in the order in which each comes first.
  private static func gathered(_ edges: [NetworkEdge]) -> [(Reference, [NetworkEdge])] {
    var order: [Reference] = []
    var found: [Reference: [NetworkEdge]] = [:]
    for edge in edges {
      if found[edge.other] == nil { order.append(edge.other) }
      found[edge.other, default: []].append(edge)
    }
    return order.map { ($0, found[$0] ?? []) }
  }

  /// The names of the parties next to one, each once.
  private static func beyond(_ reference: Reference, of network: Network) -> [String] {
    guard let id = reference.record else { return [] }
    var seen: Set<Reference> = [.record(network.center), reference]
    var names: [String] = []
    for relation in network.neighbours[id] ?? [] {
      let other = relation.from.record == id ? relation.to : relation.from
      if seen.insert(other).inserted { names.append(network.name(of: other)) }
    }
    return names
  }
}
