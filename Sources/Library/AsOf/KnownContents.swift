import Casebook
import Model

/// What a casebook says of some of its sources alone.
extension CasebookContents {
  /// What of it rests on these held sources: facts with their citations there, names that they print, and
  /// the records that such a fact is about or names, with the places these lie in.
  ///
  /// What is the coder's own and has no citation stays as it is: preferred names, titles of events, kinds, and
  /// which place lies in which.
  ///
  /// - Throws: `CancellationError` where nobody wants it any longer.
  func known(from sources: Set<RecordID>) throws -> CasebookContents {
    var known = self
    let told = try records.map { record in
      try LongWork.step()
      return record.known(from: sources)
    }
    let kept = Self.kept(of: told, from: sources)
    known.records = try told.filter { kept.contains($0.id) }.map { record in
      try LongWork.step()
      return record.pointing(to: kept, in: self)
    }
    known.passages = passages.filter { sources.contains($0.id.source) }
    known.fingerprints = fingerprints.filter { sources.contains($0.key) }
    return known
  }

  /// The records that are left, by their ids.
  private static func kept(of records: [Record], from sources: Set<RecordID>) -> Set<RecordID> {
    var kept: Set<RecordID> = []
    var named: Set<RecordID> = []
    for record in records {
      if case .source(let source) = record {
        if sources.contains(source.id) || !source.citations.isEmpty { kept.insert(source.id) }
        continue
      }
      guard !record.statements.isEmpty else { continue }
      kept.insert(record.id)
      named.formUnion(record.statements.flatMap(\.references))
      if case .relation(let relation) = record {
        named.formUnion([relation.from, relation.to].compactMap(\.record))
      }
    }
    var within: [RecordID: RecordID] = [:]
    for record in records {
      if [.group, .person, .place].contains(record.kind), named.contains(record.id) {
        kept.insert(record.id)
      }
      if case .place(let place) = record { within[place.id] = place.within }
    }
    for place in kept {
      var next = within[place]
      while let here = next, kept.insert(here).inserted { next = within[here] }
    }
    return kept
  }
}

extension Record {
  /// The record with what these sources say of it; it may be nothing.
  fileprivate func known(from sources: Set<RecordID>) -> Record {
    let statements = statements.compactMap { statement -> Statement? in
      var known = statement
      known.citations = statement.citations.filter { sources.contains($0.passage.source) }
      return known.citations.isEmpty ? nil : known
    }
    let aliases = aliases.compactMap { alias -> Alias? in
      var known = alias
      known.sources = alias.sources.filter(sources.contains)
      return known.sources.isEmpty ? nil : known
    }
    switch with(statements, aliases) {
    case .source(var source):
      source.citations.removeAll { !sources.contains($0.passage.source) }
      // One that is not known itself may be known from those that cite it.
      source.isHeld = source.isHeld && sources.contains(source.id)
      return .source(source)
    case .relation(var relation) where statements.first?.property != .relation:
      // Its date is that of the edge, and known with it.
      relation.date = nil
      return .relation(relation)
    case let record: return record
    }
  }

  /// Facts that point to a record which is not there say what it is called.
  fileprivate func pointing(to kept: Set<RecordID>, in contents: CasebookContents) -> Record {
    guard statements.contains(where: { !kept.isSuperset(of: $0.references) }) else { return self }
    return with(statements.map { $0.pointing(to: kept, in: contents) }, aliases)
  }

  private func with(_ statements: [Statement], _ aliases: [Alias]) -> Record {
    switch self {
    case .group(var group):
      (group.statements, group.aliases) = (statements, aliases)
      return .group(group)
    case .person(var person):
      (person.statements, person.aliases) = (statements, aliases)
      return .person(person)
    case .place(var place):
      (place.statements, place.aliases) = (statements, aliases)
      return .place(place)
    case .event(var event):
      event.statements = statements
      return .event(event)
    case .theme(var theme):
      theme.statements = statements
      return .theme(theme)
    case .relation(var relation):
      relation.statements = statements
      return .relation(relation)
    case .source: return self
    }
  }
}

extension Statement {
  /// The statement with words for the records that are not there.
  fileprivate func pointing(to kept: Set<RecordID>, in contents: CasebookContents) -> Statement {
    var statement = self
    func words(_ reference: Reference) -> Reference {
      guard let id = reference.record, !kept.contains(id) else { return reference }
      return .words(contents.records.first { $0.id == id }?.name ?? id.rawValue)
    }
    if case .reference(let reference) = value { statement.value = .reference(words(reference)) }
    statement.by = by.map(words)
    statement.through = through.map(words)
    if let link, !kept.contains(link) { statement.link = nil }
    return statement
  }
}

extension Record {
  fileprivate var name: String {
    switch self {
    case .group(let group): group.name
    case .person(let person): person.name
    case .place(let place): place.name
    case .event(let event): event.title
    case .theme(let theme): theme.title
    case .source(let source): source.shortName
    case .relation(let relation): relation.id.rawValue
    }
  }
}
