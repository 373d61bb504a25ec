import Model

/// An entity of FollowTheMoney as its line has it.
struct FTMEntity {
  let id: String
  let schema: FTMSchema
  /// What the exporter calls it, where it says so.
  let caption: String?
  /// The physical line, from 1.
  let line: Int
  /// Each property once, in alphabetical order.
  private(set) var properties: [(name: String, values: [String])]
  /// Whether it stood in a property of another.
  let isNested: Bool

  /// Reads an object; entities that stand in its properties are put into `nested`, their ids into the
  /// properties. Nil where it has no id or no schema.
  init?(
    _ object: [String: Any], line: Int, isNested: Bool = false, nested: inout [[String: Any]]
  ) {
    guard let id = JSONField.text(object["id"]), let schema = JSONField.text(object["schema"]),
      let fields = (object["properties"] ?? [:]) as? [String: Any]
    else { return nil }
    self.id = id
    self.isNested = isNested
    self.schema = FTMSchema(schema)
    self.line = line
    caption = JSONField.text(object["caption"])
    var inner: [[String: Any]] = []
    properties = fields.keys.sorted().compactMap { name in
      let values = (fields[name] as? [Any]) ?? [fields[name] as Any]
      let texts = values.compactMap { value -> String? in
        guard let entity = value as? [String: Any] else { return JSONField.text(value) }
        inner.append(entity)
        return JSONField.text(entity["id"])
      }
      return texts.isEmpty ? nil : (name, texts)
    }
    for name in Self.ofExporters {
      let texts = JSONField.texts(object[name])
      if !texts.isEmpty, !properties.contains(where: { $0.name == name }) {
        properties.append((name, texts))
      }
    }
    nested += inner
  }

  /// What exporters put beside the properties: OpenSanctions, Aleph. It is stated of records, but not of
  /// links, whose words it would bury.
  static let ofExporters = [
    "datasets", "referents", "target", "first_seen", "last_seen", "last_change", "collection_id",
    "foreign_id", "links",
  ]

  /// The values of a property.
  subscript(name: String) -> [String] { properties.first { $0.name == name }?.values ?? [] }

  /// Takes what another copy of the same entity says beside it.
  mutating func merge(_ other: FTMEntity) {
    for (name, values) in other.properties {
      if let place = properties.firstIndex(where: { $0.name == name }) {
        for value in values where !properties[place].values.contains(value) {
          properties[place].values.append(value)
        }
      } else {
        properties.append((name, values))
      }
    }
  }

  /// What people call it.
  var name: String? {
    let fields = [
      "name", "full", "title", "fileName", "alias", "number", "accountNumber", "summary",
    ]
    return caption ?? fields.lazy.compactMap { self[$0].first }.first
  }
}
