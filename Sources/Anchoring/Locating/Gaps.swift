/// Looks for what has not been found yet between what has: there are few places there, so that less
/// evidence is enough, and a heading of two words or a badly scanned note can be told.
///
/// Never is a place taken without: the evidence must have 6.5 bits more than there are places, so
/// that of a hundred passages that are not there, at most one would be put where some words happen to
/// be like its own. Where the words between two passages are just as many as those of the passages
/// that are missing there, four bits are enough, for hardly ever does something else of the same length
/// stand there. Between passages that follow one another there is no place, and none is taken.
struct Gaps {
  private let sought: Sought
  private let copy: Words
  /// How many pairs of words may still be compared.
  private var effort = 40_000_000

  private static let least = Evidence.bit * 13 / 2
  private static let leastExpected = Evidence.bit * 4

  init(_ sought: Sought, in copy: Words) {
    self.sought = sought
    self.copy = copy
  }

  /// Gives places to as many passages as can be told.
  mutating func fill(_ placement: inout Placement) {
    guard placement.at.contains(where: { $0 != nil }) else { return }
    // What is found leaves less room for the rest.
    for _ in 0..<4 {
      let candidates = placement.at.indices.flatMap { passage in
        placement.at[passage] == nil ? self.candidates(for: passage, placement) : []
      }
      if candidates.isEmpty || !placement.place(candidates) { return }
    }
  }

  private mutating func candidates(for passage: Int, _ placement: Placement) -> [Candidate] {
    let windows = windows(of: passage, placement)
    let words = windows.reduce(0) { $0 + $1.count }
    let soughtPassage = sought.passages[passage]
    effort -= 2 * words * soughtPassage.words
    guard words > 0, effort > 0 else { return [] }
    let places = Evidence.places(max(1, words - soughtPassage.words) + 7)
    let expected = expected(passage, placement)
    let search = PassageSearch(soughtPassage, in: copy)
    var candidates: [Candidate] = []
    for window in windows {
      for alignment in search.alignments(in: window) {
        guard let candidate = Candidate(passage, soughtPassage, alignment, in: copy),
          candidate.share >= Candidate.leastShare
        else { continue }
        let isExpected = expected?.contains(candidate.start) == true
        let least = isExpected ? Self.leastExpected : Self.least + places
        if candidate.evidence >= least { candidates.append(candidate) }
      }
    }
    return candidates
  }

  /// Where a passage should begin, where the words between its neighbours (or the ends of the copy) are
  /// about as many as those of the passages that are missing there.
  private func expected(_ passage: Int, _ placement: Placement) -> ClosedRange<Int>? {
    let (before, after) = placement.neighbours(of: passage)
    func words(_ passages: Range<Int>) -> Int {
      sought.passages[passages].reduce(0) { $0 + $1.words }
    }
    let first = (before?.passage ?? -1) + 1
    let missing = words(first..<(after?.passage ?? sought.passages.count))
    let slack = 1 + missing / 6
    let lower = before?.columns.upperBound ?? 0
    let room = (after?.columns.lowerBound ?? copy.count) - lower
    guard abs(room - missing) <= slack else { return nil }
    let start = lower + words(first..<passage)
    return (start - slack)...(start + slack)
  }

  /// The words of the copy where a passage should be: between its neighbours, and of a long way
  /// between them the parts near to them.
  private func windows(of passage: Int, _ placement: Placement) -> [Range<Int>] {
    let (before, after) = placement.neighbours(of: passage)
    let lower = before?.columns.upperBound ?? 0
    let room = lower..<max(lower, after?.columns.lowerBound ?? copy.count)
    func reach(_ between: Range<Int>) -> Int {
      let words = sought.passages[between].reduce(0) { $0 + $1.words }
      return min(800, words + words / 2 + 300) + sought.passages[passage].words
    }
    let left = before.map { reach(($0.passage + 1)..<passage) } ?? 0
    let right = after.map { reach((passage + 1)..<$0.passage) } ?? 0
    if left + right >= room.count { return [room] }
    return [
      room.lowerBound..<(room.lowerBound + left), (room.upperBound - right)..<room.upperBound,
    ].filter { !$0.isEmpty }
  }
}
