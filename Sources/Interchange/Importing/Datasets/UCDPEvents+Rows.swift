public import Model

extension UCDPEvents {
  /// A row in short.
  ///
  /// - Throws: `RowProblem` for a row without id, with dates that are none, or with counts that are none.
  public func event(_ row: FileRow) throws(RowProblem) -> DatasetEvent {
    let id = try id(row)
    let groups = groups(row)
    var title = groups.first?.name ?? "Event \(id)"
    for group in groups.dropFirst() { title += " – " + group.name }
    var event = DatasetEvent(
      id: id, title: title, kind: Self.violence(row, at.violence), date: try date(row),
      groups: groups)
    event.places = places(row)
    event.killed = try killed(row)
    event.sources = UCDPSources.works(row, at)
    event.note = row.text(at.conflict) ?? ""
    if let described = row.text(at.described) {
      event.note += event.note.isEmpty ? described : "\n" + described
    }
    return event
  }

  /// Id and date, where the counts are sound too.
  public func outline(_ row: FileRow) throws(RowProblem) -> RowOutline {
    _ = try killed(row)
    return RowOutline(id: try id(row), date: try date(row))
  }

  private func id(_ row: FileRow) throws(RowProblem) -> String {
    guard let id = row.text(at.id) else {
      throw RowProblem(
        column: at.id, "is missing",
        remedy: "Every event has an id; compare the file as downloaded.")
    }
    return id
  }

  /// Side A and side B.
  private func groups(_ row: FileRow) -> [DatasetParty] {
    guard let sideA = party(row, at.sideA, at.idA) else {
      return party(row, at.sideB, at.idB).map { [$0] } ?? []
    }
    guard let sideB = party(row, at.sideB, at.idB) else { return [sideA] }
    return [sideA, sideB]
  }

  private func party(_ row: FileRow, _ name: Int, _ id: Int?) -> DatasetParty? {
    guard let name = row.text(name) else { return nil }
    return DatasetParty(name, id: row.text(id).map { RecordID("ucdp-" + $0) })
  }

  /// The three types of organised violence (GED Codebook, `type_of_violence`).
  private static func violence(_ row: FileRow, _ column: Int) -> String {
    switch row.integer(column) {
    case 1: "State-based violence"
    case 2: "Non-state violence"
    case 3: "One-sided violence"
    default: row.text(column) ?? "Event"
    }
  }

  /// From the first day to the last that the row gives; nothing is added for its precision, which the two
  /// days hold already.
  private func date(_ row: FileRow) throws(RowProblem) -> ExtendedDate {
    guard let start = at.start else { return try dateOfParts(row) }
    let end = at.end ?? start
    let remedy = "Write it as 2016-08-08."
    guard let first = row.withBytes(start, { DatedField.day($0) }) else {
      throw RowProblem(column: start, "is no date", remedy: remedy)
    }
    if row.withBytes(end, { first.utf8.elementsEqual($0.prefix(10)) }) {
      return try ordered(first, end)
    }
    guard let last = row.withBytes(end, { DatedField.day($0) }) else {
      throw RowProblem(column: end, "is no date", remedy: remedy)
    }
    return try ordered(first + "/" + last, end)
  }

  private func ordered(_ text: String, _ column: Int) throws(RowProblem) -> ExtendedDate {
    guard let date = try? ExtendedDate(reading: text) else {
      throw RowProblem(
        column: column, "lies before the day on which the event began",
        remedy: "Compare the file as downloaded.")
    }
    return date
  }

  /// Year, month and day in columns of their own.
  private func dateOfParts(_ row: FileRow) throws(RowProblem) -> ExtendedDate {
    guard let year = row.integer(at.year), let month = row.integer(at.month),
      let day = row.integer(at.day), (1...9999).contains(year)
    else {
      throw RowProblem(
        column: at.year, "with its month and day is no date",
        remedy: "Write year, month and day as numbers.")
    }
    let text = DatedField.written(year: year, month: month, day: day)
    guard let date = try? ExtendedDate(reading: text) else {
      throw RowProblem(
        column: at.day, "is no day of that month", remedy: "Compare the file as downloaded.")
    }
    return date
  }

  /// The best estimate between the lowest and the highest (GED Codebook, `best`, `low`, `high`).
  func killed(_ row: FileRow) throws(RowProblem) -> CasualtyFigure? {
    if row.isBlank(at.best), row.isBlank(at.low), row.isBlank(at.high) { return nil }
    func count(_ column: Int) throws(RowProblem) -> Int {
      guard let count = row.integer(column), count >= 0, count < 1 << 31 else {
        throw RowProblem(
          column: column, "is no number of persons", remedy: "Write a whole number, 0 or more.")
      }
      return count
    }
    return CasualtyFigure(
      best: try count(at.best), low: try count(at.low), high: try count(at.high))
  }

  /// From the smallest place named to the country; the same name twice is one place.
  func places(_ row: FileRow) -> [DatasetPlace] {
    var places: [DatasetPlace] = []
    func add(_ column: Int?, _ type: String) {
      guard let name = row.text(column) else { return }
      if places.last?.name == name { places.removeLast() }
      places.append(DatasetPlace(name, type))
    }
    add(at.place, "place")
    add(at.district, "district")
    add(at.province, "province")
    add(at.country, "country")
    return places
  }

  /// Latitude and longitude, where both are within their bounds.
  public func coordinates(_ row: FileRow) -> Coordinates? {
    guard let latitude = row.decimal(at.latitude), let longitude = row.decimal(at.longitude) else {
      return nil
    }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}
