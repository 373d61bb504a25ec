public import Model

/// How many documents lie in each month: what a timeline shows.
extension IndexFile {
  /// How many documents of a set that belong to a section have all their possible days in each month,
  /// how many in each year but not in one month, how many in no year, and how many have none.
  ///
  /// In a section in day order a month is a range of documents, so that it costs one count of a range,
  /// and months without any cost nothing; elsewhere every document is looked at.
  public func months(of bitmap: Bitmap, in section: String) -> MonthCounts {
    let documents = documents(in: section)
    guard isInDayOrder(section) else {
      return bitmap.within(documents).numbers.reduce(into: MonthCounts()) {
        $0.count(days(of: $1).map(DayRange.init))
      }
    }
    let end = documents.upperBound - UInt32(undated(in: section).count)
    let dated = documents.lowerBound..<max(documents.lowerBound, end)
    let severalMonths = self.documents(IndexFormat.severalMonths, key: "")
    let severalYears = self.documents(IndexFormat.severalYears, key: "")
    let wider = bitmap.and(severalYears)
    return MonthCounts(
      months: bins(of: bitmap.minus(severalMonths).minus(wider), in: dated, months: 1),
      years: bins(of: bitmap.and(severalMonths), in: dated, months: 12),
      wider: wider.count(in: dated),
      undated: bitmap.count(in: dated.upperBound..<documents.upperBound))
  }

  /// How many documents begin in each stretch of so many months, 1 or 12. What a damaged file says may
  /// be no day at all: the counts end there, and `problem` says why.
  private func bins(
    of bitmap: Bitmap, in dated: Range<UInt32>, months: Int
  ) -> [MonthCounts.Bin] {
    var bins: [MonthCounts.Bin] = []
    var rank = bitmap.rank(of: dated.lowerBound)
    while let document = bitmap.number(at: rank), dated.contains(document),
      let month = month(of: document)
    {
      let start = months == 12 ? month.january : month
      let after = start.advanced(by: months).firstDay.rawValue
      let next = firstDocument(in: (document + 1)..<dated.upperBound) { $0 >= after }
      let nextRank = bitmap.rank(of: next)
      bins.append(MonthCounts.Bin(start, count: nextRank - rank))
      rank = nextRank
    }
    return bins
  }

  private func month(of document: UInt32) -> CalendarMonth? {
    days(of: document).flatMap { CalendarMonth(of: DayNumber(rawValue: $0.lowerBound)) }
  }
}

extension DayRange {
  /// As the index has it: days since 1970-01-01.
  init(_ days: ClosedRange<Int32>) {
    self.init(
      first: DayNumber(rawValue: days.lowerBound), last: DayNumber(rawValue: days.upperBound))
  }
}
