/// The passages of a source that have been found in reading order, each at a place of its own.
struct Placement {
  /// By the passages' places among those sought.
  var at: [Candidate?]
  /// How many words the copy has.
  let words: Int

  /// What the best place must have more than the next, in sixteenths of a bit: 64 to 1.
  static let margin = 6 * Evidence.bit
  /// What it is worth that nothing stands between a passage and the one before or after it.
  private static let adjacent = 8 * Evidence.bit

  init(passages: Int, words: Int) {
    at = Array(repeating: nil, count: passages)
    self.words = words
  }

  /// The nearest passage before one that has a place, and the nearest after it.
  func neighbours(of passage: Int) -> (before: Candidate?, after: Candidate?) {
    (
      at[..<passage].last { $0 != nil } ?? nil,
      at[(passage + 1)...].first { $0 != nil } ?? nil
    )
  }

  /// Where a passage can stand without leaving the reading order.
  func room(of passage: Int) -> Range<Int> {
    let (before, after) = neighbours(of: passage)
    let lower = before?.core.upperBound ?? 0
    return lower..<max(lower, after?.core.lowerBound ?? words)
  }

  /// Gives passages their places, where these are not in doubt; whether any got one.
  mutating func place(_ candidates: [Candidate]) -> Bool {
    let chosen = Chain.best(candidates)
    for candidate in chosen { at[candidate.passage] = candidate }
    let byPassage = Dictionary(grouping: candidates, by: \.passage)
    let byStart = candidates.sorted { $0.core.lowerBound < $1.core.lowerBound }
    let longest = candidates.map(\.core.count).max() ?? 0
    var doubtful: [Int] = []
    for candidate in chosen {
      let room = room(of: candidate.passage)
      let places = (byPassage[candidate.passage] ?? []).filter {
        room.contains($0.core.lowerBound) && $0.core.upperBound <= room.upperBound
      }.sorted { worth($0) > worth($1) }
      guard let best = places.first else { continue }
      at[candidate.passage] = best
      let isSecond = places.contains {
        !$0.core.overlaps(best.core) && worth($0) > worth(best) - Self.margin
      }
      if isSecond || isClaimed(best, byStart, longest: longest) { doubtful.append(best.passage) }
    }
    for passage in doubtful { at[passage] = nil }
    return chosen.count > doubtful.count
  }

  /// Whether a passage that has no place could as well stand where this one does.
  private func isClaimed(_ candidate: Candidate, _ byStart: [Candidate], longest: Int) -> Bool {
    let (before, after) = neighbours(of: candidate.passage)
    let others = ((before?.passage ?? -1) + 1)..<(after?.passage ?? at.count)
    var low = 0
    var high = byStart.count
    while low < high {
      let middle = (low + high) / 2
      if byStart[middle].core.lowerBound < candidate.core.lowerBound - longest {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return byStart[low...].prefix { $0.core.lowerBound < candidate.core.upperBound }.contains {
      $0.passage != candidate.passage && others.contains($0.passage)
        && $0.core.overlaps(candidate.core)
        && $0.evidence > candidate.evidence - Self.margin
    }
  }

  /// The evidence for a place, and that it joins its neighbours; this counts only where both of them
  /// are known, since else another place might join the one that is not.
  private func worth(_ candidate: Candidate) -> Int32 {
    let passage = candidate.passage
    let before = passage > 0 ? at[passage - 1] : nil
    let after = passage + 1 < at.count ? at[passage + 1] : nil
    guard before != nil || passage == 0, after != nil || passage + 1 == at.count else {
      return candidate.evidence
    }
    let gaps = [
      before.map { candidate.columns.lowerBound - $0.columns.upperBound },
      after.map { $0.columns.lowerBound - candidate.columns.upperBound },
    ]
    let joins = gaps.compactMap(\.self).count { (-2...1).contains($0) }
    return candidate.evidence + Int32(joins) * Self.adjacent
  }
}
