import Model

/// When an incident of the GTD took place, as far as its row tells.
struct GTDDate {
  /// The day, month or year that the row gives.
  var start: ExtendedDate
  /// The day on which it ended, where the row gives one that can be read in one way only.
  var end: ExtendedDate?
  /// What the row gives for the end, where it cannot be read, or lies before the start.
  var unreadEnd: String?

  /// From the start to the end where both are known, or the start alone.
  var whole: ExtendedDate {
    guard let end, end != start else { return start }
    return (try? ExtendedDate(reading: "\(start)/\(end)")) ?? start
  }
}

extension GTD {
  /// The date of a row, by the codebook's section I: 0 stands for an unknown month or day, and nothing is
  /// ever put in its place.
  ///
  /// - Throws: `RowProblem` where the year is missing, or the three make no date.
  func date(_ row: FileRow) throws(RowProblem) -> GTDDate {
    guard let year = row.integer(places.year), (1000...9999).contains(year) else {
      throw RowProblem(
        column: places.year, "is no year", remedy: "Write a year of four digits, such as 2018.")
    }
    let month = try part(
      row, places.month, 1...12, "is no month", "Write 1 to 12, or 0 for unknown.")
    let day = try part(row, places.day, 1...31, "is no day", "Write 1 to 31, or 0 for unknown.")
    guard
      let start = ExtendedDate(year: year, month: month, day: month == nil ? nil : day)
    else {
      throw RowProblem(
        column: places.day, "is no day of that month",
        remedy: "Write a day that the month has, or 0 for unknown.")
    }
    return ending(row, start)
  }

  /// A month or a day; nil where it is unknown: 0, blank, -9, -99.
  private func part(
    _ row: FileRow, _ column: Int, _ range: ClosedRange<Int>, _ reason: String, _ remedy: String
  ) throws(RowProblem) -> Int? {
    if row.isBlank(column) { return nil }
    guard let number = row.integer(column) else {
      throw RowProblem(column: column, reason, remedy: remedy)
    }
    if number == 0 || number == -9 || number == -99 { return nil }
    guard range.contains(number) else { throw RowProblem(column: column, reason, remedy: remedy) }
    return number
  }

  private func ending(_ row: FileRow, _ start: ExtendedDate) -> GTDDate {
    guard row.integer(places.extended) == 1 else { return GTDDate(start: start) }
    let written = row.trimmed(places.resolution)
    guard !written.isEmpty else { return GTDDate(start: start) }
    let readings = Self.readings(of: written).filter { $0.latest >= start.earliest }
    guard let end = readings.first, readings.allSatisfy({ $0 == end }) else {
      return GTDDate(start: start, unreadEnd: row.text(places.resolution))
    }
    return GTDDate(start: start, end: end)
  }

  /// What a date of the column `resolution` may mean: written out, in digits whose order is not said,
  /// or as a spreadsheet's number of a day.
  private static func readings(of text: ArraySlice<UInt8>) -> [ExtendedDate] {
    if text.count == 5, let serial = FileRow([String(decoding: text, as: UTF8.self)]).integer(0) {
      return SheetDay(serial: serial, since1904: false).flatMap(\.date).map { [$0] } ?? []
    }
    return switch WrittenDate(text) {
    case .date(let date)?: [date]
    case .digits(let dayFirst, let monthFirst)?: [dayFirst, monthFirst].compactMap(\.self)
    case .shortYear?, nil: []
    }
  }
}
