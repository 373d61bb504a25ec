public import Model

/// What an export can be written as; `FIELDS.md` says what each holds and leaves out.
public enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  /// RFC 4180, one kind of record a file.
  case csv
  /// JSON Lines: the objects of `list --json`, between a line on the export and one on its anchors.
  case jsonl
  /// RFC 7946: events as points, those without a place on the earth with a null geometry.
  case geojson
  /// A dossier in pandoc's Markdown, each fact with a footnote that cites its passages.
  case markdown
  /// CSL-JSON 1.0.2.
  case csl
  case bibtex
  case ris
  /// W3C Web Annotation Data Model: a fact about each passage that supports it.
  case annotations
  /// FollowTheMoney entities, one JSON object a line.
  case ftm

  /// What is exported where the caller names no kinds, in this order.
  public var defaultKinds: [RecordKind] {
    switch self {
    case .csv, .geojson: [.event]
    case .jsonl: Self.records + [.passage]
    case .markdown, .annotations: Self.records.filter { $0 != .source }
    case .csl, .bibtex, .ris: [.source]
    case .ftm: Self.records.filter { $0 != .theme }
    }
  }

  /// What it can hold. An attached copy's own words (`text`) leave adduce in no format.
  public var kinds: [RecordKind] {
    switch self {
    case .csv, .jsonl: Self.records + [.statement, .passage]
    case .geojson: [.event]
    case .markdown, .csl, .bibtex, .ris: Self.records
    case .annotations: Self.records.filter { $0 != .source } + [.statement, .passage]
    case .ftm: Self.records.filter { $0 != .theme }
    }
  }

  /// Whether a file has one kind of record only.
  public var isOfOneKind: Bool { self == .csv }

  /// Whether the format has a place for where an export comes from; what has none is told of in a
  /// file beside it.
  public var holdsProvenance: Bool {
    switch self {
    case .jsonl, .geojson, .markdown, .bibtex, .annotations: true
    case .csv, .csl, .ris, .ftm: false
    }
  }

  /// What it is, in a few words.
  public var words: String {
    switch self {
    case .csv: "CSV (RFC 4180)"
    case .jsonl: "JSON Lines"
    case .geojson: "GeoJSON (RFC 7946)"
    case .markdown: "Markdown dossier for pandoc"
    case .csl: "CSL-JSON"
    case .bibtex: "BibTeX"
    case .ris: "RIS"
    case .annotations: "W3C Web Annotations (JSON-LD)"
    case .ftm: "FollowTheMoney entities"
    }
  }

  private static let records: [RecordKind] = [
    .group, .person, .place, .event, .relation, .theme, .source,
  ]
}
