public import Model
public import Query

/// What must be told of an export so that it can be had again and judged.
public struct Provenance: Hashable, Sendable {
  /// The program and its version: `adduce 0.1.0`.
  public var program: String
  /// The day on which it was made.
  public var date: DayNumber
  /// What it was written as.
  public var format: ExportFormat
  /// The query as it reads back; empty for everything.
  public var query: String
  /// The kinds of record asked for, in the order written.
  public var kinds: [RecordKind]
  /// How many of each the query finds.
  public var counts: [RecordKind: Int]
  /// How many of these lie certainly in the dates asked for; nil where the query asks for none. Known
  /// at the end.
  public var certain: Int?
  /// The casebooks, datasets and copies that were searched.
  public var collections: [CollectionDescription]
  /// How the passages cited were found in the reader's copies. Known at the end.
  public var anchors: AnchorTally

  /// How many records were asked for in all.
  public var count: Int { kinds.reduce(0) { $0 + counts[$1, default: 0] } }

  /// What is known before the first record is written.
  var opening: [String: JSONValue] {
    [
      "program": .string(program), "date": .string(date.description),
      "format": .string(format.rawValue), "query": .string(query), "count": .number(count),
      "kinds": .array(kinds.map { .string($0.plural) }),
      "counts": .object(
        Dictionary(uniqueKeysWithValues: kinds.map { ($0.plural, .number(counts[$0] ?? 0)) })),
      "collections": .array(
        collections.map { collection in
          .object([
            "kind": .string(collection.kind.rawValue), "name": .string(collection.name),
            "title": .string(collection.title), "version": .string(collection.version),
            "attribution": .string(collection.attribution),
          ])
        }),
    ]
  }

  /// What only the end of an export tells.
  var closing: [String: JSONValue] {
    ["certain": .optional(certain), "anchors": anchors.json]
  }

  /// All of it as one JSON object.
  public var json: JSONValue { .object(opening.merging(closing) { own, _ in own }) }

  /// As lines for people, the anchors last: `Query: quetta`.
  public var lines: [String] { openingLines + closingLines }

  var openingLines: [String] {
    let found = kinds.map { "\(counts[$0] ?? 0) \($0.plural)" }.joined(separator: ", ")
    return [
      "Exported by \(program) on \(date)", "Query: \(query.isEmpty ? "everything" : query)",
      "Found: \(found)",
    ]
      + collections.map { collection in
        let version = collection.version.isEmpty ? "" : ", version \(collection.version)"
        let credit = collection.attribution.isEmpty ? "" : ". \(collection.attribution)"
        return
          "\(collection.kind.rawValue.capitalizedFirst): \(collection.title) (\(collection.name))"
          + version + credit
      }
  }

  var closingLines: [String] {
    (certain.map { ["Certainly in these dates: \($0) of \(count)"] } ?? [])
      + ["Passages cited: \(anchors.words)"]
  }
}

/// How many passages were found how in the reader's copies of their sources.
public struct AnchorTally: Hashable, Sendable {
  /// In the place where its neighbours lead one to expect it.
  public var exact = 0
  /// Elsewhere.
  public var moved = 0
  /// With some of its fingerprints missing.
  public var fuzzy = 0
  /// Not found, or not surely.
  public var lost = 0
  /// Of sources of which no copy is attached.
  public var withoutCopy = 0

  /// Of no passage yet.
  public init() {}

  /// Counts a passage; nil stands for one without a copy.
  public mutating func count(_ state: AnchorState?) {
    switch state {
    case .exact: exact += 1
    case .moved: moved += 1
    case .fuzzy: fuzzy += 1
    case .lost: lost += 1
    case nil: withoutCopy += 1
    }
  }

  /// All passages counted.
  public var total: Int { exact + moved + fuzzy + lost + withoutCopy }

  /// `3 exact, 1 lost, 5 no copy`; `none` where none was counted.
  public var words: String {
    let counts = [
      (exact, "exact"), (moved, "moved"), (fuzzy, "fuzzy"), (lost, "lost"),
      (withoutCopy, "no copy"),
    ]
    let named = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return named.isEmpty ? "none" : named.joined(separator: ", ")
  }

  var json: JSONValue {
    .object([
      "exact": .number(exact), "moved": .number(moved), "fuzzy": .number(fuzzy),
      "lost": .number(lost), "noCopy": .number(withoutCopy),
    ])
  }
}

extension String {
  /// With its first letter a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
