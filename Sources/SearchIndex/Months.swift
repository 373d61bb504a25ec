public import Model
import Synchronization

/// How many documents lie in each month: what a timeline shows.
extension IndexFile {
  /// How many documents of a set that belong to a section have all their possible days in each month,
  /// how many in each year but not in one month, how many in no year, and how many have none.
  ///
  /// In a section in day order a month is a range of documents, so that it costs one count of a range,
  /// and months without any cost nothing; elsewhere every document is looked at.
  public func months(of bitmap: Bitmap, in section: String) -> MonthCounts {
    let documents = documents(in: section)
    // A damaged file may name more documents than there can be; days are there of few enough.
    let known = (layout.columns[IndexFormat.days.name]?.documents ?? 0..<0).clamped(to: documents)
    guard isInDayOrder(section) else {
      var counts = MonthCounts(
        counting: bitmap.within(known).numbers.map { days(of: $0).map(DayRange.init) })
      counts.undated += bitmap.count(in: documents) - bitmap.count(in: known)
      return counts
    }
    let undated = min(undated(in: section).count, documents.count)
    let dated = (documents.lowerBound..<documents.upperBound - UInt32(undated)).clamped(to: known)
    let severalMonths = self.documents(IndexFormat.severalMonths, key: "")
    let severalYears = self.documents(IndexFormat.severalYears, key: "")
    let wider = bitmap.and(severalYears)
    let starts = monthStarts.of(section) { findStarts(in: dated) }
    return MonthCounts(
      months: bins(of: bitmap.minus(severalMonths).minus(wider), starts, to: dated.upperBound),
      years: bins(of: bitmap.and(severalMonths).minus(wider), starts.ofYears, to: dated.upperBound),
      wider: wider.count(in: dated),
      undated: bitmap.count(in: dated.upperBound..<documents.upperBound))
  }

  /// How many documents begin in each stretch of time that begins somewhere and ends where the next does.
  private func bins(
    of bitmap: Bitmap, _ starts: [MonthStarts.Start], to end: UInt32
  ) -> [MonthCounts.Bin] {
    var bins: [MonthCounts.Bin] = []
    var rank = starts.first.map { bitmap.rank(of: $0.document) } ?? 0
    for (index, start) in starts.enumerated() {
      let next = bitmap.rank(of: index + 1 < starts.count ? starts[index + 1].document : end)
      if next > rank { bins.append(MonthCounts.Bin(start.month, count: next - rank)) }
      rank = next
    }
    return bins
  }

  /// Where each month begins among dated documents in day order. Open starts stand first and belong to
  /// no month. What a damaged file says may be no day at all: then the table ends, and `problem` says
  /// why.
  private func findStarts(in dated: Range<UInt32>) -> [MonthStarts.Start] {
    var starts: [MonthStarts.Start] = []
    var document = firstDocument(in: dated) { $0 > .min }
    while dated.contains(document), let days = days(of: document),
      let month = CalendarMonth(of: DayNumber(rawValue: days.lowerBound))
    {
      starts.append(MonthStarts.Start(month: month, document: document))
      let after = month.advanced(by: 1).firstDay.rawValue
      document = firstDocument(in: (document + 1)..<dated.upperBound) { $0 >= after }
    }
    return starts
  }
}

/// Where months begin among the documents of each section, found at the first question.
final class MonthStarts: Sendable {
  /// The first document of a month.
  struct Start: Sendable {
    let month: CalendarMonth
    let document: UInt32
  }

  private let known = Mutex<[String: [Start]]>([:])

  func of(_ section: String, find: () -> [Start]) -> [Start] {
    if let starts = known.withLock({ $0[section] }) { return starts }
    let starts = find()
    known.withLock { $0[section] = starts }
    return starts
  }
}

extension [MonthStarts.Start] {
  /// The first documents of the years, under their Januaries.
  fileprivate var ofYears: [MonthStarts.Start] {
    var years: [MonthStarts.Start] = []
    for start in self where years.last?.month != start.month.january {
      years.append(MonthStarts.Start(month: start.month.january, document: start.document))
    }
    return years
  }
}

extension DayRange {
  /// As the index has it: days since 1970-01-01.
  init(_ days: ClosedRange<Int32>) {
    self.init(
      first: DayNumber(rawValue: days.lowerBound), last: DayNumber(rawValue: days.upperBound))
  }
}
