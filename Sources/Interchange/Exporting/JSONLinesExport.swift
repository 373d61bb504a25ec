import Model
import Query

/// JSON Lines: first a line `provenance`, then a line a record, last a line `end`, without which a
/// file is not whole.
struct JSONLinesExport: ExportWriter {
  func begin(_ provenance: Provenance) -> String {
    line(provenance.opening.merging(["record": .string("provenance")]) { $1 })
  }

  func piece(for item: ExportItem, from library: ExportLibrary) -> String {
    var object = object(item)
    object["certainty"] = .optional(item.certainty)
    object["anchors"] = .object(
      Dictionary(
        item.citations.compactMap { citation in
          item.anchor(citation.passage).map { (citation.passage.description, .string($0.words)) }
        }, uniquingKeysWith: { one, _ in one }))
    return line(object)
  }

  func end(_ provenance: Provenance) -> String {
    line(provenance.closing.merging(["record": .string("end")]) { $1 })
  }

  private func object(_ item: ExportItem) -> [String: JSONValue] {
    switch item.content {
    case .record(let dossier):
      var object = JSONLines { dossier.names[$0] }.object(dossier.record).members
      if dossier.record.kind == .event { object["row"] = dossier.row.map(Self.row) ?? .null }
      return object
    case .statement(let statement, let dossier):
      return JSONLines { dossier.names[$0] }.object(statement).members
    case .passage(let passage, let facts, _):
      return JSONLines { _ in nil }.object(passage, facts: facts).members
    }
  }

  private static func row(_ row: DatasetRow) -> JSONValue {
    .object([
      "dataset": .string(row.dataset), "version": .string(row.version), "id": .string(row.key),
      "file": .string(row.file), "line": .number(row.line),
      "latitude": row.coordinates.map { .decimal($0.latitude) } ?? .null,
      "longitude": row.coordinates.map { .decimal($0.longitude) } ?? .null,
      "works": .array(row.sources.map { .string($0.rawValue) }),
      "fields": .array(
        row.fields.map {
          .object(["name": .string($0.name), "value": .string($0.value)])
        }),
    ])
  }

  private func line(_ object: [String: JSONValue]) -> String {
    JSONValue.object(object).line + "\n"
  }
}

extension JSONValue {
  /// The members of an object; of anything else none.
  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }
}
