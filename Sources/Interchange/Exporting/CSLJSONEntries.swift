import Model

/// Works as CSL-JSON 1.0.2 (`csl-data.json` of citation-style-language/schema), what pandoc's and
/// Zotero's citation processors read.
///
/// Authors are literal names, as printed: which word of a name is the family's is not known.
struct CSLJSONEntries: BibliographyFormat {
  var frame: (opening: String, separator: String, closing: String) { ("[\n", ",\n", "\n]\n") }

  func entry(_ source: Source) -> String { item(source).line }

  /// The item of a work; what is not known is left out, for the format has no null.
  func item(_ source: Source) -> JSONValue {
    let issue = IssueParts(source.issue)
    let fields: [String: String?] = [
      "title": source.title, "container-title": source.container, "publisher": source.publisher,
      "volume": issue.volume, "issue": issue.number, "page": issue.pages,
      "URL": source.address, "language": source.language,
      "note": (issue.rest + [source.remarks].compactMap { $0 }).joined(separator: ". "),
    ]
    var item: [String: JSONValue] = [
      "id": .string(source.id.rawValue), "type": .string(Self.type(of: source)),
    ]
    for case (let name, let text?) in fields where !text.isEmpty { item[name] = .string(text) }
    if !source.authors.isEmpty {
      item["author"] = .array(source.authors.map { .object(["literal": .string($0)]) })
    }
    if let date = source.date { item["issued"] = Self.issued(date) }
    return .object(item)
  }

  /// The type of CSL 1.0.2, appendix III, that is nearest to a casebook's.
  static func type(of source: Source) -> String {
    switch source.type {
    case "newspaper": "article-newspaper"
    case "magazine": "article-magazine"
    case "article": source.series == nil ? "webpage" : "article-journal"
    case "audio": "song"
    case "video": "motion_picture"
    case "website": "webpage"
    case "book", "report", "broadcast", "interview": source.type
    default: "document"
    }
  }

  /// `date-parts`, for every processor; what they cannot say beside them as `edtf`, which only the
  /// newest read, and `circa`.
  private static func issued(_ date: ExtendedDate) -> JSONValue {
    guard let citable = CitableDate(date) else { return .object(["literal": .string(date.words)]) }
    let parts = [citable.start, citable.end].compactMap { $0 }
    var issued: [String: JSONValue] = [
      "date-parts": .array(parts.map { .array($0.map(JSONValue.number)) }),
      "edtf": .string(date.description),
    ]
    if citable.isCirca { issued["circa"] = .bool(true) }
    return .object(issued)
  }
}
