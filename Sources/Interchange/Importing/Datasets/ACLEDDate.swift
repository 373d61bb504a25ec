import Model

/// When an event of ACLED took place, as far as its row tells.
struct ACLEDDate {
  /// The day that the row gives, which may be the middle of a week or a month.
  var day: ExtendedDate
  /// All days that it may have been.
  var span: ExtendedDate
  /// How exact it is.
  var note: String?
}

extension ACLED {
  /// The date of a row, by the codebook's “Time precision codes”: 2 is a week or a weekend of which the
  /// middle is given, 3 a month of which the middle, or the first or last day, is given.
  ///
  /// - Throws: `RowProblem` where the date is none, or its order of day and month is not sure.
  func date(_ row: FileRow) throws(RowProblem) -> ACLEDDate {
    let day = try day(row)
    switch row.integer(places.precision) {
    case 2:
      let (first, last) = (day.earliest.advanced(by: -3), day.earliest.advanced(by: 3))
      let span = try? ExtendedDate(reading: "\(first)/\(last)")
      return ACLEDDate(
        day: day, span: span ?? day,
        note: "known to a week or weekend, of which the row gives the middle")
    case 3:
      let start = day.earliest
      let span = ExtendedDate(year: start.year, month: start.month)
      return ACLEDDate(day: day, span: span ?? day, note: "known to the month; \(part(start))")
    case 1?: return ACLEDDate(day: day, span: day, note: nil)
    case let code?:
      return ACLEDDate(
        day: day, span: day, note: "the codebook lists no time precision of \(code)")
    case nil: return ACLEDDate(day: day, span: day, note: nil)
    }
  }

  /// What the day of a month means where only the month is known.
  private func part(_ day: DayNumber) -> String {
    if day.day == 1 { return "the row gives its first day, which stands for its beginning" }
    if day.advanced(by: 1).day == 1 {
      return "the row gives its last day, which stands for its end"
    }
    return "the row gives a day in its middle"
  }

  private func day(_ row: FileRow) throws(RowProblem) -> ExtendedDate {
    let text = row.trimmed(places.date)
    guard let written = WrittenDate(text) else { throw noDate }
    switch written {
    case .shortYear(let day, let month, let year):
      guard let full = row.integer(places.year), full % 100 == year,
        let date = ExtendedDate(year: full, month: month, day: day)
      else { throw noDate }
      return date
    case .digits where written.sure == nil:
      throw RowProblem(
        column: places.date, "does not say which is the day and which the month",
        remedy: "Write it as 2021-11-04 or 04 November 2021, or download the file again.")
    case .digits, .date:
      guard let date = written.sure, date.isSingleDay else { throw noDate }
      return date
    }
  }

  private var noDate: RowProblem {
    RowProblem(
      column: places.date, "is no day", remedy: "Write it as 2021-11-04 or 04 November 2021.")
  }
}
