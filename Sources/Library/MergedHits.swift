import SearchIndex

/// What several collections find, as one list; nothing is read but the places asked for.
///
/// By day: hits stand by their earliest possible day, those of one day part by part, the undated last.
/// Otherwise part follows on part.
struct MergedHits {
  /// What one collection finds: documents of a section of its index.
  struct Part {
    let index: IndexFile
    let section: String
    let hits: Bitmap
    /// Where the section's undated documents begin, or its end.
    private let datedEnd: UInt32

    init(index: IndexFile, section: String, hits: Bitmap) {
      self.index = index
      self.section = section
      self.hits = hits
      let range = index.documents(in: section)
      datedEnd = range.upperBound - UInt32(index.undated(in: section).count)
    }

    /// How many hits begin before a day; `nil` is after all days, where the undated stand.
    func count(before day: Int32?) -> Int {
      let range = index.documents(in: section)
      guard let day else { return hits.count(in: range.lowerBound..<datedEnd) }
      let dated = range.lowerBound..<max(range.lowerBound, datedEnd)
      return hits.count(
        in: range.lowerBound..<index.firstDocument(in: dated) { $0 >= day })
    }

    /// The number of the hit of a rank.
    func document(at rank: Int) -> UInt32? { hits.window(from: rank, count: 1).first }
  }

  /// A hit: which part, and its number there.
  struct Place: Equatable {
    var part: Int
    var document: UInt32
  }

  private let parts: [Part]
  private let byDay: Bool
  /// How many hits there are.
  let count: Int

  init(_ parts: [Part], byDay: Bool) {
    self.parts = parts
    self.byDay = byDay
    count = parts.map(\.hits.count).reduce(0, +)
  }

  /// The hits of some ranks of the whole list, which must be ranks that it has.
  func places(in ranks: Range<Int>) -> [Place] {
    guard !ranks.isEmpty else { return [] }
    return byDay ? placesByDay(in: ranks) : placesInTurn(in: ranks)
  }

  private func placesInTurn(in ranks: Range<Int>) -> [Place] {
    var places: [Place] = []
    var start = 0
    for (index, part) in parts.enumerated() {
      let local = ranks.clamped(to: start..<(start + part.hits.count))
      places += part.hits.window(from: local.lowerBound - start, count: local.count)
        .map { Place(part: index, document: $0) }
      start += part.hits.count
    }
    return places
  }

  private func placesByDay(in ranks: Range<Int>) -> [Place] {
    var places: [Place] = []
    var day = self.day(atRank: ranks.lowerBound)
    var skip = ranks.lowerBound - before(day)
    while places.count < ranks.count {
      for (index, part) in parts.enumerated() where places.count < ranks.count {
        let first = part.count(before: day)
        let here = (day.map { part.count(before: after($0)) } ?? part.hits.count) - first
        if skip >= here {
          skip -= here
          continue
        }
        let wanted = min(here - skip, ranks.count - places.count)
        places += part.hits.window(from: first + skip, count: wanted)
          .map { Place(part: index, document: $0) }
        skip = 0
      }
      guard let last = day else { break }
      day = next(after: last)
    }
    return places
  }

  /// The day after one, nil behind the last.
  private func after(_ day: Int32) -> Int32? { day == .max ? nil : day + 1 }

  /// The first later day on which a hit begins; nil for the undated.
  private func next(after day: Int32) -> Int32? {
    let starts = parts.compactMap { part -> Int32? in
      let rank = part.count(before: after(day))
      guard rank < part.count(before: nil), let document = part.document(at: rank) else {
        return nil
      }
      return part.index.days(of: document)?.lowerBound
    }
    return starts.min()
  }

  /// The day on which the hit of a rank begins; nil where it is undated.
  private func day(atRank rank: Int) -> Int32? {
    guard rank < before(nil) else { return nil }
    var (low, high) = (Int64(Int32.min), Int64(Int32.max))
    // The last day before which there are no more than `rank` hits.
    while low < high {
      let middle = low + (high - low + 1) / 2
      if before(Int32(middle)) <= rank { low = middle } else { high = middle - 1 }
    }
    return Int32(low)
  }

  /// How many hits have an open start; they stand first.
  var countOfOpenStarts: Int { before(.min + 1) }

  private func before(_ day: Int32?) -> Int { parts.map { $0.count(before: day) }.reduce(0, +) }

  /// The rank of a part's document; nil where it is no hit.
  func position(of document: UInt32, in part: Int) -> Int? {
    guard let local = parts[part].hits.position(of: document) else { return nil }
    guard byDay else { return parts[..<part].map(\.hits.count).reduce(0, +) + local }
    let day = parts[part].index.days(of: document)?.lowerBound
    return local
      + parts.enumerated().filter { $0.offset != part }.map { index, other in
        guard let day else { return index < part ? other.hits.count : other.count(before: nil) }
        return other.count(before: index < part ? after(day) : day)
      }.reduce(0, +)
  }

  /// The rank of the first hit that begins on a day or later; nil where none does.
  func position(ofDay day: Int32) -> Int? {
    let rank = before(day)
    return rank < before(nil) ? rank : nil
  }
}
