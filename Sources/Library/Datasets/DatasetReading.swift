import GRDB
import Model

extension RecordReading {
  /// An event of a dataset as a record: its columns as facts that the dataset states.
  func datasetEvent(_ id: RecordID, of dataset: String) throws -> Record? {
    let sql = """
      SELECT listing.title, date, place, detail, groups, killed, wounded, note FROM event
      JOIN listing ON listing.document = event.document WHERE event.id = ?
      """
    let statement = try database.cachedStatement(sql: sql)
    guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
    var statements: [Statement] = []
    func add(_ property: Property, _ label: String, _ value: Statement.Value) {
      let number = statements.count { $0.property == property } + 1
      statements.append(
        Statement(
          id: RecordID("\(id)/\(property.rawValue).\(number)"), subject: id, property: property,
          label: label, value: value, by: .words(dataset), citations: []))
    }
    func figure(_ column: String) -> CasualtyFigure? {
      (row[column] as String?).flatMap { try? CasualtyFigure(reading: $0) }
    }
    if let date = Self.date(row["date"]) { add(.date, "Date", .date(date)) }
    let place: String = row["place"]
    if !place.isEmpty { add(.place, "Place", try reference(.place, named: place)) }
    let groups: String = row["groups"]
    for name in groups.split(separator: "\n") {
      add(
        Property(.participant), Role.participant.label, try reference(.group, named: String(name)))
    }
    if let killed = figure("killed") { add(.killed, "Killed", .figure(killed)) }
    if let wounded = figure("wounded") { add(.wounded, "Wounded", .figure(wounded)) }
    let note: String = row["note"]
    if !note.isEmpty { add("detail", "Text", .text(note)) }
    let kind: String = row["detail"]
    return .event(
      Event(id: id, title: row["title"], kind: Term(key: kind, label: kind), statements: statements)
    )
  }

  private func reference(_ kind: RecordKind, named name: String) throws -> Statement.Value {
    let id = try String.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM record WHERE kind = ? AND name = ?"),
      arguments: [kind.rawValue, name])
    return .reference(id.map { .record(RecordID($0)) } ?? .words(name))
  }
}
