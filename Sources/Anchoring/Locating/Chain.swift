/// Chooses, of places where passages may stand, those that keep to the reading order and together
/// have most evidence: each passage at most once, later ones after earlier ones.
struct Chain {
  /// The best chain that ends with a passage or one before it: a Fenwick tree of maxima.
  private var tree: [(score: Int64, last: Int)]

  /// In time n log n for n candidates; in reading order.
  static func best(_ candidates: [Candidate]) -> [Candidate] {
    guard let passages = candidates.map(\.passage).max() else { return [] }
    var chain = Chain(tree: Array(repeating: (0, -1), count: passages + 2))
    let byStart = candidates.indices.sorted {
      (candidates[$0].core.lowerBound, $0) < (candidates[$1].core.lowerBound, $1)
    }
    let byEnd = candidates.indices.sorted {
      (candidates[$0].core.upperBound, $0) < (candidates[$1].core.upperBound, $1)
    }
    var scores = [Int64](repeating: 0, count: candidates.count)
    var before = [Int](repeating: -1, count: candidates.count)
    var ended = 0
    for index in byStart {
      let candidate = candidates[index]
      while ended < byEnd.count,
        candidates[byEnd[ended]].core.upperBound <= candidate.core.lowerBound
      {
        chain.add(scores[byEnd[ended]], byEnd[ended], at: candidates[byEnd[ended]].passage)
        ended += 1
      }
      let best = chain.best(before: candidate.passage)
      scores[index] = best.score + Int64(candidate.evidence)
      before[index] = best.last
    }
    var chosen: [Candidate] = []
    var at = byStart.max { scores[$0] < scores[$1] } ?? -1
    while at >= 0 {
      chosen.append(candidates[at])
      at = before[at]
    }
    return chosen.reversed()
  }

  private mutating func add(_ score: Int64, _ last: Int, at passage: Int) {
    var node = passage + 1
    while node < tree.count {
      if score > tree[node].score { tree[node] = (score, last) }
      node += node & -node
    }
  }

  private func best(before passage: Int) -> (score: Int64, last: Int) {
    var best: (score: Int64, last: Int) = (0, -1)
    var node = passage
    while node > 0 {
      if tree[node].score > best.score { best = tree[node] }
      node -= node & -node
    }
    return best
  }
}
