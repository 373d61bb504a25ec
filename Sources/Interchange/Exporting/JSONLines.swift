public import Model

/// Records as JSON objects; `FIELDS.md` beside this module says what each field holds.
public struct JSONLines {
  /// What a record is called, by its id; nil where it is not known.
  private let name: (RecordID) -> String?

  /// Takes the parts as they are.
  public init(name: @escaping (RecordID) -> String?) { self.name = name }

  /// The record as a JSON object with the fields that `FIELDS.md` documents.
  public func object(_ record: Record) -> JSONValue {
    switch record {
    case .event(let event): object(event)
    case .group(let group): named(record, group.name)
    case .person(let person): named(record, person.name)
    case .place(let place):
      named(record, place.name).merging([
        "type": .string(place.type.key),
        "within": place.within.map { reference(.record($0)) } ?? .null,
      ])
    case .relation(let relation): object(relation)
    case .theme(let theme): object(theme)
    case .source(let source): object(source)
    }
  }

  private func object(_ event: Event) -> JSONValue {
    .object([
      "record": .string("event"), "id": .string(event.id.rawValue), "title": .string(event.title),
      "kind": .string(event.kind.key), "date": .optional(event.dates.first?.description),
      "earliest": day(event.span?.first), "latest": day(event.span?.last),
      "place": event.statements.of(.place).first.map(value) ?? .null,
      "dates": statements(event.statements.of(.date)),
      "places": statements(event.statements.of(.place)),
      "participants": .array(event.participants.map(participant)),
      "killed": figures(event, .killed), "wounded": figures(event, .wounded),
      "killedAndWounded": figures(event, .killedAndWounded),
      "statements": statements(event.statements.filter(isFurther)),
      "citations": citations(of: event.statements),
    ])
  }

  /// Whether a fact of an event stands in no field of its own.
  private func isFurther(_ statement: Statement) -> Bool {
    let own: [Property] = [.date, .place, .killed, .wounded, .killedAndWounded]
    return statement.property.role == nil && !own.contains(statement.property)
  }

  private func participant(_ statement: Statement) -> JSONValue {
    value(statement).merging([
      "role": .string(statement.property.rawValue), "basis": .string(statement.basis.rawValue),
      "by": statement.by.map(reference) ?? .null,
      "through": statement.through.map(reference) ?? .null, "note": .optional(statement.note),
      "citations": citations(of: [statement]),
    ])
  }

  private func figures(_ event: Event, _ property: Property) -> JSONValue {
    .array(
      event.statements.of(property).compactMap { statement in
        guard case .figure(let figure) = statement.value else { return nil }
        return .object([
          "value": .number(figure.value),
          "qualifier": .string(figure.qualifier == .exact ? "exact" : figure.qualifier.rawValue),
          "low": figure.low.map(JSONValue.number) ?? .null,
          "high": figure.high.map(JSONValue.number) ?? .null,
          "basis": .string(statement.basis.rawValue),
          "by": statement.by.map(reference) ?? .null, "note": .optional(statement.note),
          "citations": citations(of: [statement]),
        ])
      })
  }

  private func named(_ record: Record, _ name: String) -> JSONValue {
    .object([
      "record": .string(record.kind.rawValue), "id": .string(record.id.rawValue),
      "name": .string(name),
      "aliases": .array(
        record.aliases.map { alias in
          .object([
            "text": .string(alias.text), "kind": .string(alias.kind.rawValue),
            "sources": .array(alias.sources.map { .string($0.rawValue) }),
          ])
        }),
      "statements": statements(record.statements),
    ])
  }

  private func object(_ relation: Relation) -> JSONValue {
    let edge = relation.statements.first
    return .object([
      "record": .string("relation"), "id": .string(relation.id.rawValue),
      "type": .string(relation.kind.rawValue), "from": reference(relation.from),
      "to": reference(relation.to), "date": .optional(relation.date?.description),
      "earliest": day(relation.date?.earliest), "latest": day(relation.date?.latest),
      "basis": .string((edge?.basis ?? .stated).rawValue),
      "by": edge?.by.map(reference) ?? .null, "note": .optional(edge?.note),
      "statements": statements(Array(relation.statements.dropFirst())),
      "citations": citations(of: edge.map { [$0] } ?? []),
    ])
  }

  private func object(_ theme: Theme) -> JSONValue {
    .object([
      "record": .string("theme"), "id": .string(theme.id.rawValue),
      "title": .string(theme.title), "kind": .string(theme.kind.key),
      "members": statements(theme.members),
      "statements": statements(theme.statements.filter { $0.property != .member }),
    ])
  }

  private func object(_ source: Source) -> JSONValue {
    .object([
      "record": .string("source"), "id": .string(source.id.rawValue),
      "title": .optional(source.title), "authors": .array(source.authors.map(JSONValue.string)),
      "publisher": .optional(source.publisher), "series": .optional(source.series),
      "issue": .optional(source.issue), "date": .optional(source.date?.description),
      "earliest": day(source.date?.earliest), "latest": day(source.date?.latest),
      "dateNote": .optional(source.dateNote), "url": .optional(source.url),
      "type": .string(source.type), "language": .optional(source.language),
      "held": .bool(source.isHeld), "note": .optional(source.note),
      "citations": .array(source.citations.map(citation)),
    ])
  }

  /// A passage, with how many facts rest on it.
  public func object(_ passage: Passage, facts: Int) -> JSONValue {
    .object([
      "record": .string("passage"), "id": .string(passage.id.description),
      "source": .string(passage.id.source.rawValue), "number": .number(passage.id.number.rawValue),
      "kind": .string(passage.kind.rawValue), "digest": .string(passage.digest),
      "facts": .number(facts), "statesNothing": .bool(passage.statesNothing),
    ])
  }

  /// A paragraph, from 1, of the reader's own copy of a source.
  public func object(_ text: String, paragraph: Int, of source: RecordID) -> JSONValue {
    .object([
      "record": .string("text"), "source": .string(source.rawValue),
      "paragraph": .number(paragraph), "text": .string(text),
    ])
  }

  /// The record as a JSON object with the fields that `FIELDS.md` documents.
  public func object(_ statement: Statement) -> JSONValue {
    .object([
      "record": .string("statement"), "id": .string(statement.id.rawValue),
      "subject": reference(.record(statement.subject)),
      "property": .string(statement.property.rawValue), "label": .string(statement.label),
      "value": value(statement), "basis": .string(statement.basis.rawValue),
      "by": statement.by.map(reference) ?? .null,
      "through": statement.through.map(reference) ?? .null,
      "asOf": .optional(statement.asOf?.description), "note": .optional(statement.note),
      "link": statement.link.map { reference(.record($0)) } ?? .null,
      "extent": .string(statement.extent.rawValue), "rival": .optional(statement.rival),
      "citations": citations(of: [statement]),
    ])
  }

  private func statements(_ statements: [Statement]) -> JSONValue {
    .array(statements.map(object))
  }

  private func value(_ statement: Statement) -> JSONValue {
    switch statement.value {
    case .text(let text): .string(text)
    case .date(let date): .string(date.description)
    case .figure(let figure): .string(figure.description)
    case .reference(let to): reference(to)
    }
  }

  private func reference(_ reference: Reference) -> JSONValue {
    switch reference {
    case .record(let id): .object(["id": .string(id.rawValue), "name": .optional(name(id))])
    case .words(let words): .object(["id": .null, "name": .string(words)])
    }
  }

  /// An open or unknown end is null.
  private func day(_ day: DayNumber?) -> JSONValue {
    guard let day, day != .distantPast, day != .distantFuture else { return .null }
    return .string(day.description)
  }

  /// Each citation once, in the order met.
  private func citations(of statements: [Statement]) -> JSONValue {
    var seen: Set<Citation> = []
    return .array(
      statements.flatMap(\.citations).filter { seen.insert($0).inserted }.map(citation))
  }

  private func citation(_ citation: Citation) -> JSONValue {
    .object([
      "passage": .string(citation.passage.description),
      "words": citation.words.map {
        .array([.number($0.lowerBound), .number($0.upperBound)])
      } ?? .null,
      "via": .array(citation.via.map { .string($0.rawValue) }),
    ])
  }
}

extension JSONValue {
  /// An object with more fields; anything else stays what it is.
  fileprivate func merging(_ fields: [String: JSONValue]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(fields) { _, new in new })
  }
}
