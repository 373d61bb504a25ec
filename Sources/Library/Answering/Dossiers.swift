import GRDB
import Model
import Query
import SearchIndex

/// Records with all that belongs to them, and passages with what rests on them.
extension Answering {
  /// A record by its id, or the record that a statement's id names a fact of.
  func dossier(_ id: RecordID) throws -> Dossier {
    if let found = try dataset?.event(id, database) {
      let record = Record.event(found.event)
      var dossier = Dossier(record: record, row: found.row)
      dossier.names = try names(record, [], [])
      dossier.names[id] = found.event.title
      dossier.names.merge(found.works) { _, told in told }
      return dossier
    }
    guard let record = try reading.record(id) else {
      throw StoreProblem.noSuchRecord(id.rawValue)
    }
    var dossier = Dossier(record: record)
    dossier.relations = try reading.relations(of: [id])
    let mentions = try reading.mentions(of: id) + rowsCiting(record)
    dossier.names = try names(record, dossier.relations, mentions)
    dossier.mentions = try facts(mentions)
    if case .theme(let theme) = record {
      dossier.dates = try reading.dates(ofEvents: theme.members.compactMap(\.link))
    }
    if case .source(let source) = record, source.isHeld {
      let passages = try reading.passages(of: id)
      dossier.passages = passages.count
      dossier.facts =
        try Int.fetchOne(
          database, sql: "SELECT COUNT(DISTINCT statement) FROM citation WHERE source = ?",
          arguments: [id.rawValue]) ?? 0
    }
    return dossier
  }

  /// For a work that a dataset's rows name: a fact for each of the rows, which says so.
  private func rowsCiting(_ record: Record) throws -> [Statement] {
    guard dataset != nil, case .source(let source) = record else { return [] }
    return try rows(citing: source.id).map { row in
      Statement(
        id: RecordID("\(row.id)/source"), subject: row.id, property: "source", label: "Names it",
        value: .reference(.record(source.id)), citations: [row.citation])
    }
  }

  /// The first thousand of a dataset's events whose rows name a work.
  private func rows(citing id: RecordID) throws -> [(id: RecordID, citation: Citation)] {
    guard let manifest = dataset?.manifest else { return [] }
    let found = index.documents("source", key: id.rawValue)
      .and(Bitmap(index.documents(in: RecordKind.event.rawValue)))
    return try found.window(from: 0, count: 1000).compactMap { document in
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT target, line FROM listing WHERE document = ?"),
        arguments: [Int(document)])
      return row.map { row in
        let passage = PassageID(
          source: RecordID(manifest.name), number: ParagraphNumber(row["line"]))
        return (RecordID(row["target"]), Citation(passage, via: [id]))
      }
    }
  }

  private func names(
    _ record: Record, _ relations: [Relation], _ mentions: [Statement]
  ) throws -> [RecordID: String] {
    var ids: Set<RecordID> = [record.id]
    let statements = record.statements + relations.flatMap(\.statements) + mentions
    for statement in statements {
      ids.formUnion(statement.references)
      ids.formUnion(statement.citations.flatMap(\.via))
    }
    for relation in relations {
      ids.formUnion([relation.id] + [relation.from, relation.to].compactMap(\.record))
    }
    if case .relation(let relation) = record {
      ids.formUnion([relation.from, relation.to].compactMap(\.record))
    }
    if case .place(let place) = record, let within = place.within { ids.insert(within) }
    return try reading.names(of: ids).mapValues(\.name)
  }

  /// Statements beside what they are about.
  func facts(_ statements: [Statement]) throws -> [Fact] {
    let ids = Set(statements.flatMap { $0.references + [$0.subject] })
    let names = try reading.names(of: ids)
    return statements.map { statement in
      let subject = names[statement.subject]
      return Fact(
        statement: statement, subject: subject?.name ?? statement.subject.rawValue,
        subjectKind: subject?.kind ?? .event,
        value: statement.value.words { names[$0]?.name ?? $0.rawValue })
    }
  }

  func reading(of id: RecordID) throws -> Reading {
    guard let source = try reading.source(id) else { throw StoreProblem.noSuchRecord(id.rawValue) }
    let passages = try reading.passages(of: id)
    return Reading(
      source: source, passages: passages.map { $0.0 }, facts: passages.map { $0.facts })
  }

  /// Facts that cite a work or a passage, parted by whether all their citations rest on it.
  func resting(on ground: RestingFacts.Ground) throws -> RestingFacts {
    let (name, statements): (String, [Statement])
    switch ground {
    case .work(let id):
      let source = try reading.source(id)
      let called = try reading.names(of: [id])[id]?.name ?? id.rawValue
      name = source?.isHeld == true ? "\(id), \(source?.title ?? called)" : called
      statements =
        try reading.statements(restingOn: id) + (source.map { try rowsCiting(.source($0)) } ?? [])
    case .passage(let passage):
      name = passage.words
      statements = try reading.statements(on: passage)
    }
    func isAlone(_ statement: Statement) -> Bool { statement.citations.allSatisfy(ground.carries) }
    return RestingFacts(
      name: name, alone: try facts(statements.filter(isAlone)),
      shared: try facts(statements.filter { !isAlone($0) }))
  }

  func facts(on passage: PassageID) throws -> [Fact] {
    let known = try reading.passages(of: passage.source).contains { $0.0.id == passage }
    guard known else { throw StoreProblem.noSuchPassage(passage) }
    return try facts(try reading.statements(on: passage))
  }
}
