/// Looks through a whole copy for places where passages may stand: where a chosen run of one agrees,
/// with head and tail of its three words (18 bits), the rest of the passage is set against what
/// stands around it, at the most promising places first.
///
/// What is given has evidence of at least 18 bits more than there are places to look at, so that a
/// source of 300 passages that are not there gives one in fewer than one of 500 copies.
struct Seeding {
  /// Where a chosen run agrees.
  private struct Hit {
    let place: Int
    let offset: Int
    /// The evidence of the run and of the words beside it.
    let promise: Int32
  }

  private let sought: Sought
  private let copy: Words
  private let least: Int32
  /// For each passage, up to where it was found word for word.
  private var done: [Int]
  private var hits: [[Hit]]
  private var candidates: [Candidate] = []

  /// So many places of a passage are looked at, beside those where it stands word for word; more there
  /// are only where a copy says the same again and again.
  private static let tries = 4
  private static let most = 1000

  /// The candidates, in the order in which they were met.
  static func candidates(of sought: Sought, in copy: Words) -> [Candidate] {
    var seeding = Seeding(sought, copy)
    if sought.entries.isEmpty { return [] }
    seeding.collect()
    for passage in sought.passages.indices where !seeding.hits[passage].isEmpty {
      seeding.look(for: passage)
    }
    return seeding.candidates
  }

  private init(_ sought: Sought, _ copy: Words) {
    self.sought = sought
    self.copy = copy
    least = Evidence.places(copy.count) + 18 * Evidence.bit
    done = [Int](repeating: 0, count: sought.passages.count)
    hits = Array(repeating: [], count: sought.passages.count)
  }

  private mutating func collect() {
    for place in copy.runs.indices {
      let value = Int(copy.runs[place])
      for index in sought.first[value]..<sought.first[value + 1] {
        let entry = sought.entries[index]
        if place >= done[entry.passage], isRun(entry, at: place) { take(entry, at: place) }
      }
    }
  }

  /// Whether the words of a run agree also one by one.
  private func isRun(_ entry: Sought.Entry, at place: Int) -> Bool {
    let grains = sought.passages[entry.passage].fingerprint.grains
    return (0..<Winnowing.run).allSatisfy {
      copy.grains[place + $0].shown(1) == grains[entry.offset + $0]
    }
  }

  private mutating func take(_ entry: Sought.Entry, at place: Int) {
    let passage = sought.passages[entry.passage]
    let promise = promise(entry, passage, at: place)
    let start = place - entry.offset
    let both = Evidence.at(depth: 1).both * Int32(passage.words)
    if promise.isFull, start >= 0, start + passage.words <= copy.count {
      let straight = Alignment(words: passage.words, straightFrom: start, score: both)
      if let candidate = Candidate(entry.passage, passage, straight, in: copy), candidate.isWhole {
        done[entry.passage] = candidate.columns.upperBound
        candidates.append(candidate)
        return
      }
    }
    guard promise.score >= Evidence.places(copy.count) + 2 * Evidence.bit,
      hits[entry.passage].count < Self.most
    else { return }
    hits[entry.passage].append(Hit(place: place, offset: entry.offset, promise: promise.score))
  }

  /// Sets a passage against its most promising places.
  private mutating func look(for index: Int) {
    let passage = sought.passages[index]
    let search = PassageSearch(passage, in: copy)
    let whole = candidates.filter { $0.passage == index }
    var found = whole.map(\.columns)
    // Beside a place where it stands word for word, only one nearly as good is of interest.
    let least = whole.isEmpty ? 0 : passage.words * Int(Evidence.at(depth: 1).both) / 2
    var tries = 0
    let promising = hits[index].filter { $0.promise >= least }
    for hit in promising.sorted(by: { $0.promise > $1.promise }) where tries < Self.tries {
      if found.contains(where: { $0.contains(hit.place) }) { continue }
      tries += 1
      let lower = found.map(\.upperBound).filter { $0 <= hit.place }.max() ?? 0
      let upper = found.map(\.lowerBound).filter { $0 > hit.place }.min() ?? copy.count
      var alignment = search.align(around: hit.place, offset: hit.offset, within: lower..<upper)
      search.lengthen(&alignment, within: lower..<upper)
      guard let candidate = Candidate(index, passage, alignment, in: copy) else { continue }
      found.append(candidate.columns)
      if candidate.evidence >= self.least, candidate.share >= Candidate.leastShare {
        candidates.append(candidate)
      }
    }
  }

  /// How well the words beside a run agree, word for word, and whether all of them do.
  private func promise(
    _ entry: Sought.Entry, _ passage: Sought.Passage, at place: Int
  ) -> (score: Int32, isFull: Bool) {
    let evidence = Evidence.at(depth: 1)
    let grains = passage.fingerprint.grains
    var isFull = true
    func best(_ step: Int, from row: Int, _ column: Int) -> Int32 {
      var (row, column) = (row, column)
      var (score, best): (Int32, Int32) = (0, 0)
      while grains.indices.contains(row), copy.grains.indices.contains(column),
        score > best - 8 * Evidence.bit
      {
        let differing = copy.grains[column].shown(1).bits ^ grains[row].bits
        if differing == 0 {
          score += evidence.both
        } else {
          score += differing.nonzeroBitCount == 1 ? evidence.one : evidence.none
          isFull = false
        }
        best = max(best, score)
        (row, column) = (row + step, column + step)
      }
      return best
    }
    let around =
      best(1, from: entry.offset + Winnowing.run, place + Winnowing.run)
      + best(-1, from: entry.offset - 1, place - 1)
    return (Evidence.seed + Int32(Winnowing.run) * evidence.both + around, isFull)
  }
}
