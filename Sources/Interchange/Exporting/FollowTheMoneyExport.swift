import Model
import Query

/// Records as entities of FollowTheMoney 4 (`followthemoney` of PyPI), one JSON object a line.
///
/// Groups are Organizations, people Persons, places Addresses, events Events, works Articles or
/// Documents, relations and roles links between them. Ids are the records' own, a statement's with a
/// point for the stroke. What an entity points to is written before it, once, whether the query finds
/// it or not, so that no link hangs. Figures, rival values, who says so and the passages become notes:
/// the format has no place for them.
struct FollowTheMoneyExport: ExportWriter {
  /// What has been written, and what it is.
  private var written: [RecordID: RecordKind] = [:]

  init() {}

  func begin(_ provenance: Provenance) -> String { "" }
  func end(_ provenance: Provenance) -> String { "" }

  mutating func piece(for item: ExportItem, from library: ExportLibrary) throws -> String {
    guard case .record(let dossier) = item.content else { return "" }
    if case .relation(let relation) = dossier.record {
      return try link(relation, dossier, library)
    }
    return try entity(dossier, library)
  }

  private mutating func entity(_ dossier: Dossier, _ library: ExportLibrary) throws -> String {
    guard written.updateValue(dossier.record.kind, forKey: dossier.record.id) == nil else {
      return ""
    }
    let notes = FollowTheMoneyNotes(dossier)
    switch dossier.record {
    case .group(let group):
      return line(
        group.id.rawValue, "Organization",
        Self.named(group.name, group.aliases).merging(notes.properties) { $0 + $1 })
    case .person(let person):
      return line(
        person.id.rawValue, "Person",
        Self.named(person.name, person.aliases).merging(notes.properties) { $0 + $1 })
    case .place(let place):
      var properties = Self.named(place.name, place.aliases)
      properties["full"] = [place.name]
      properties["keywords"] = [place.type.label]
      return line(
        place.id.rawValue, "Address", properties.merging(notes.properties) { $0 + $1 })
    case .source(let source): return work(source)
    case .event(let event): return try self.event(event, dossier, notes, library)
    case .relation, .theme: return ""
    }
  }

  /// A record that another points to, if it is there and has not been written.
  private mutating func pointed(to id: RecordID, _ library: ExportLibrary) throws -> String {
    guard written[id] == nil, let dossier = try library.dossierIfThere(id) else { return "" }
    return try entity(dossier, library)
  }

  /// Whether what was written is a LegalEntity there, which alone may take part and be a member.
  private func isActor(_ id: RecordID) -> Bool {
    written[id] == .group || written[id] == .person
  }

  private static func named(_ name: String, _ aliases: [Alias]) -> [String: [String]] {
    var names = ["name": [name]]
    for alias in aliases where alias.text != name {
      let property =
        switch alias.kind {
        case .former: "previousName"
        case .abbreviation, .misprint: "weakAlias"
        case .name, .spelling: "alias"
        }
      names[property, default: []].append(alias.text)
    }
    return names
  }

  private mutating func event(
    _ event: Event, _ dossier: Dossier, _ notes: FollowTheMoneyNotes, _ library: ExportLibrary
  ) throws -> String {
    var text = try works(of: dossier.citations, library)
    var properties = ["name": [event.title], "keywords": [event.kind.label]]
    properties.merge(notes.properties) { $0 + $1 }
    for date in event.dates {
      // Rivals stand side by side: every property may have several values.
      properties.merge(Self.dates(date)) { all, new in all + new.filter { !all.contains($0) } }
    }
    properties["proof"] = proof(dossier.citations)
    properties["recordId"] = dossier.row.map { [$0.key] }
    properties["publisher"] = dossier.row.map { [$0.dataset] }
    for place in event.statements.of(.place) {
      properties["location", default: []].append(dossier.words(place))
      if let id = place.references.first {
        text += try pointed(to: id, library)
        if written[id] == .place {
          properties["addressEntity", default: []].append(id.rawValue)
        }
      }
    }
    var links = ""
    for statement in event.participants {
      guard case .reference(.record(let id)) = statement.value, let role = statement.property.role
      else { continue }
      text += try pointed(to: id, library)
      guard written[id] != nil else { continue }
      if role.isPartOfEvent, statement.basis.isAffirmed, isActor(id) {
        properties["involved", default: []].append(id.rawValue)
      }
      var link = [
        "subject": [id.rawValue], "object": [event.id.rawValue], "role": [role.rawValue],
      ]
      link.merge(particulars(of: statement, dossier)) { $1 }
      links += line(Self.id(statement.id), "UnknownLink", link)
    }
    return text + line(event.id.rawValue, "Event", properties) + links
  }

  private mutating func link(
    _ relation: Relation, _ dossier: Dossier, _ library: ExportLibrary
  ) throws -> String {
    guard let from = relation.from.record, let to = relation.to.record,
      let edge = relation.statements.first,
      written.updateValue(.relation, forKey: relation.id) == nil
    else { return "" }
    var text = try works(of: edge.citations, library)
    text += try pointed(to: from, library) + pointed(to: to, library)
    guard written[from] != nil, written[to] != nil else { return text }
    let isMembership =
      [.membership, .leadership].contains(relation.kind) && edge.basis.isAffirmed
      && isActor(from) && written[to] == .group
    var properties = ["role": [relation.kind.rawValue]]
    properties[isMembership ? "member" : "subject"] = [from.rawValue]
    properties[isMembership ? "organization" : "object"] = [to.rawValue]
    properties.merge(Self.dates(relation.date)) { $1 }
    properties.merge(particulars(of: edge, dossier)) { $1 }
    return text
      + line(relation.id.rawValue, isMembership ? "Membership" : "UnknownLink", properties)
  }

  private func particulars(of statement: Statement, _ dossier: Dossier) -> [String: [String]] {
    [
      "status": [statement.basis.rawValue], "proof": proof(statement.citations),
      "summary": [FollowTheMoneyNotes(dossier).note(statement)],
    ]
  }

  private mutating func works(of citations: [Citation], _ library: ExportLibrary) throws -> String {
    var text = ""
    for id in citations.flatMap({ [$0.passage.source] + $0.via }) {
      text += try pointed(to: id, library)
    }
    return text
  }

  /// The works that were written among those of some citations, each once.
  private func proof(_ citations: [Citation]) -> [String] {
    var works: [String] = []
    for id in citations.flatMap({ [$0.passage.source] + $0.via })
    where written[id] == .source && !works.contains(id.rawValue) {
      works.append(id.rawValue)
    }
    return works
  }

  private func work(_ source: Source) -> String {
    let languages = ["en": "eng", "ar": "ara", "ur": "urd", "ps": "pus", "fa": "fas", "prs": "prs"]
    let schema =
      switch source.type {
      case "video", "broadcast": "Video"
      case "audio": "Audio"
      default: "Article"
      }
    let properties: [String: [String]] = [
      "name": [source.name], "title": source.title.map { [$0] } ?? [], "author": source.authors,
      "publisher": source.publisher.map { [$0] } ?? [],
      "sourceUrl": source.address.map { [$0] } ?? [],
      "language": (source.language.flatMap { languages[$0] }).map { [$0] } ?? [],
      "publishedAt": source.date.flatMap(Self.common).map { [$0] } ?? [],
      "notes": source.remarks.map { [$0] } ?? [],
    ]
    return line(source.id.rawValue, schema, properties)
  }

  /// As the format takes it, which knows the years 1000 to 2999 (`prefixdate` of PyPI) and no doubt;
  /// other dates stand in the notes alone.
  private static func citable(_ date: ExtendedDate?) -> CitableDate? {
    guard let date, !date.isApproximate, !date.isUncertain, let citable = CitableDate(date),
      [citable.start, citable.end ?? citable.start].allSatisfy({ (1000...2999).contains($0[0]) })
    else { return nil }
    return citable
  }

  /// `date` for a day, month or year, `startDate` and `endDate` for an interval; nothing more exact than
  /// the date is.
  private static func dates(_ date: ExtendedDate?) -> [String: [String]] {
    guard let date, let citable = citable(date) else { return [:] }
    let start = CitableDate.hyphened(citable.start)
    guard let end = citable.end else {
      if date.earliest == .distantPast { return ["endDate": [start]] }
      return [date.latest == .distantFuture ? "startDate" : "date": [start]]
    }
    return ["startDate": [start], "endDate": [CitableDate.hyphened(end)]]
  }

  /// What both ends of a date have in common: of `2016-12-05/2016-12-31`, `2016-12`.
  private static func common(_ date: ExtendedDate) -> String? {
    guard let citable = citable(date) else { return nil }
    let end = citable.end ?? citable.start
    let common = zip(citable.start, end).prefix { $0 == $1 }.map(\.0)
    return common.isEmpty ? nil : CitableDate.hyphened(common)
  }

  /// As FollowTheMoney takes ids: letters, digits, points and hyphens.
  private static func id(_ statement: RecordID) -> String {
    statement.rawValue.split(separator: "/").joined(separator: ".")
  }

  private func line(_ id: String, _ schema: String, _ properties: [String: [String]]) -> String {
    let filled = properties.filter { !$0.value.isEmpty }
    return JSONValue.object([
      "id": .string(id), "schema": .string(schema),
      "properties": .object(filled.mapValues { .array($0.map(JSONValue.string)) }),
    ]).line + "\n"
  }
}

/// Statements as notes, for what the format has no property for.
private struct FollowTheMoneyNotes {
  private let dossier: Dossier

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// One note a statement that no property of an entity says whole.
  var properties: [String: [String]] {
    let statements = dossier.record.statements
    return statements.isEmpty ? [:] : ["notes": statements.map(note)]
  }

  /// `Killed: more than 70; said by the police [roul-2016#12]`
  func note(_ statement: Statement) -> String {
    let value =
      statement.property == .relation ? dossier.relationWords : dossier.words(statement)
    var text = "\(statement.label): \(value)"
    if statement.basis != .stated { text += "; \(statement.basis.rawValue)" }
    if let by = statement.by { text += "; by \(dossier.name(of: by))" }
    if let through = statement.through { text += "; through \(dossier.name(of: through))" }
    if let asOf = statement.asOf { text += "; as of \(asOf)" }
    if let note = statement.note { text += "; \(note)" }
    let cited = statement.citations.map(\.description).joined(separator: ", ")
    return cited.isEmpty ? text : "\(text) [\(cited)]"
  }
}

extension Role {
  /// Whether who has it took part in the event itself: to claim it, or be named for it, is not that.
  fileprivate var isPartOfEvent: Bool {
    switch self {
    case .perpetrator, .target, .victim, .pledger, .recipient, .appointee, .appointer,
      .participant:
      true
    case .claimant, .attributed, .denier, .speaker, .addressee, .publisher: false
    }
  }
}

extension Basis {
  /// Whether a source puts it as something that is so.
  fileprivate var isAffirmed: Bool {
    switch self {
    case .stated, .reported, .inferred: true
    case .alleged, .denied, .hypothetical: false
    }
  }
}
