import Model
import Query

/// The cells of an event, without those of what supports it.
struct EventCells {
  /// Roles that have a column of their own; all others stand together in `others`.
  private static let roles: [Role] = [
    .perpetrator, .claimant, .attributed, .denier, .target, .victim,
  ]

  private static let measures: [Property] = [.killed, .wounded, .killedAndWounded]

  static let columns: [String] =
    [
      "id", "title", "kind", "certainty", "date", "other_dates", "earliest", "latest", "place_id",
      "place", "other_places", "latitude", "longitude",
    ]
    + measures.flatMap { measure in
      let name = measure.rawValue.split(separator: "-").joined(separator: "_")
      return ["\(name)_low", "\(name)_best", "\(name)_high", "\(name)_stated"]
    }
    + roles.map(\.rawValue)
    + ["others", "works", "dataset", "dataset_version", "dataset_id", "citations", "anchors"]

  private let event: Event
  private let dossier: Dossier
  private let item: ExportItem

  init(_ event: Event, _ dossier: Dossier, _ item: ExportItem) {
    self.event = event
    self.dossier = dossier
    self.item = item
  }

  var cells: [String] {
    [event.id.rawValue, event.title, event.kind.key, item.certainty ?? ""] + when + place
      + Self.measures.flatMap(figures) + Self.roles.map { people([$0]) } + [others] + origin
  }

  private var when: [String] {
    let dates = once(event.dates.map(\.description))
    return [
      dates.first ?? "", dates.dropFirst().joined(separator: "; "),
      CSVExport.day(event.span?.first), CSVExport.day(event.span?.last),
    ]
  }

  private var place: [String] {
    let places = event.statements.of(.place)
    var id: RecordID?
    if case .reference(let reference)? = places.first?.value { id = reference.record }
    let names = once(places.map(dossier.words))
    let point = dossier.row?.coordinates
    return [
      id?.rawValue ?? "", names.first ?? "", names.dropFirst().joined(separator: "; "),
      point.map { "\($0.latitude)" } ?? "", point.map { "\($0.longitude)" } ?? "",
    ]
  }

  private func figures(_ property: Property) -> [String] {
    let statements = event.statements.of(property)
    let range = FigureSummary(statements)
    return [range.low, range.best, range.high].map { $0.map(String.init) ?? "" }
      + [once(statements.map(stated)).joined(separator: "; ")]
  }

  /// With its basis in brackets where it is not simply stated: `12 (alleged)`.
  private func stated(_ statement: Statement) -> String {
    let words = dossier.words(statement)
    return statement.basis == .stated ? words : "\(words) (\(statement.basis.rawValue))"
  }

  private func people(_ roles: [Role]) -> String {
    let statements = event.participants.filter { statement in
      statement.property.role.map(roles.contains) ?? false
    }
    return once(statements.map(stated)).joined(separator: "; ")
  }

  private var others: String {
    let statements = event.participants.filter { statement in
      statement.property.role.map { !Self.roles.contains($0) } ?? false
    }
    return once(statements.map { "\($0.property.rawValue): \(stated($0))" })
      .joined(separator: "; ")
  }

  /// What several statements say alike, but once.
  private func once(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private var origin: [String] {
    [
      item.works.map(\.rawValue).joined(separator: "; "), dossier.row?.dataset ?? "",
      dossier.row?.version ?? "", dossier.row?.key ?? "",
    ]
  }
}

/// What the figures given for one thing say together, for columns that hold one number.
///
/// The lowest and the highest count that some figure allows; unknown where one of them is open to that
/// side. A best count only where every figure that is a count at all names the same one: rival
/// figures are never averaged. What a source denies or merely supposes counts for nothing.
struct FigureSummary {
  /// The fewest persons; nil where that is not known, which is not 0.
  let low: Int?
  /// Persons; nil where that is not known.
  let best: Int?
  /// The most persons; nil where that is not known.
  let high: Int?

  init(_ statements: [Statement]) {
    let figures = statements.compactMap { statement -> CasualtyFigure? in
      guard statement.basis != .denied, statement.basis != .hypothetical,
        case .figure(let figure) = statement.value
      else { return nil }
      return figure
    }
    let lows = figures.map(\.low)
    let highs = figures.map(\.high)
    low = lows.contains(nil) ? nil : lows.compactMap { $0 }.min()
    high = highs.contains(nil) ? nil : highs.compactMap { $0 }.max()
    let counts = Set(
      figures.map { $0.qualifier == .exact || $0.qualifier == .about ? $0.value : nil })
    best = counts.count == 1 ? counts.first ?? nil : nil
  }
}
