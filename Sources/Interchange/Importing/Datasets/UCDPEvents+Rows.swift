import Model

extension UCDPEvents {
  /// A row in short.
  ///
  /// - Throws: `RowProblem` for a row without id, with dates that are none, or with counts that are none.
  public func event(_ row: FileRow) throws(RowProblem) -> DatasetEvent {
    let id = try id(row)
    let (sideA, sideB) = (party(row, at.sideA, at.idA), party(row, at.sideB, at.idB))
    let names = [sideA?.name, sideB?.name].compactMap(\.self)
    var event = DatasetEvent(
      id: id, title: names.isEmpty ? "Event \(id)" : names.joined(separator: " – "),
      kind: Self.violence(row, at.violence), date: try date(row))
    event.groups = [sideA, sideB].compactMap(\.self)
    event.places = places(row)
    event.coordinates = coordinates(row)
    event.killed = try killed(row)
    event.sources = UCDPSources.works(row, at)
    event.note = [at.conflict, at.described].compactMap { row.text($0) }.joined(separator: "\n")
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

  private func party(_ row: FileRow, _ name: Int, _ id: Int?) -> DatasetParty? {
    guard let name = row.text(name) else { return nil }
    return DatasetParty(name, id: row.text(id).map { RecordID("ucdp-" + $0) })
  }

  /// The three types of organised violence (GED Codebook 23.1, `type_of_violence`).
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
    guard let first = DatedField.day(row.utf8(start)) else {
      throw RowProblem(column: start, "is no date", remedy: remedy)
    }
    if first.utf8.elementsEqual(row.utf8(end).prefix(10)) { return try ordered(first, end) }
    guard let last = DatedField.day(row.utf8(end)) else {
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
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let text = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    guard let date = try? ExtendedDate(reading: text) else {
      throw RowProblem(
        column: at.day, "is no day of that month", remedy: "Compare the file as downloaded.")
    }
    return date
  }

  /// The best estimate between the lowest and the highest (GED Codebook 23.1, `best`, `low`, `high`).
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
    let levels = [
      (at.place, "place"), (at.district, "district"), (at.province, "province"),
      (at.country, "country"),
    ]
    for (column, type) in levels {
      guard let name = row.text(column) else { continue }
      if places.last?.name == name { places.removeLast() }
      places.append(DatasetPlace(name, type))
    }
    return places
  }

  func coordinates(_ row: FileRow) -> Coordinates? {
    guard let latitude = row.decimal(at.latitude), let longitude = row.decimal(at.longitude) else {
      return nil
    }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}
