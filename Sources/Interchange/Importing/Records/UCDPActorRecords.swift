import Model

/// The records that actors become: groups, and relations between them.
struct UCDPActorRecords {
  private(set) var records: [Record] = []
  private let dataset: RecordID
  private var groups: [Int: Group] = [:]
  private var makers: [Int: StatementMaker] = [:]
  private var relations: [Relation] = []
  /// How often two actors are told of in one bond, so that a repeated row makes no second relation.
  private var known: [RecordID: Int] = [:]

  init(_ actors: [UCDPActors.Actor], dataset: RecordID) {
    self.dataset = dataset
    var order: [Int] = []
    for actor in actors {
      if groups[actor.number] == nil { order.append(actor.number) }
      add(actor)
    }
    for actor in actors {
      for link in actor.links { relate(actor, link) }
    }
    for number in order {
      guard var group = groups[number] else { continue }
      group.statements = makers[number]?.statements ?? []
      records.append(.group(group))
    }
    records += relations.map(Record.relation)
  }

  /// An actor may have more than one row; each says its own, and cites itself.
  private mutating func add(_ actor: UCDPActors.Actor) {
    var group = groups[actor.number] ?? Group(id: actor.id, name: actor.name)
    for var alias in actor.aliases where !group.aliases.contains(where: { $0.text == alias.text }) {
      alias.sources = [dataset]
      group.aliases.append(alias)
    }
    groups[actor.number] = group
    let citation = citation(actor)
    var facts = makers[actor.number] ?? StatementMaker(actor.id, citing: [citation])
    if let organisation = actor.organisation {
      facts.state("type", "Type", .text(organisation.words), citing: [citation])
    }
    if !actor.location.isEmpty {
      facts.state("location", "Active in", .text(actor.location), citing: [citation])
    }
    for fact in actor.facts {
      facts.state(
        Property(CamelCase.key(fact.column)), fact.label, .text(fact.value), citing: [citation])
    }
    facts.state("id-in-file", "UCDP actor id", .text(String(actor.number)), citing: [citation])
    if !actor.version.isEmpty {
      facts.state("version", "Version of the dataset", .text(actor.version), citing: [citation])
    }
    makers[actor.number] = facts
  }

  /// `ucdp-5928-splinter-ucdp-356`; an actor that the list has not is given by its name.
  private mutating func relate(_ actor: UCDPActors.Actor, _ link: UCDPActors.Link) {
    let other = UCDPActors.id(link.number)
    let bond = CamelCase.key(link.bond.rawValue)
    let id = RecordID("\(actor.id)-\(bond)-\(other)")
    if let place = known[id] {
      return relations[place].statements[0].citations.append(citation(actor))
    }
    let end: Reference =
      groups[link.number] != nil
      ? .record(other) : .words("\(link.name ?? "UCDP actor") (UCDP actor \(link.number))")
    var facts = StatementMaker(id, citing: [citation(actor)])
    facts.state(
      .relation, link.bond.kind.forward, .reference(end), note: link.bond.note)
    known[id] = relations.count
    relations.append(
      Relation(
        id: id, kind: link.bond.kind, from: .record(actor.id), to: end,
        statements: facts.statements))
  }

  private func citation(_ actor: UCDPActors.Actor) -> Citation {
    Citation(PassageID(source: dataset, number: ParagraphNumber(actor.line)))
  }
}
