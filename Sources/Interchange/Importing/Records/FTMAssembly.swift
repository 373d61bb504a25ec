import Model

/// Makes records of all entities of a file, once every link's ends are known.
struct FTMAssembly {
  private(set) var records: [Record] = []
  private(set) var problems: [ImportProblem] = []
  private let graph: FTMGraph
  private let file: String
  private let dataset: RecordID
  private var maker: RecordIDMaker
  private var sources = FTMSources()
  /// What is made once and shared by all statements, of which a line may cause ten thousand.
  private var cited: [Int: [Citation]] = [:]
  private var words: [Int: String] = [:]

  init(_ entities: [FTMEntity], places: [String: Int], file: String, dataset: RecordID) {
    self.file = file
    self.dataset = dataset
    maker = RecordIDMaker(reserved: [dataset])
    graph = FTMGraph(entities, places: places, &maker)
  }

  mutating func assemble() {
    for (place, entity) in graph.entities.enumerated() {
      if let id = graph.ids[place], let kind = entity.schema.record {
        add(place, entity, id: id, kind: kind)
      } else if let link = entity.schema.link, let kind = graph.relation(entity, link) {
        relate(place, entity, link, kind)
      }
    }
    records += sources.records.map(Record.source)
    for entity in graph.wide {
      problems.append(
        ImportProblem(
          file: file, line: entity.line, field: "schema", value: entity.schema.name,
          reason: "is a link of too many at once",
          remedy: "Write a link for each two of its ends, or for ten thousand of them at most."))
    }
    for entity in graph.untold {
      problems.append(
        ImportProblem(
          file: file, line: entity.line, field: "schema", value: entity.schema.name,
          reason: "is of nobody that the file tells of",
          remedy: "Import it together with the group, person or event that it belongs to."))
    }
  }

  /// One relation for each two ends.
  private mutating func relate(
    _ place: Int, _ entity: FTMEntity, _ link: FTMLink, _ kind: Relation.Kind
  ) {
    let date = FTMProperty.interval(entity)
    let leaving = Set([link.from, link.to ?? ""] + (date == nil ? [] : FTMProperty.ofIntervals))
    for from in graph.recorded(entity[link.from]) {
      for to in graph.recorded(entity[link.to ?? ""]) {
        let id = maker.id(own: entity.id, or: ["\(from)", kind.rawValue, "\(to)"])
        var facts = StatementMaker(id, citing: citations(place, entity))
        facts.state(.relation, kind.forward, .reference(.record(to)), asOf: date)
        stateProperties(of: entity, leaving: leaving.union(FTMNames.elsewhere), &facts)
        facts.state("schema", "Schema", .text(entity.schema.name))
        facts.state("id-in-file", "Id in the file", .text(entity.id))
        records.append(
          .relation(
            Relation(
              id: id, kind: kind, from: .record(from), to: .record(to), date: date,
              statements: facts.statements)))
      }
    }
  }

  private mutating func add(_ place: Int, _ entity: FTMEntity, id: RecordID, kind: RecordKind) {
    let name = entity.name ?? entity.id
    if kind == .source {
      let source = FTMSources.source(
        entity, id: id, citing: line(entity), name: { graph.name($0) })
      return records.append(.source(source))
    }
    var facts = StatementMaker(id, citing: citations(place, entity))
    var leaving = FTMNames.elsewhere
    if kind == .event {
      stateEvent(entity, &facts)
      leaving.formUnion(FTMProperty.ofIntervals + ["location", "address", "involved", "organizer"])
    }
    stateProperties(of: entity, leaving: leaving, &facts)
    for link in graph.links[place] ?? [] { stateLink(link, seenFrom: place, &facts) }
    for mention in graph.mentions[place] ?? [] { stateMention(mention, &facts) }
    facts.state("schema", "Schema", .text(entity.schema.name))
    facts.state("id-in-file", "Id in the file", .text(entity.id))
    let statements = facts.statements
    let aliases = FTMNames.aliases(of: entity, in: dataset)
    switch kind {
    case .person:
      records.append(
        .person(Person(id: id, name: name, aliases: aliases, statements: statements)))
    case .event:
      let kind = Term(key: CamelCase.key(entity.schema.name), label: entity.schema.label)
      records.append(.event(Event(id: id, title: name, kind: kind, statements: statements)))
    default:
      records.append(.group(Group(id: id, name: name, aliases: aliases, statements: statements)))
    }
  }

  /// Date, place and participants (schema Event), and the names that an event's title leaves.
  private func stateEvent(_ entity: FTMEntity, _ facts: inout StatementMaker) {
    if let interval = FTMProperty.interval(entity) {
      facts.state(.date, "Date", .date(interval))
    } else {
      for name in FTMProperty.ofIntervals {
        for value in entity[name] {
          facts.state(
            .date, CamelCase.label(name), FTMProperty.date(value).map { .date($0) } ?? .text(value))
        }
      }
    }
    for value in entity["location"] + entity["address"] {
      facts.state(.place, "Place", .reference(.words(value)))
    }
    for (name, label) in [("involved", "Participant"), ("organizer", "Organizer")] {
      for value in entity[name] {
        facts.state(Property(.participant), label, .reference(graph.reference(value)))
      }
    }
    for (name, _) in FTMNames.kinds where name != "weakAlias" {
      for value in entity[name] where value != entity.name {
        facts.state(Property(CamelCase.key(name)), CamelCase.label(name), .text(value))
      }
    }
  }

  /// Every property that has no place of its own: dates as dates, other entities by what they are.
  private func stateProperties(
    of entity: FTMEntity, leaving: Set<String>, _ facts: inout StatementMaker
  ) {
    for (name, values) in entity.properties where !leaving.contains(name) {
      for value in values where name != "proof" || !graph.isRecord(value) {
        facts.state(Property(CamelCase.key(name)), CamelCase.label(name), stated(value, of: name))
      }
    }
  }

  private func stated(_ value: String, of name: String) -> Statement.Value {
    if FTMProperty.dates.contains(name), let date = FTMProperty.date(value) { return .date(date) }
    if FTMProperty.entities.contains(name) { return .reference(graph.reference(value)) }
    return .text(value)
  }

  /// What a link says of the entity at one of its ends, in the link's own words.
  private mutating func stateLink(_ link: Int, seenFrom: Int, _ facts: inout StatementMaker) {
    let entity = graph.entities[link]
    let citing = citations(link, entity)
    let property = Property(CamelCase.key(entity.schema.name))
    let asOf = FTMProperty.interval(entity)
    let rest = words[link] ?? self.rest(of: entity, dated: asOf != nil)
    words[link] = rest
    let own = "id in the file: \(entity.id)"
    guard let shape = entity.schema.link, let to = shape.to else {
      return facts.state(
        property, entity.schema.link?.words ?? "Documentation",
        .text(rest.isEmpty ? entity.name ?? entity.id : rest), asOf: asOf, note: own,
        citing: citing)
    }
    let role = (entity["role"] + entity["relationship"]).joined(separator: ", ")
    let isForward = graph.isOne(of: entity[shape.from], seenFrom)
    let label = shape.words + (isForward ? "" : " (the other way)")
    let note = rest.isEmpty ? own : "\(rest); \(own)"
    let others = entity[isForward ? to : shape.from].map {
      Statement.Value.reference(graph.reference($0))
    }
    for other in others.isEmpty ? [.text("not said")] : others {
      facts.state(
        property, role.isEmpty ? label : "\(label): \(role)", other, asOf: asOf,
        note: note, citing: citing)
    }
  }

  /// What a link says beside its ends, its role, its dates and its sources.
  private func rest(of entity: FTMEntity, dated: Bool) -> String {
    let ends = entity.schema.link.map { [$0.from, $0.to].compactMap(\.self) }
    var leaving = Set(ends ?? ["document", "entity"]).union(["sourceUrl", "publisher"])
    if dated { leaving.formUnion(FTMProperty.ofIntervals) }
    if entity.schema.link?.to != nil { leaving.formUnion(["role", "relationship"]) }
    return FTMWords.all(of: entity, leaving: leaving) { graph.name($0) }
  }

  /// The name by which a document calls it (schema Mention).
  private func stateMention(_ mention: Int, _ facts: inout StatementMaker) {
    let entity = graph.entities[mention]
    let rest = FTMWords.all(of: entity, leaving: ["name", "resolved"]) { graph.name($0) }
    let via = graph.recorded(entity["document"])
    facts.state(
      "mention", "Mentioned as", .text(entity["name"].joined(separator: ", ")),
      note: [rest, "id in the file: \(entity.id)"].filter { !$0.isEmpty }.joined(separator: "; "),
      citing: [Citation(line(entity), via: via)])
  }

  private func line(_ entity: FTMEntity) -> PassageID {
    PassageID(source: dataset, number: ParagraphNumber(entity.line))
  }

  /// The entity's line, by way of its proof, its documents and its addresses on the web.
  private mutating func citations(_ place: Int, _ entity: FTMEntity) -> [Citation] {
    if let known = cited[place] { return known }
    let proof = graph.recorded(entity["proof"]) + (graph.documents[place] ?? [])
    let works = sources.cited(by: entity, at: line(entity), &maker)
    var seen: Set<RecordID> = []
    let via = (proof + works).filter { seen.insert($0).inserted }
    cited[place] = [Citation(line(entity), via: via)]
    return [Citation(line(entity), via: via)]
  }
}
