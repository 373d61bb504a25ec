import GRDB
import Model
import Query
import SearchIndex

/// What several collections know of one and the same record.
extension Collections {
  /// A query whose names are looked up in all collections together: what a name means is what the best tier
  /// of names has in any of them, so that an alias which one collection knows finds events of another.
  /// Of a list of some kind, the records with a part in events are looked for in the events of all too.
  func resolved(
    _ expression: QueryExpression, listing kind: RecordKind? = nil
  ) throws(StoreProblem) -> QueryExpression {
    switch expression {
    case .field(let field, let value)
    where [.group, .person, .place, .source].contains(field):
      return try meaning(field, value) ?? expression
    case .name(let name):
      var found: [QueryExpression] = []
      for field in [QueryExpression.Field.group, .person, .place] {
        if let some = try meaning(field, "=" + name) { found.append(some) }
      }
      return found.isEmpty ? expression : .any(found)
    case .inEvents(let events):
      let events = try resolved(events)
      guard let kind else { return .inEvents(events) }
      return .these(
        try counts(of: kind, in: events).keys.map { RecordID($0) },
        words: QueryExpression.inEvents(events).description)
    case .not(let inner): return .not(try resolved(inner, listing: kind))
    case .all(let parts):
      return .all(
        try parts.map { (part) throws(StoreProblem) in try resolved(part, listing: kind) })
    case .any(let parts):
      return .any(
        try parts.map { (part) throws(StoreProblem) in try resolved(part, listing: kind) })
    default: return expression
    }
  }

  func resolved(_ request: RowRequest) throws(StoreProblem) -> RowRequest {
    var request = request
    request.expression = try resolved(request.expression, listing: request.kind)
    return request
  }

  private func meaning(
    _ field: QueryExpression.Field, _ value: String
  ) throws(StoreProblem) -> QueryExpression? {
    var found: [(rule: NameRule, ids: [String])] = []
    for store in stores {
      if let some = try store.read({ try $0.meaning(field, value) }) { found.append(some) }
    }
    guard let best = found.map(\.rule).min() else { return nil }
    var ids: [String] = []
    for some in found where some.rule == best || some.rule <= .folded {
      ids += some.ids.filter { !ids.contains($0) }
    }
    return .records(field, ids, typed: value)
  }

  /// A record with what every collection knows of it.
  func merged(_ id: RecordID) throws(StoreProblem) -> Dossier {
    var merged: Dossier?
    for store in stores {
      do {
        guard case .dossier(let dossier) = try store.answerNow(.dossier(id)) else { continue }
        merged = merged?.adding(dossier) ?? dossier
        if [.event, .relation, .theme].contains(dossier.record.kind) { break }
      } catch .noSuchRecord {
        continue
      }
    }
    guard let merged else { throw .noSuchRecord(id.rawValue) }
    return merged
  }

  /// Events that concern a record, over all collections that have it; where a list is narrowed to some
  /// events, also those of them.
  func countEvents(
    of window: inout ListWindow, narrowedBy events: QueryExpression?
  ) throws(StoreProblem) {
    if let events {
      window.take(eventsLeft: try counts(of: window.kind, in: resolved(events)))
    }
    guard [.group, .person, .place, .source].contains(window.kind) else { return }
    var counts: [RecordID: Int] = [:]
    let ids = window.rows.compactMap { row -> RecordID? in
      if case .record(let id) = row.target { id } else { nil }
    }
    for store in stores {
      let some = try store.read { try $0.events(of: ids) }
      counts.merge(some, uniquingKeysWith: +)
    }
    for index in window.rows.indices {
      if case .record(let id) = window.rows[index].target, let count = counts[id] {
        window.rows[index].events = count
      }
    }
  }
}

extension Dossier {
  /// The same record with what another collection knows of it beside.
  fileprivate func adding(_ other: Dossier) -> Dossier {
    var all = self
    all.record = record.adding(other.record)
    all.relations += other.relations.filter { relation in
      !relations.contains { $0.id == relation.id }
    }
    all.mentions += other.mentions
    all.names.merge(other.names) { known, _ in known }
    return all
  }
}

extension Record {
  /// The same group, person or place with another collection's names and facts of it; any other as it is.
  fileprivate func adding(_ other: Record) -> Record {
    switch (self, other) {
    case (.group(var one), .group(let two)):
      one.aliases = one.aliases.adding(two.aliases, called: two.name, besides: one.name)
      one.statements += two.statements
      return .group(one)
    case (.person(var one), .person(let two)):
      one.aliases = one.aliases.adding(two.aliases, called: two.name, besides: one.name)
      one.statements += two.statements
      return .person(one)
    case (.place(var one), .place(let two)):
      one.aliases = one.aliases.adding(two.aliases, called: two.name, besides: one.name)
      one.statements += two.statements
      one.within = one.within ?? two.within
      return .place(one)
    default: return self
    }
  }
}

extension [Alias] {
  /// With others that are not there yet, and the name by which another collection calls it.
  fileprivate func adding(_ others: [Alias], called name: String, besides own: String) -> [Alias] {
    var all = self
    for alias in [Alias(text: name)] + others
    where alias.text != own && !all.contains(where: { $0.text == alias.text }) {
      all.append(alias)
    }
    return all
  }
}

extension Answering {
  /// How many events concern records, of those that are here.
  fileprivate func events(of ids: [RecordID]) throws -> [RecordID: Int] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT record.id, listing.events FROM record
          JOIN listing ON listing.document = record.document
          WHERE record.id IN (SELECT value FROM json_each(?))
          """), arguments: [RecordReading.list(ids)])
    return Dictionary(
      rows.map { (RecordID($0["id"]), $0["events"]) }, uniquingKeysWith: { one, _ in one })
  }
}
