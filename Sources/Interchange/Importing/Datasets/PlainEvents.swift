public import Model

/// A table of events of one's own, in the columns that adduce itself understands:
/// `id, title, kind, date, groups, place, latitude, longitude, precision, killed, wounded, note`.
///
/// Dates are EDTF (ISO 8601-2, level 1, and sets), figures as a casebook writes them (`more than 70`),
/// groups are parted by semicolons; coordinates are degrees north and east, and `precision` is a word of
/// `PlacePrecision`; blank is unknown. `id` and `title` must be there.
public struct PlainEvents: EventFormat {
  /// As ids and `in:` have it.
  public static let key = "events"
  /// What people call it.
  public let title = "Events"
  /// Nobody is known.
  public let attribution = ""
  /// In the file's order.
  public let columns: [String]
  /// A file of this form begins with its columns' names.
  public var hasHeader: Bool { true }

  private let id: Int
  private let name: Int
  private let kind: Int?
  private let date: Int?
  private let groups: Int?
  private let place: Int?
  private let latitude: Int?
  private let longitude: Int?
  private let exactness: Int?
  private let killed: Int?
  private let wounded: Int?
  private let note: Int?

  /// Recognises a file that has an id, a title and a date.
  public init?(header: FileRow) {
    let names = ColumnNames(header: header)
    columns = names.all
    let place = names.place
    guard let id = place("id"), let name = place("title"), let date = place("date") else {
      return nil
    }
    (self.id, self.name, self.date) = (id, name, date)
    (kind, groups, self.place) = (place("kind"), place("groups"), place("place"))
    (latitude, longitude, exactness) = (place("latitude"), place("longitude"), place("precision"))
    (killed, wounded, note) = (place("killed"), place("wounded"), place("note"))
  }

  /// A row in short.
  ///
  /// - Throws: `RowProblem` for a row without id or title, with a date, figure or place that is none.
  public func event(_ row: FileRow) throws(RowProblem) -> DatasetEvent {
    guard let id = row.text(id), let title = row.text(name) else {
      throw RowProblem(
        column: row.text(id) == nil ? id : name, "is missing",
        remedy: "Every event has an id and a title.")
    }
    var event = DatasetEvent(id: id, title: title, kind: row.text(kind) ?? "Event")
    if let date, let text = row.text(date) {
      do {
        event.date = try ExtendedDate(reading: text)
      } catch {
        throw RowProblem(column: date, error.message, remedy: error.remedy)
      }
    }
    event.groups = (row.text(groups) ?? "").split(separator: ";")
      .map { DatasetParty(String($0).trimmed) }.filter { !$0.name.isEmpty }
    if let place = row.text(place) { event.places = [DatasetPlace(place, "place")] }
    try checkLocation(row)
    event.killed = try figure(row, killed)
    event.wounded = try figure(row, wounded)
    event.note = row.text(note) ?? ""
    return event
  }

  private func checkLocation(_ row: FileRow) throws(RowProblem) {
    if row.text(latitude) != nil || row.text(longitude) != nil, coordinates(row) == nil {
      throw RowProblem(
        column: latitude ?? longitude, "with the longitude is no point on the earth",
        remedy: "Write degrees: north from -90 to 90, east from -180 to 180.")
    }
    if let word = row.text(exactness), PlacePrecision(word: word) == nil {
      let known = PlacePrecision.allCases.map(\.word).joined(separator: ", ")
      throw RowProblem(
        column: exactness, "is no precision of a place", remedy: "Write one of: \(known).")
    }
  }

  /// Latitude and longitude, where both are within their bounds.
  public func coordinates(_ row: FileRow) -> Coordinates? {
    guard let north = row.decimal(latitude), let east = row.decimal(longitude) else { return nil }
    return Coordinates(latitude: north, longitude: east)
  }

  /// As the row says it in a word.
  public func precision(_ row: FileRow) -> PlacePrecision {
    row.text(exactness).flatMap { PlacePrecision(word: $0) } ?? .vague
  }

  private func figure(_ row: FileRow, _ column: Int?) throws(RowProblem) -> CasualtyFigure? {
    guard let column, let text = row.text(column) else { return nil }
    do {
      return try CasualtyFigure(reading: text)
    } catch {
      throw RowProblem(column: column, error.message, remedy: error.remedy)
    }
  }

  /// All that a row says, in the order of the columns above.
  public func facts(_ row: FileRow) -> [DatasetFact] {
    guard let event = try? event(row) else { return [] }
    var facts: [DatasetFact] = []
    func add(_ property: Property, _ label: String, _ column: Int?, _ value: DatasetFact.Value?) {
      guard let value else { return }
      facts.append(DatasetFact(property, label, value, columns: [column].compactMap(\.self)))
    }
    add(.date, "Date", date, event.date.map { .date($0) })
    for party in event.groups {
      add(Property(.participant), Role.participant.label, groups, .party(party))
    }
    add(.place, "Place", place, event.places.isEmpty ? nil : .place(event.places))
    add(
      "coordinates", "Coordinates", latitude,
      coordinates(row).map { .text("\($0.latitude), \($0.longitude)") })
    add(.killed, "Killed", killed, event.killed.map { .figure($0) })
    add(.wounded, "Wounded", wounded, event.wounded.map { .figure($0) })
    add("detail", "Note", note, event.note.isEmpty ? nil : .text(event.note))
    return facts
  }

  /// Nothing: the table is its author's own.
  public func help(_ column: Int) -> CodebookEntry? { nil }
  /// Values speak for themselves.
  public func meaning(_ column: Int, _ value: String) -> String? { nil }
}
