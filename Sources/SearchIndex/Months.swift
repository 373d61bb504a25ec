public import Model

/// How many documents begin in each month: what a histogram shows.
extension IndexFile {
  /// How many documents of a set that belong to a section have their earliest possible day in each
  /// month from that of `first` to that of `last`, both included; none where they are reversed.
  ///
  /// What is undated, or begins before or after those months, is not counted. In a section in day
  /// order a month is a range of documents, so that it costs one count of a range; elsewhere every
  /// document is looked at.
  public func counts(
    of bitmap: Bitmap, in section: String, byMonthsFrom first: DayNumber, to last: DayNumber
  ) -> [Int] {
    let starts = Self.starts(from: first, to: last)
    guard starts.count > 1 else { return [] }
    guard isInDayOrder(section) else {
      return counts(ofUnordered: bitmap.within(documents(in: section)), starts: starts)
    }
    let documents = documents(in: section)
    var next = documents.lowerBound
    var before: Int?
    var counts: [Int] = []
    counts.reserveCapacity(starts.count)
    for start in starts {
      next = firstDocument(in: next..<documents.upperBound) { $0 >= start }
      let rank = bitmap.rank(of: next)
      if let before { counts.append(rank - before) }
      before = rank
    }
    return counts
  }

  private func counts(ofUnordered bitmap: Bitmap, starts: [Int32]) -> [Int] {
    var counts = Array(repeating: 0, count: starts.count - 1)
    for document in bitmap.numbers {
      guard let day = days(of: document)?.lowerBound else { continue }
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= day { low = middle + 1 } else { high = middle }
      }
      if low > 0, low < starts.count { counts[low - 1] += 1 }
    }
    return counts
  }

  /// The first days of the months, and that of the month after the last; fewer than two where there
  /// is no month.
  private static func starts(from first: DayNumber, to last: DayNumber) -> [Int32] {
    let start = 12 * first.year + first.month - 1
    let end = 12 * last.year + last.month
    return (start...max(start, end)).compactMap { month in
      let year = month >= 0 ? month / 12 : (month - 11) / 12
      return DayNumber(year: year, month: month - 12 * year + 1, day: 1)?.rawValue
    }
  }
}
