import Casebook
import Model
import Text

/// A casebook with its cross-references worked out: what lists and the index are made from.
struct Catalogue {
  let contents: CasebookContents
  /// Every statement, in the order of the casebook.
  let statements: [Statement]
  private(set) var names: [RecordID: String] = [:]
  private(set) var records: [RecordID: Record] = [:]
  private(set) var statementsByPassage: [PassageID: [Statement]] = [:]
  /// By the source that is cited, directly or as `via`.
  private(set) var statementsBySource: [RecordID: [Statement]] = [:]
  private(set) var relations: [RecordID: [Relation]] = [:]
  /// The held sources that have a fact which names a group, a person or a place, or one that is about or
  /// names a place within it.
  private(set) var tellers: [RecordID: Set<RecordID>] = [:]

  /// - Throws: `CancellationError` where nobody wants it any longer.
  init(_ contents: CasebookContents) throws {
    self.contents = contents
    statements = contents.records.flatMap(\.statements)
    for record in contents.records { records[record.id] = record }
    for record in contents.records { names[record.id] = name(of: record) }
    for statement in statements {
      try LongWork.step()
      for passage in Set(statement.citations.map(\.passage)) {
        statementsByPassage[passage, default: []].append(statement)
      }
      for source in Set(statement.citations.flatMap { [$0.passage.source] + $0.via }) {
        statementsBySource[source, default: []].append(statement)
      }
    }
    for case .relation(let relation) in contents.records {
      for party in Set([relation.from, relation.to].compactMap(\.record)) {
        relations[party, default: []].append(relation)
      }
    }
    tellers = try tellersByName()
  }

  private func tellersByName() throws -> [RecordID: Set<RecordID>] {
    var tellers: [RecordID: Set<RecordID>] = [:]
    for record in contents.records {
      try LongWork.step()
      var parties: [RecordID] = []
      if case .relation(let relation) = record {
        parties = [relation.from, relation.to].compactMap(\.record)
      }
      for statement in record.statements {
        let held = Set(statement.citations.map(\.passage.source))
        for id in Set(statement.references + parties + [record.id]) {
          guard [.group, .person, .place].contains(records[id]?.kind) else { continue }
          for named in Set([id] + surroundings(of: id)) {
            tellers[named, default: []].formUnion(held)
          }
        }
      }
    }
    return tellers
  }

  func name(of id: RecordID) -> String { names[id] ?? id.rawValue }

  func name(of reference: Reference) -> String {
    switch reference {
    case .record(let id): name(of: id)
    case .words(let words): words
    }
  }

  private func name(of record: Record) -> String {
    switch record {
    case .group(let group): group.name
    case .person(let person): person.name
    case .place(let place): place.name
    case .event(let event): event.title
    case .theme(let theme): theme.title
    case .source(let source): source.shortName
    case .relation(let relation):
      "\(partyName(relation.from)): \(relation.kind.forward.lowercased()) \(partyName(relation.to))"
    }
  }

  /// Like `name(of:)`, for use while `names` is being filled.
  private func partyName(_ reference: Reference) -> String {
    guard case .record(let id) = reference else { return name(of: reference) }
    switch records[id] {
    case .group(let group): return group.name
    case .person(let person): return person.name
    default: return id.rawValue
    }
  }

  /// A record and everything that its statements point to, places with what they lie in, and the
  /// sources that its citations name.
  func concerned(by record: Record) -> Set<RecordID> {
    var all: Set<RecordID> = [record.id]
    for statement in record.statements { all.formUnion(references(of: statement)) }
    switch record {
    case .relation(let relation):
      all.formUnion([relation.from, relation.to].compactMap(\.record))
    case .place(let place):
      all.formUnion(surroundings(of: place.id))
    case .group, .person:
      // Who leads a group or belongs to it concerns it; groups do not concern each other.
      for relation in relations[record.id] ?? [] {
        let parties = [relation.from, relation.to].compactMap(\.record)
        all.formUnion(parties.filter { records[$0]?.kind != record.kind })
      }
      all = all.filter { $0 == record.id || records[$0]?.kind != record.kind }
    case .source(let source):
      for statement in statementsBySource[source.id] ?? [] {
        all.formUnion(references(of: statement))
        all.insert(statement.subject)
      }
      all = all.filter { $0 == source.id || records[$0]?.kind != .source }
      all.formUnion(source.citations.map(\.passage.source))
    case .event, .theme: break
    }
    return all
  }

  /// What a statement points to, its sources included.
  func references(of statement: Statement) -> Set<RecordID> {
    var all = Set(statement.references)
    for id in statement.references { all.formUnion(surroundings(of: id)) }
    for citation in statement.citations {
      all.insert(citation.passage.source)
      all.formUnion(citation.via)
    }
    return all
  }

  /// The places in which a place lies, outwards.
  func surroundings(of id: RecordID) -> [RecordID] {
    var found: [RecordID] = []
    var next: RecordID? = id
    while let here = next, case .place(let place) = records[here], !found.contains(here) {
      found.append(here)
      next = place.within
    }
    return found
  }

  /// The names by which sources call the records, for texts that are found by any of them.
  func namesAndAliases(of ids: some Sequence<RecordID>) -> [String] {
    ids.sorted().flatMap { id in
      [name(of: id)] + (records[id]?.aliases.map(\.text) ?? [])
    }
  }
}
