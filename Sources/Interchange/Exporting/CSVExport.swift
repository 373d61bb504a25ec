import Model
import Query

/// One kind of record as a table; `FIELDS.md` says what each column holds.
///
/// Several values of a cell are parted by `; `. Nothing stands in the file but the table: where it
/// comes from is told beside it.
struct CSVExport: ExportWriter {
  let kind: RecordKind

  func begin(_ provenance: Provenance) -> String { CSVRow.text(Self.columns(of: kind)) }

  func piece(for item: ExportItem, from library: ExportLibrary) -> String {
    CSVRow.text(cells(item))
  }

  func end(_ provenance: Provenance) -> String { "" }

  /// The heads of a table of one kind of record.
  static func columns(of kind: RecordKind) -> [String] {
    switch kind {
    case .event: EventCells.columns
    case .group, .person: ["id", "name", "aliases", "facts"] + support
    case .place: ["id", "name", "aliases", "type", "within_id", "within", "facts"] + support
    case .relation:
      [
        "id", "type", "from_id", "from", "to_id", "to", "certainty", "date", "earliest", "latest",
        "basis", "by", "note",
      ] + support
    case .theme: ["id", "title", "kind", "members", "facts"] + support
    case .source:
      [
        "id", "type", "title", "authors", "publisher", "series", "issue", "certainty", "date",
        "earliest", "latest", "date_note", "url", "language", "held", "note",
      ] + support
    case .statement:
      [
        "id", "subject_id", "subject", "property", "label", "value_id", "value", "basis", "by",
        "through", "as_of", "extent", "rival", "note",
      ] + support
    case .passage: ["id", "source", "number", "kind", "digest", "facts", "anchors"]
    case .text: []
    }
  }

  /// The passages that support a row, and how each was found, in the same order.
  private static let support = ["citations", "anchors"]

  private func cells(_ item: ExportItem) -> [String] {
    switch item.content {
    case .record(let dossier): record(dossier, item) + Self.support(item)
    case .statement(let statement, let dossier):
      Self.cells(statement, dossier) + Self.support(item)
    case .passage(let passage, let facts, _):
      [
        passage.id.description, passage.id.source.rawValue, "\(passage.id.number.rawValue)",
        passage.kind.rawValue, passage.digest, "\(facts)", Self.anchor(passage.id, item),
      ]
    }
  }

  private static func support(_ item: ExportItem) -> [String] {
    [
      item.citations.map(\.description).joined(separator: "; "),
      item.citations.map { anchor($0.passage, item) }.joined(separator: "; "),
    ]
  }

  private static func anchor(_ passage: PassageID, _ item: ExportItem) -> String {
    item.anchor(passage)?.words ?? "no copy"
  }

  private func record(_ dossier: Dossier, _ item: ExportItem) -> [String] {
    let facts = "\(dossier.record.statements.count)"
    switch dossier.record {
    case .event(let event): return EventCells(event, dossier, item).cells
    case .group(let group):
      return [group.id.rawValue, group.name, Self.names(group.aliases), facts]
    case .person(let person):
      return [person.id.rawValue, person.name, Self.names(person.aliases), facts]
    case .place(let place):
      return [
        place.id.rawValue, place.name, Self.names(place.aliases), place.type.key,
        place.within?.rawValue ?? "", place.within.map { dossier.name(of: $0) } ?? "", facts,
      ]
    case .theme(let theme):
      return [
        theme.id.rawValue, theme.title, theme.kind.key,
        theme.members.map(dossier.words).joined(separator: "; "), facts,
      ]
    case .relation(let relation): return Self.cells(relation, dossier, item)
    case .source(let source): return Self.cells(source, item)
    }
  }

  private static func names(_ aliases: [Alias]) -> String {
    aliases.map(\.text).joined(separator: "; ")
  }

  private static func cells(
    _ relation: Relation, _ dossier: Dossier, _ item: ExportItem
  ) -> [String] {
    let edge = relation.statements.first
    return [
      relation.id.rawValue, relation.kind.rawValue, relation.from.record?.rawValue ?? "",
      dossier.name(of: relation.from), relation.to.record?.rawValue ?? "",
      dossier.name(of: relation.to), item.certainty ?? "", relation.date?.description ?? "",
      day(relation.date?.earliest), day(relation.date?.latest), (edge?.basis ?? .stated).rawValue,
      edge?.by.map { dossier.name(of: $0) } ?? "", edge?.note ?? "",
    ]
  }

  private static func cells(_ source: Source, _ item: ExportItem) -> [String] {
    [
      source.id.rawValue, source.type, source.title ?? "", source.authors.joined(separator: "; "),
      source.publisher ?? "", source.series ?? "", source.issue ?? "", item.certainty ?? "",
      source.date?.description ?? "", day(source.date?.earliest), day(source.date?.latest),
      source.dateNote ?? "", source.url ?? "", source.language ?? "",
      source.isHeld ? "true" : "false", source.note ?? "",
    ]
  }

  private static func cells(_ statement: Statement, _ dossier: Dossier) -> [String] {
    var id: RecordID?
    if case .reference(let reference) = statement.value { id = reference.record }
    return [
      statement.id.rawValue, statement.subject.rawValue, dossier.record.title,
      statement.property.rawValue, statement.label, id?.rawValue ?? "", dossier.words(statement),
      statement.basis.rawValue, statement.by.map { dossier.name(of: $0) } ?? "",
      statement.through.map { dossier.name(of: $0) } ?? "", statement.asOf?.description ?? "",
      statement.extent.rawValue, statement.rival ?? "", statement.note ?? "",
    ]
  }

  /// Empty where there is none, or that end is open.
  static func day(_ day: DayNumber?) -> String {
    guard let day, day != .distantPast, day != .distantFuture else { return "" }
    return day.description
  }
}
