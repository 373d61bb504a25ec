public import Model

/// A group or a person with its relations, and those of the parties to them.
public struct Network: Hashable, Sendable {
  /// Whose relations these are.
  public var center: RecordID
  /// The edges that begin or end here.
  public private(set) var relations: [Relation] = []
  /// Of every neighbour that is a record: the edges that begin or end there, those from here among them.
  public private(set) var neighbours: [RecordID: [Relation]] = [:]
  /// What the records that appear here are called, by id.
  public var names: [RecordID: String] = [:]
  /// What sort of record the parties are.
  public var kinds: [RecordID: RecordKind] = [:]
  /// The datasets among what is cited, by their ids: their titles. Their passages are rows of a file.
  public var datasets: [RecordID: String] = [:]

  /// A record without any relations yet.
  public init(of center: RecordID) { self.center = center }

  /// Adds edges that begin or end here; those of an id that is known already are left out.
  public mutating func add(_ relations: [Relation]) {
    let known = Set(self.relations.map(\.id))
    self.relations += relations.filter { !known.contains($0.id) }
  }

  /// Adds edges of the neighbours, in any order.
  public mutating func addBeyond(_ relations: [Relation]) {
    let parties = Set(self.parties)
    for relation in relations {
      for party in Set([relation.from, relation.to].compactMap(\.record)) {
        guard parties.contains(party) else { continue }
        let known = neighbours[party, default: []].contains { $0.id == relation.id }
        if !known { neighbours[party, default: []].append(relation) }
      }
    }
  }

  /// The neighbours that are records.
  public var parties: [RecordID] {
    Set(relations.flatMap { [$0.from.record, $0.to.record] }.compactMap(\.self))
      .subtracting([center]).sorted()
  }

  /// The records that appear here and are to have names.
  public var named: Set<RecordID> {
    var ids: Set<RecordID> = [center]
    for relation in relations + neighbours.values.joined() {
      ids.formUnion([relation.from, relation.to].compactMap(\.record))
    }
    for statement in relations.flatMap(\.statements) {
      ids.formUnion(statement.references)
      ids.formUnion(statement.citations.flatMap(\.via))
    }
    return ids
  }

  /// What to call a record here: its name, or its id where there is none.
  public func name(of id: RecordID) -> String { names[id] ?? id.rawValue }

  /// What to call whom a statement points to.
  public func name(of reference: Reference) -> String {
    switch reference {
    case .record(let id): name(of: id)
    case .words(let words): words
    }
  }
}
