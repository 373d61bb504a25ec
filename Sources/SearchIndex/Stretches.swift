public import Model

/// Documents of a set beside some days, months or years, one after another: what a timeline shows.
///
/// A document lies in a stretch only where all its possible days do. Those before, in one stretch, wide,
/// after and undated together are all of the set.
public struct Stretches: Sendable {
  /// Where the documents begin that begin in each stretch, and where those of the last one end.
  let starts: [UInt32]
  /// What lies in a single stretch.
  public let narrow: Bitmap
  /// What may lie in the stretches, and in no single one for certain.
  public let wide: Bitmap
  /// How many certainly lie before the first stretch.
  public let before: Int
  /// How many certainly lie after the last stretch.
  public let after: Int
  /// How many have no date.
  public let undated: Int
  /// From the first known beginning of a document of the set to the last; nil where none is known.
  public let extent: DayRange?
}

extension IndexFile {
  /// The documents of a set that belong to a section, beside stretches of the calendar by their numbers.
  /// Nil where the section is not in the order of days.
  ///
  /// A stretch is a range of documents, so that it costs a few looks at days and a count of a range.
  public func stretches(
    of bitmap: Bitmap, in section: String, unit: CalendarUnit, numbers: Range<Int>
  ) -> Stretches? {
    guard isInDayOrder(section) else { return nil }
    let documents = documents(in: section)
    let known = (layout.columns[IndexFormat.days.name]?.documents ?? 0..<0).clamped(to: documents)
    let undated = min(undated(in: section).count, documents.count)
    let end = documents.upperBound - UInt32(undated)
    let dated = (documents.lowerBound..<end).clamped(to: known)
    let starts = starts(of: unit, numbers, in: dated)
    let (first, last) = (starts.first ?? dated.lowerBound, starts.last ?? dated.lowerBound)
    let here = bitmap.within(first..<last)
    let narrow = wider(than: unit).reduce(here) { $0.minus($1) }
    let days = unit.days(of: numbers)
    let reaching =
      numbers.isEmpty
      ? Bitmap([])
      : self.documents(overlapping: days.first.rawValue...days.last.rawValue, in: section)
        .and(bitmap).within(dated.lowerBound..<first)
    return Stretches(
      starts: starts, narrow: narrow, wide: here.minus(narrow).or(reaching),
      before: bitmap.count(in: dated.lowerBound..<first) - reaching.count,
      after: bitmap.count(in: last..<dated.upperBound),
      undated: bitmap.count(in: dated.upperBound..<documents.upperBound),
      extent: extent(of: bitmap, in: dated))
  }

  /// The first document of each stretch, and of what follows the last one.
  private func starts(
    of unit: CalendarUnit, _ numbers: Range<Int>, in dated: Range<UInt32>
  ) -> [UInt32] {
    var starts: [UInt32] = []
    var from = dated.lowerBound
    for number in numbers.lowerBound...numbers.upperBound {
      let day = unit.firstDay(of: number).rawValue
      from = firstDocument(in: from..<dated.upperBound) { $0 >= day }
      starts.append(from)
    }
    return starts
  }

  /// Documents whose possible days lie in no single stretch of a unit.
  private func wider(than unit: CalendarUnit) -> [Bitmap] {
    let severalYears = documents(IndexFormat.severalYears, key: "")
    switch unit {
    case .year: return [severalYears]
    case .month: return [documents(IndexFormat.severalMonths, key: ""), severalYears]
    case .day:
      return SpanClass.allCases.map { documents(IndexFormat.longSpans, key: $0.rawValue) }
    }
  }

  private func extent(of bitmap: Bitmap, in dated: Range<UInt32>) -> DayRange? {
    let known = firstDocument(in: dated) { $0 > .min }..<dated.upperBound
    let (rank, end) = (bitmap.rank(of: known.lowerBound), bitmap.rank(of: known.upperBound))
    guard rank < end, let first = bitmap.number(at: rank).flatMap(days(of:)),
      let last = bitmap.number(at: end - 1).flatMap(days(of:))
    else { return nil }
    return DayRange(
      first: DayNumber(rawValue: first.lowerBound), last: DayNumber(rawValue: last.lowerBound))
  }

  /// What some documents that lie in single stretches amount to in each of them; what was counted of
  /// them is summed where a column is given.
  public func sums(
    of part: Bitmap, over stretches: Stretches, summing column: Column? = nil
  ) -> [FigureSum] {
    let starts = stretches.starts
    var sums: [FigureSum] = []
    var rank = starts.first.map { part.rank(of: $0) } ?? 0
    for start in starts.dropFirst() {
      let next = part.rank(of: start)
      sums.append(FigureSum(events: next - rank))
      rank = next
    }
    guard let column, let spans = layout.columns[column.name] else { return sums }
    add(spans, of: part, starts, to: &sums)
    return sums
  }

  /// Adds up bounds block by block, so that a document costs a few nanoseconds.
  private func add(
    _ spans: IndexLayout.Spans, of part: Bitmap, _ starts: [UInt32], to sums: inout [FigureSum]
  ) {
    guard let first = starts.first, let last = starts.last else { return }
    let numbers = part.numbers(in: (first..<last).clamped(to: spans.documents))
    guard let first = numbers.first else { return }
    let size = UInt32(IndexFormat.documentsPerBlock)
    var bars = BarSums(starts, from: first)
    var next = 0
    while next < numbers.count {
      let index = (numbers[next] - spans.documents.lowerBound) / size
      let start = spans.documents.lowerBound + index * size
      var end = next + 1
      while end < numbers.count, numbers[end] - start < size { end += 1 }
      defer { next = end }
      guard let block = block(Int(index), of: spans), !block.isEmpty else { continue }
      bars.add(block, from: start, numbers[next..<end], to: &sums)
    }
    bars.flush(to: &sums)
  }
}

/// The sum of the stretch at hand while documents are gone through in their order.
private struct BarSums {
  private let starts: [UInt32]
  private var stretch: Int
  /// Where the stretch at hand ends.
  private var end: UInt32
  private var sum = FigureSum()

  /// The documents to come are from `first` on, which is in one of the stretches.
  init(_ starts: [UInt32], from first: UInt32) {
    self.starts = starts
    stretch = 0
    end = starts[1]
    while first >= end { goOn() }
  }

  private mutating func goOn() {
    stretch += 1
    end = starts[stretch + 1]
  }

  /// Puts down what the stretch at hand amounts to so far.
  mutating func flush(to sums: inout [FigureSum]) {
    sums[stretch] = sums[stretch] + sum
    sum = FigureSum()
  }

  /// Adds documents of a block. The usual widths are constants to the compiler, which halves the time.
  mutating func add(
    _ block: ColumnBlock, from first: UInt32, _ documents: ArraySlice<UInt32>,
    to sums: inout [FigureSum]
  ) {
    switch (block.lowWidth, block.highWidth) {
    case (1, 0): add(block, lowWidth: 1, highWidth: 0, first, documents, &sums)
    case (1, 1): add(block, lowWidth: 1, highWidth: 1, first, documents, &sums)
    case (2, 0): add(block, lowWidth: 2, highWidth: 0, first, documents, &sums)
    case (2, 1): add(block, lowWidth: 2, highWidth: 1, first, documents, &sums)
    case (let low, let high): add(block, lowWidth: low, highWidth: high, first, documents, &sums)
    }
  }

  @inline(__always)
  private mutating func add(
    _ block: ColumnBlock, lowWidth: Int, highWidth: Int, _ first: UInt32,
    _ documents: ArraySlice<UInt32>,
    _ sums: inout [FigureSum]
  ) {
    // In variables of its own, which stay in registers.
    var (sum, end) = (self.sum, self.end)
    for document in documents {
      if document >= end {
        self.sum = sum
        flush(to: &sums)
        while document >= self.end { goOn() }
        (sum, end) = (self.sum, self.end)
      }
      let limits = block.limits(Int(document &- first), lowWidth: lowWidth, highWidth: highWidth)
      sum.add(limits.low, limits.high)
    }
    self.sum = sum
  }
}

extension FigureSum {
  /// Adds a figure by its bounds; none where the least is above the most.
  @inline(__always)
  mutating func add(_ least: Int, _ most: Int) {
    // All bits set where it counts, so that there is no branch to guess.
    let counts = least <= most ? -1 : 0
    let isEndless = most >= Int(Int32.max) ? counts : 0
    let (low, high) = (max(0, least), max(0, most))
    known &-= counts
    self.low &+= low & counts
    open &-= isEndless
    self.high &+= ((high & ~isEndless) | (low & isEndless)) & counts
  }
}
