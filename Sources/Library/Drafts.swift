import Casebook
import Model
import Query
import Text

/// A document as it will stand in the index and in the lists.
struct Draft {
  var row: ListRow
  /// What its words are searched in.
  var texts: [String]
  /// The records it concerns, by which it is filtered and scoped.
  var concerns: Set<RecordID>
  /// Words of a vocabulary by which `kind:` finds it.
  var kinds: [String]
  var days: DayRange?
  /// The days certainly covered, and the possible ones where a date is approximate.
  var sure: DayRange?
  var wide: DayRange?
  /// Where it stands on a map, and the place whose point that is.
  var location: (location: Location, at: RecordID)?
  /// What it rests on: by statements, or as a passage or a work itself.
  var support = Support()
  /// The numbers that figures allow, by what was counted; absent where no source gives one.
  var figures: [FigureFilter.Measure: ClosedRange<Int32>] = [:]
}

/// What facts rest on, and how their sources put them.
struct Support {
  /// Passages, their sources, and the works that they name.
  var cites: Set<String> = []
  /// The held sources among them, and those that tell of it by naming it.
  var held: Set<RecordID> = []
  var bases: Set<Basis> = []

  init(_ statements: [Statement] = []) {
    for statement in statements {
      bases.insert(statement.basis)
      add(statement.citations)
    }
  }

  mutating func add(_ citations: [Citation]) {
    for citation in citations {
      cites.formUnion([citation.passage.description, citation.passage.source.rawValue])
      cites.formUnion(citation.via.map(\.rawValue))
      held.insert(citation.passage.source)
    }
  }
}

/// Makes the documents of every kind, in display order.
struct Drafting {
  let catalogue: Catalogue
  private var eventCounts: [RecordID: Int] = [:]
  /// The themes whose members have an event as their record, by event.
  private var themes: [RecordID: Set<RecordID>] = [:]

  /// - Throws: `CancellationError` where nobody wants it any longer, as all that makes drafts.
  init(_ catalogue: Catalogue) throws {
    self.catalogue = catalogue
    for case .event(let event) in catalogue.contents.records {
      try LongWork.step()
      for id in catalogue.concerned(by: .event(event)) { eventCounts[id, default: 0] += 1 }
    }
    for case .theme(let theme) in catalogue.contents.records {
      let events = Set(theme.members.compactMap(\.link)).filter {
        catalogue.records[$0]?.kind == .event
      }
      eventCounts[theme.id] = events.count
      for event in events { themes[event, default: []].insert(theme.id) }
    }
  }

  func drafts(of kind: RecordKind) throws -> [Draft] {
    switch kind {
    case .statement: try catalogue.statements.map(draft(of:))
    case .passage: try passages
    case .event: try events.sorted(by: earlier)
    case .group, .person, .place:
      try records(kind).sorted {
        ($1.row.events, Folding.fold($0.row.title)) < ($0.row.events, Folding.fold($1.row.title))
      }
    case .source:
      try records(kind).sorted {
        (Self.rank($0), $0.row.date?.earliest ?? .distantFuture, $0.row.title)
          < (Self.rank($1), $1.row.date?.earliest ?? .distantFuture, $1.row.title)
      }
    case .relation, .theme: try records(kind)
    // Attached copies have a library of their own.
    case .text: []
    }
  }

  /// Held sources stand before the works they cite.
  private static func rank(_ draft: Draft) -> Int { draft.kinds.contains("held") ? 0 : 1 }

  /// The order of events: earliest possible day, then latest, then title; undated last.
  private func earlier(_ one: Draft, _ other: Draft) -> Bool {
    let undated = DayRange(first: .distantFuture, last: .distantFuture)
    let (a, b) = (one.days ?? undated, other.days ?? undated)
    return (a.first, a.last, one.row.title) < (b.first, b.last, other.row.title)
  }

  /// An event concerns the themes of which it is a member, so that their lists hold it; it is not found by
  /// their titles.
  private var events: [Draft] {
    get throws {
      try records(.event).map { draft in
        guard case .record(let id) = draft.row.target, let themes = themes[id] else { return draft }
        var draft = draft
        draft.concerns.formUnion(themes)
        return draft
      }
    }
  }

  private func records(_ kind: RecordKind) throws -> [Draft] {
    try catalogue.contents.records.filter { $0.kind == kind }.map(draft(of:))
  }

  private func draft(of record: Record) throws -> Draft {
    try LongWork.step()
    let concerns = catalogue.concerned(by: record)
    var row = ListRow(
      target: .record(record.id), kind: record.kind, title: catalogue.name(of: record.id),
      events: eventCounts[record.id] ?? 0, facts: record.statements.count)
    var kinds = [record.kind.rawValue]
    var days: DayRange?
    var texts = [row.title] + record.statements.flatMap(texts(of:))
    switch record {
    case .group, .person:
      row.detail = firstText(record.statements, ["type", "office", "biography", "affiliation"])
    case .place(let place):
      row.detail = place.type.label
      row.place = place.within.map(catalogue.name(of:)) ?? ""
      kinds.append(place.type.key)
    case .event(let event):
      row.date = event.dates.first
      row.detail = event.kind.label
      row.place = firstPlace(event)
      row.figures = event.casualtiesInShort
      kinds += [event.kind.key, event.kind.label]
      days = event.span
      texts.append(event.kind.label)
    case .relation(let relation):
      row.date = relation.date
      row.detail = relation.kind.rawValue
      kinds.append(relation.kind.rawValue)
      days = relation.date?.span
    case .theme(let theme):
      row.detail = theme.kind.label
      kinds += [theme.kind.key, theme.kind.label]
    case .source(let source):
      row.title = source.name
      row.date = source.date
      row.place = source.publisher ?? source.series ?? ""
      row.detail = source.isHeld ? "held, coded" : "cited \(source.type)"
      row.facts = catalogue.statementsBySource[source.id]?.count ?? 0
      kinds += [source.type, source.isHeld ? "held" : "cited"]
      days = source.date?.span
      texts += [source.name, source.id.rawValue] + source.authors
      texts += [source.series, source.issue, source.note].compactMap(\.self)
    }
    if record.kind != .source {
      texts += catalogue.namesAndAliases(of: concerns.filter { !isSource($0) && $0 != record.id })
    }
    texts += record.aliases.map(\.text)
    var draft = Draft(row: row, texts: texts, concerns: concerns, kinds: kinds, days: days)
    draft.support = Support(record.statements)
    draft.support.held.formUnion(catalogue.tellers[record.id] ?? [])
    switch record {
    case .event(let event):
      draft.figures = Self.figures(of: event)
      draft.sure = event.sureDays
      draft.wide = event.widenedSpan
      draft.location = catalogue.location(of: event)
    case .place(let place): draft.location = catalogue.location(of: place.id)
    case .relation(let relation): draft.wide = relation.date?.widened
    case .source(let source):
      draft.support.add(source.citations)
      draft.support.cites.insert(source.id.rawValue)
      if source.isHeld { draft.support.held.insert(source.id) }
      draft.wide = source.date?.widened
    default: break
    }
    return draft
  }

  private func isSource(_ id: RecordID) -> Bool { catalogue.records[id]?.kind == .source }

  private func draft(of statement: Statement) throws -> Draft {
    try LongWork.step()
    let subject = catalogue.records[statement.subject]
    var concerns = catalogue.references(of: statement).union([statement.subject])
    var days = statement.asOf?.span
    if case .event(let event)? = subject {
      concerns.formUnion(
        catalogue.concerned(by: .event(event)).filter { !isSource($0) })
      days = days ?? event.span
    }
    let row = ListRow(
      target: .record(statement.id), kind: .statement,
      title: statement.value.words(catalogue.name(of:)), date: statement.asOf,
      place: catalogue.name(of: statement.subject), detail: statement.label,
      facts: statement.citations.count)
    let names = catalogue.namesAndAliases(
      of: Set(statement.references + [statement.subject]).filter { !isSource($0) })
    var draft = Draft(
      row: row, texts: texts(of: statement) + names, concerns: concerns,
      kinds: ["statement", statement.property.rawValue, statement.basis.rawValue], days: days)
    draft.support = Support([statement])
    return draft
  }

  private var passages: [Draft] {
    get throws {
      let order = catalogue.contents.records.filter { $0.kind == .source }.map(\.id)
      let place = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
      return try catalogue.contents.passages.sorted {
        (place[$0.id.source] ?? 0, $0.id.number) < (place[$1.id.source] ?? 0, $1.id.number)
      }.map { passage in
        try LongWork.step()
        let facts = catalogue.statementsByPassage[passage.id] ?? []
        let concerns = facts.reduce(into: Set([passage.id.source])) { all, fact in
          all.formUnion(fact.references)
          all.insert(fact.subject)
          for citation in fact.citations where citation.passage == passage.id {
            all.formUnion(citation.via)
          }
        }
        let row = ListRow(
          target: .passage(passage.id), kind: .passage, title: passage.digest,
          place: catalogue.name(of: passage.id.source), detail: passage.kind.rawValue,
          facts: facts.count)
        let entities = concerns.filter {
          [.group, .person, .place].contains(catalogue.records[$0]?.kind)
        }
        var draft = Draft(
          row: row, texts: [passage.digest] + catalogue.namesAndAliases(of: entities),
          concerns: concerns, kinds: ["passage", passage.kind.rawValue], days: nil)
        draft.support.bases = Set(facts.map(\.basis))
        draft.support.add([Citation(passage.id)])
        draft.support.cites.formUnion(
          facts.flatMap(\.citations).filter { $0.passage == passage.id }.flatMap(\.via)
            .map(\.rawValue))
        return draft
      }
    }
  }

  private func texts(of statement: Statement) -> [String] {
    var texts = [statement.value.words(catalogue.name(of:))]
    if statement.property == .member { texts.append(statement.label) }
    texts += [statement.note].compactMap(\.self)
    texts += [statement.by, statement.through].compactMap { $0.map(catalogue.name(of:)) }
    return texts
  }

  private func firstText(_ statements: [Statement], _ properties: [String]) -> String {
    for property in properties {
      for statement in statements where statement.property.rawValue == property {
        if case .text(let text) = statement.value { return text }
      }
    }
    return ""
  }

  /// From the least to the most that any of an event's figures allows; `about` counts as its number.
  private static func figures(of event: Event) -> [FigureFilter.Measure: ClosedRange<Int32>] {
    var found: [FigureFilter.Measure: ClosedRange<Int32>] = [:]
    for (measure, property) in [
      (FigureFilter.Measure.killed, Property.killed), (.wounded, .wounded),
    ] {
      for figure in event.figures(property) {
        let range = figure.range
        found[measure] =
          found[measure].map {
            min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound)
          } ?? range
      }
    }
    return found
  }

  private func firstPlace(_ event: Event) -> String {
    event.statements.of(.place).first.map { $0.value.words(catalogue.name(of:)) } ?? ""
  }
}
