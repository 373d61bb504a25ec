import Foundation
import Interchange
import Model
import Query

/// A made-up library of a few records: a casebook with a copy of its source, and a dataset.
struct ExportFixture {
  static let passage = PassageID(source: "doe-2020", number: ParagraphNumber(2))
  static let citation = Citation(passage, words: 3...9, via: ["herald-2019"])
  static let uncopied = PassageID(source: "roe-2021", number: ParagraphNumber(1))

  var dossiers: [Dossier]
  var readings: [Reading] = []
  var collections: [CollectionDescription] = [
    CollectionDescription(kind: .casebook, name: "made-up", title: "Made up", version: "ab12cd34"),
    CollectionDescription(
      kind: .dataset, name: "ged", title: "UCDP GED", version: "25.1",
      attribution: "UCDP, CC BY 4.0"),
  ]

  init() throws {
    dossiers = try Self.all()
    readings = [Self.reading]
  }

  static func statement(
    _ subject: RecordID, _ property: Property, _ value: Statement.Value, basis: Basis = .stated,
    number: Int = 1, label: String? = nil, cites: [Citation] = [citation]
  ) -> Statement {
    Statement(
      id: RecordID("\(subject)/\(property.rawValue).\(number)"), subject: subject,
      property: property, label: label ?? property.rawValue.capitalized, value: value,
      basis: basis, citations: cites)
  }

  private static let names: [RecordID: String] = [
    "red": "Red Band", "blue": "Blue Front", "town": "Town", "doe": "J. Doe",
    "doe-2020": "On the Bands",
  ]

  private static func dossier(_ record: Record) -> Dossier {
    Dossier(record: record, names: names, anchors: [passage: .fuzzy(percent: 93)])
  }

  private static func all() throws -> [Dossier] {
    let bombing: RecordID = "bombing"
    var row = dossier(
      .event(
        Event(
          id: "ged-7", title: "Red Band - Civilians",
          kind: Term(key: "one-sided", label: "One-sided"),
          statements: [
            statement("ged-7", .date, .date(try ExtendedDate(reading: "2016-08-08")), cites: []),
            statement(
              "ged-7", .killed, .figure(CasualtyFigure(best: 7, low: 2, high: 12)), cites: []),
          ])))
    row.row = DatasetRow(
      dataset: "UCDP GED", version: "25.1", key: "7", file: "ged.csv", line: 12, fields: [],
      sources: ["wire-2016"], coordinates: Coordinates(latitude: -30.25, longitude: 66.5))
    return [
      dossier(
        .event(
          Event(
            id: bombing, title: "Bombing, “Town”", kind: Term(key: "bombing", label: "Bombing"),
            statements: [
              statement(bombing, .date, .date(try ExtendedDate(reading: "2016-08/2016-09"))),
              statement(bombing, .place, .reference(.record("town"))),
              statement(bombing, Property(.claimant), .reference(.record("red"))),
              statement(
                bombing, Property(.perpetrator), .reference(.record("blue")), basis: .alleged,
                cites: [Citation(uncopied)]),
              statement(bombing, .killed, .figure(CasualtyFigure(70, .moreThan))),
              statement(bombing, .killed, .figure(CasualtyFigure(74)), number: 2),
            ]))), row,
      dossier(
        .group(
          Group(
            id: "red", name: "Red Band", aliases: [Alias(text: "=RB", kind: .abbreviation)],
            statements: [
              statement("red", "strength", .text("about *200* people, [some] say @home"))
            ]))),
      dossier(.group(Group(id: "blue", name: "Blue Front"))),
      dossier(.person(Person(id: "doe", name: "J. Doe"))),
      dossier(.place(Place(id: "town", name: "Town", type: Term(key: "town", label: "Town")))),
      dossier(
        .relation(
          Relation(
            id: "doe-leads-red", kind: .leadership, from: .record("doe"), to: .record("red"),
            date: try ExtendedDate(reading: "2015/.."),
            statements: [
              statement("doe-leads-red", .relation, .text("leads"), label: "Relation")
            ]))),
    ] + (try works()).map { dossier(.source($0)) }
  }

  static func works() throws -> [Source] {
    [
      Source(
        id: "doe-2020", title: "On the Bands & the Front", authors: ["Jane Doe", "Doe, Ltd."],
        publisher: "Institute", series: "Journal of Bands",
        issue: "Volume 16, Issue 2, pp. 3-9, ed. X",
        date: try ExtendedDate(reading: "2020-03"), url: "https://example.org/a_b", language: "en",
        isHeld: true, note: "a copy {lost} a page"),
      Source(
        id: "herald-2019", publisher: "Herald", date: try ExtendedDate(reading: "2019~"),
        type: "newspaper"),
      Source(
        id: "roe-2021", title: "A Report", date: try ExtendedDate(reading: "2021-12-05/2021-12-31"),
        url: "not an address", type: "report", isHeld: true),
      Source(
        id: "wire-2016", title: "Wire", date: try ExtendedDate(reading: "201X"), type: "website"),
    ]
  }

  /// The text has letters of two and four bytes before the passage.
  private static var reading: Reading {
    let text = "Zäh 🂡\nthe second one\nlast"
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let copy = AttachedCopy(
      path: "/home/somebody/doe.txt", file: .same, text: text, starts: [0, start, start + 15],
      passages: [passage.number: .init(.fuzzy(percent: 93), range: start..<start + 14)])
    return Reading(
      source: Source(
        id: "doe-2020", title: "On the Bands", url: "https://example.org/a_b", isHeld: true),
      passages: [
        Passage(
          id: PassageID(source: "doe-2020", number: ParagraphNumber(1)), kind: .title, digest: "T"),
        Passage(id: passage, kind: .paragraph, digest: "The bands, in our words."),
      ], facts: [0, 4], copy: copy)
  }

  /// Answers as a store does; lists have what `finds` lets through.
  func ask(_ request: Request, finds: (RecordID) -> Bool = { _ in true }) throws -> Reply {
    switch request {
    case .overview:
      return .overview(Overview(title: "", description: "", counts: [:], collections: collections))
    case .rows(let rows):
      let all = targets(rows.kind, finds)
      let window = all.dropFirst(rows.first).prefix(rows.count).map {
        ListRow(target: $0, kind: rows.kind, title: "")
      }
      return .rows(
        ListWindow(kind: rows.kind, rows: Array(window), first: rows.first, total: all.count))
    case .dossier(let id):
      guard let dossier = dossiers.first(where: { $0.record.id == id }) else {
        throw StoreProblem.noSuchRecord(id.rawValue)
      }
      return .dossier(dossier)
    case .reading(let id):
      guard let reading = readings.first(where: { $0.source.id == id }) else {
        throw StoreProblem.noSuchRecord(id.rawValue)
      }
      return .reading(reading)
    default: throw StoreProblem.cancelled
    }
  }

  private func targets(_ kind: RecordKind, _ finds: (RecordID) -> Bool) -> [ListRow.Target] {
    let found = dossiers.filter { finds($0.record.id) }
    switch kind {
    case .statement: return found.flatMap(\.record.statements).map { .record($0.id) }
    case .passage: return readings.flatMap(\.passages).map { .passage($0.id) }
    default: return found.filter { $0.record.kind == kind }.map { .record($0.record.id) }
    }
  }

  /// What an export of everything, or of some kinds or records, writes.
  func export(
    _ format: ExportFormat, kinds: [RecordKind] = [], bibliography: String? = nil,
    finds: @escaping (RecordID) -> Bool = { _ in true }
  ) throws -> (text: String, result: Exporter.Result) {
    let exporter = Exporter(
      Exporter.Order(format, kinds: kinds), program: "adduce 9.9",
      date: DayNumber(year: 2026, month: 11, day: 21) ?? .distantPast, bibliography: bibliography,
      fingerprint: { "w" + String($0.passage.number.rawValue) }
    ) { try ask($0, finds: finds) }
    var text = ""
    let result = try exporter.run { text += $0 }
    return (text, result)
  }

  /// An export of JSON, read by Foundation.
  func object(
    _ format: ExportFormat, kinds: [RecordKind] = [],
    finds: @escaping (RecordID) -> Bool = { _ in true }
  ) throws -> [String: Any]? {
    let text = try export(format, kinds: kinds, finds: finds).text
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  /// An export of JSON lines, each read by Foundation.
  func lines(
    _ format: ExportFormat, kinds: [RecordKind] = [],
    finds: @escaping (RecordID) -> Bool = { _ in true }
  ) throws -> [[String: Any]] {
    try export(format, kinds: kinds, finds: finds).text.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }
}
