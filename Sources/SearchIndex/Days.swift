/// The possible days of documents, as days since 1970-01-01.
///
/// In a section whose documents stand in the order of their earliest day, those that begin within
/// some days are a range of numbers. Only documents whose possible days are more than one need to be
/// looked at one by one; they have bitmaps of their own, by how many days they are (`SpanClass`), so
/// that those of a month are looked at only near the month.
extension IndexFile {
  /// A document's possible days, `Int32.min` and `Int32.max` being open ends; nil where it has no
  /// date.
  public func days(of document: UInt32) -> ClosedRange<Int32>? {
    bounds(of: document, in: IndexFormat.days)
  }

  /// The days that a document surely covers; nil where it surely covers none.
  public func sureDays(of document: UInt32) -> ClosedRange<Int32>? {
    bounds(of: document, in: IndexFormat.sure)
  }

  /// Whether a section's documents stand in the order of their earliest day, the undated last.
  public func isInDayOrder(_ section: String) -> Bool {
    self.section(section)?.isInDayOrder ?? false
  }

  /// Documents without a date.
  public var undated: Bitmap { documents(IndexFormat.undated, key: "") }

  /// Documents of a section without a date.
  public func undated(in section: String) -> Bitmap { undated.within(documents(in: section)) }

  /// Documents of a section whose possible days overlap `span`: those that may lie in it.
  public func documents(overlapping span: ClosedRange<Int32>, in section: String) -> Bitmap {
    guard isInDayOrder(section) else {
      return documents(in: section, where: IndexFormat.days, .overlaps(span))
    }
    let range = documents(in: section)
    let beginning = documents(of: range, beginningIn: span)
    let earlier = longSpans(in: range.lowerBound..<beginning.lowerBound, reaching: span.lowerBound)
    return Bitmap(beginning).or(Bitmap(earlier))
  }

  /// Documents of a section whose possible days lie wholly within `span`: those that certainly do.
  public func documents(within span: ClosedRange<Int32>, in section: String) -> Bitmap {
    guard isInDayOrder(section) else {
      return documents(in: section, where: IndexFormat.days, .isWithin(span))
    }
    let beginning = documents(of: documents(in: section), beginningIn: span)
    // Nothing reaches beyond the last day there is.
    guard span.upperBound < .max else { return Bitmap(beginning) }
    return Bitmap(beginning).minus(
      Bitmap(longSpans(in: beginning, reaching: span.upperBound + 1)))
  }

  /// Documents of a section that surely cover every day of `span`.
  public func documents(
    surelyCovering span: ClosedRange<Int32>, in section: String
  ) -> Bitmap {
    documents(in: section, where: IndexFormat.sure, .covers(span))
  }

  /// As `documents(overlapping:in:)`, for callers that know the order of a section; the file knows
  /// it too, and what it says counts.
  public func documents(
    overlapping span: ClosedRange<Int32>, in section: String, isSorted: Bool
  ) -> Bitmap {
    documents(overlapping: span, in: section)
  }

  /// The first of some documents in day order whose earliest day is such, as all after it must be;
  /// the end of the dated ones where none is.
  public func firstDocument(
    in range: Range<UInt32>, whereEarliest isSuch: (Int32) -> Bool
  ) -> UInt32 {
    guard let spans = layout.columns[IndexFormat.days.name] else { return range.lowerBound }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if let days = bounds(of: middle, in: spans), !isSuch(days.lowerBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // Undated documents stand behind the dated ones, so that a search may end at the first of them.
    return low
  }

  private func documents(
    of range: Range<UInt32>, beginningIn span: ClosedRange<Int32>
  ) -> Range<UInt32> {
    let first = firstDocument(in: range) { $0 >= span.lowerBound }
    return first..<firstDocument(in: first..<range.upperBound) { $0 > span.upperBound }
  }

  /// Those of some documents in day order, all beginning before `day`, whose possible days are more
  /// than one and reach it.
  private func longSpans(in range: Range<UInt32>, reaching day: Int32) -> [UInt32] {
    guard !range.isEmpty, let spans = layout.columns[IndexFormat.days.name] else { return [] }
    return SpanClass.allCases.flatMap { spanClass in
      let earliest = spanClass.reach.map { Int(day) - $0 } ?? Int(Int32.min)
      let first = firstDocument(in: range) { Int($0) >= earliest }
      let documents = documents(IndexFormat.longSpans, key: spanClass.rawValue)
      return documents.numbers(in: first..<range.upperBound).filter {
        bounds(of: $0, in: spans).map { $0.upperBound >= day } ?? false
      }
    }
  }
}
