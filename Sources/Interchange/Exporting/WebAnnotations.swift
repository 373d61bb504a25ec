import Model
import Query

/// Facts as annotations of the passages that support them: an AnnotationCollection with one
/// AnnotationPage, by the Web Annotation Data Model (W3C Recommendation, 23 February 2017).
///
/// A target's selectors are its place in the reader's copy, in code points (4.2.5), where one is
/// attached and the passage was found, and a fragment (4.2.1) that names the passage and carries its
/// fingerprint. No words of the article are given.
struct WebAnnotations: ExportWriter {
  private let fingerprint: (Citation) -> String?
  private var total = 0
  private var created: DayNumber?

  init(fingerprint: @escaping (Citation) -> String?) { self.fingerprint = fingerprint }

  /// What ids and terms of ours begin with.
  static let names = "urn:x-adduce:"

  mutating func begin(_ provenance: Provenance) -> String {
    created = provenance.date
    let id = Self.names + "export:\(provenance.date):" + Self.key(of: provenance)
    let query = provenance.query.isEmpty ? "everything" : provenance.query
    let collection: [String: JSONValue] = [
      "id": .string(id), "type": .string("AnnotationCollection"),
      "label": .string("adduce: \(query)"), "created": .string("\(provenance.date)T00:00:00Z"),
      "generator": .object([
        "id": .string(Self.names + "program"), "type": .string("Software"),
        "name": .string(provenance.program),
      ]),
      "adduce:provenance": .object(provenance.opening),
    ]
    let page: [String: JSONValue] = [
      "id": .string(id + ":page"), "type": .string("AnnotationPage"), "partOf": .string(id),
      "startIndex": .number(0),
    ]
    // Both objects are left open: the annotations follow, and what only the end tells.
    return "{\"@context\":\(Self.context.line),\n"
      + JSONValue.object(collection).line.dropFirst().dropLast()
      + ",\n\"first\":" + JSONValue.object(page).line.dropLast() + ",\"items\":["
  }

  mutating func piece(for item: ExportItem, from library: ExportLibrary) throws -> String {
    var text = ""
    for annotation in try annotations(item, library) {
      text += (total == 0 ? "\n" : ",\n") + annotation.line
      total += 1
    }
    return text
  }

  func end(_ provenance: Provenance) -> String {
    "\n]},\n\"total\":\(total),\n\"adduce:anchors\":\(provenance.anchors.json.line)\n}\n"
  }

  private static let context: JSONValue = .array([
    .string("http://www.w3.org/ns/anno.jsonld"),
    .object([
      "adduce": .string(names + "terms:"),
      "adduce:provenance": .object(["@type": .string("@json")]),
      "adduce:anchors": .object(["@type": .string("@json")]),
      "@version": .decimal(1.1),
    ]),
  ])

  /// The same for the same query and kinds, so that an export made again has the same id.
  private static func key(of provenance: Provenance) -> String {
    let text = provenance.query + "|" + provenance.kinds.map(\.rawValue).joined(separator: ",")
    // FNV-1a, 64 bits.
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }

  private func annotations(_ item: ExportItem, _ library: ExportLibrary) throws -> [JSONValue] {
    switch item.content {
    case .record(let dossier):
      try dossier.record.statements.compactMap { try annotation($0, dossier, item, library) }
    case .statement(let statement, let dossier):
      try [annotation(statement, dossier, item, library)].compactMap { $0 }
    case .passage(let passage, _, _):
      [
        annotation(
          id: passage.id.description,
          body: [body(passage.digest, purpose: "describing"), body(passage.kind.rawValue)],
          targets: [try target(Citation(passage.id), item, library)])
      ]
    }
  }

  /// Nil for a statement without a passage: what a dataset's row says.
  private func annotation(
    _ statement: Statement, _ dossier: Dossier, _ item: ExportItem, _ library: ExportLibrary
  ) throws -> JSONValue? {
    guard !statement.citations.isEmpty else { return nil }
    let value =
      statement.property == .relation ? dossier.relationWords : dossier.words(statement)
    let basis = statement.basis == .stated ? "" : " (\(statement.basis.rawValue))"
    let title = statement.property == .relation ? "" : "\(dossier.record.title). "
    return annotation(
      id: statement.id.rawValue,
      body: [
        body("\(title)\(statement.label): \(value)\(basis)", purpose: "describing"),
        body(statement.property.rawValue),
      ],
      targets: try statement.citations.map { try target($0, item, library) })
  }

  private func annotation(id: String, body: [JSONValue], targets: [JSONValue]) -> JSONValue {
    var annotation: [String: JSONValue] = [
      "id": .string(Self.names + id), "type": .string("Annotation"),
      "motivation": .string("describing"), "body": .array(body), "target": .array(targets),
    ]
    if let created { annotation["generated"] = .string("\(created)T00:00:00Z") }
    return .object(annotation)
  }

  private func body(_ text: String, purpose: String = "tagging") -> JSONValue {
    .object([
      "type": .string("TextualBody"), "value": .string(text), "format": .string("text/plain"),
      "purpose": .string(purpose),
    ])
  }

  private func target(
    _ citation: Citation, _ item: ExportItem, _ library: ExportLibrary
  ) throws -> JSONValue {
    let source = citation.passage.source
    var selectors: [JSONValue] = []
    let positions = try library.positions(in: source)
    if let range = positions?.range(of: citation) {
      selectors.append(
        .object([
          "type": .string("TextPositionSelector"), "start": .number(range.lowerBound),
          "end": .number(range.upperBound),
        ]))
    }
    selectors.append(
      .object([
        "type": .string("FragmentSelector"), "value": .string(fragment(citation)),
        "conformsTo": .string(Self.names + "passage"),
      ]))
    var target: [String: JSONValue] = [
      "type": .string("SpecificResource"), "selector": .array(selectors),
      "source": .string(try library.source(source)?.address ?? Self.names + source.rawValue),
      "adduce:anchor": .string(item.anchor(citation.passage)?.words ?? "no copy"),
    ]
    if let length = positions?.length { target["adduce:copyLength"] = .number(length) }
    if !citation.via.isEmpty {
      target["adduce:via"] = .array(citation.via.map { .string(Self.names + $0.rawValue) })
    }
    return .object(target)
  }

  /// `source=roul-2016&paragraph=12&words=5-19&fingerprint=w…`: every character of it is allowed in a
  /// fragment (RFC 3986, 3.5).
  private func fragment(_ citation: Citation) -> String {
    var parts = [
      "source=\(citation.passage.source)", "paragraph=\(citation.passage.number.rawValue)",
    ]
    if let words = citation.words { parts.append("words=\(words.lowerBound)-\(words.upperBound)") }
    if let fingerprint = fingerprint(citation) { parts.append("fingerprint=\(fingerprint)") }
    return parts.joined(separator: "&")
  }
}

extension Dossier {
  /// A relation in words: `Red Band: Faction of Blue Front`; of any other record its title.
  var relationWords: String {
    guard case .relation(let relation) = record else { return record.title }
    let (from, to) = (name(of: relation.from), name(of: relation.to))
    return "\(from): \(relation.kind.forward) \(to)"
  }
}
