import Model
import Query

/// Events as a FeatureCollection by RFC 7946.
///
/// A point stands where a dataset's row puts the event, longitude first (RFC 7946, 3.1.1); an event
/// without one has a null geometry (3.2). `provenance` and `anchors` are foreign members (6.1).
struct GeoJSONExport: ExportWriter {
  private var isFirst = true

  init() {}

  func begin(_ provenance: Provenance) -> String {
    "{\"type\":\"FeatureCollection\",\n\"provenance\":\(JSONValue.object(provenance.opening).line),\n"
      + "\"features\":["
  }

  mutating func piece(for item: ExportItem, from library: ExportLibrary) -> String {
    guard case .record(let dossier) = item.content, case .event(let event) = dossier.record else {
      return ""
    }
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + Self.feature(event, dossier, item).line
  }

  func end(_ provenance: Provenance) -> String {
    "\n],\n\"certain\":\(provenance.closing["certain"]?.line ?? "null"),"
      + "\n\"anchors\":\(provenance.anchors.json.line)\n}\n"
  }

  private static func feature(
    _ event: Event, _ dossier: Dossier, _ item: ExportItem
  ) -> JSONValue {
    var properties = zip(EventCells.columns, EventCells(event, dossier, item).cells)
      .reduce(into: [String: JSONValue]()) { properties, pair in
        properties[pair.0] = pair.1.isEmpty ? .null : .string(pair.1)
      }
    for name in ["latitude", "longitude"] { properties[name] = nil }
    for (name, value) in properties where isCount(name) {
      if case .string(let digits) = value, let count = Int(digits) {
        properties[name] = .number(count)
      }
    }
    properties["citations"] = .array(item.citations.map { .string($0.description) })
    properties["anchors"] = .array(
      item.citations.map { .string(item.anchor($0.passage)?.words ?? "no copy") })
    properties["works"] = .array(item.works.map { .string($0.rawValue) })
    let geometry = dossier.row?.coordinates.map { point in
      JSONValue.object([
        "type": .string("Point"),
        "coordinates": .array([.decimal(point.longitude), .decimal(point.latitude)]),
      ])
    }
    return .object([
      "type": .string("Feature"), "id": .string(event.id.rawValue),
      "geometry": geometry ?? .null, "properties": .object(properties),
    ])
  }

  private static func isCount(_ name: String) -> Bool {
    name.hasSuffix("_low") || name.hasSuffix("_best") || name.hasSuffix("_high")
  }
}
