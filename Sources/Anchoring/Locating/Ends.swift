/// The ends of passages that were found but for some damaged words there.
struct Ends {
  private let sought: Sought
  private let copy: Words

  /// So many words are counted as a passage's own where nothing but their place says so.
  private static let most = 3

  init(_ sought: Sought, in copy: Words) {
    self.sought = sought
    self.copy = copy
  }

  /// Looks for the rest of passages of which an end is missing, where no other passage stands; then
  /// gives them the words up to their neighbours, where these are hardly more than are missing, else up to
  /// three.
  func mend(_ placement: inout Placement) {
    for index in sought.passages.indices {
      guard let candidate = placement.at[index], !candidate.isWhole else { continue }
      let (before, after) = placement.neighbours(of: index)
      let lower = min(before?.columns.upperBound ?? 0, candidate.columns.lowerBound)
      let upper = max(after?.columns.lowerBound ?? copy.count, candidate.columns.upperBound)
      let search = PassageSearch(sought.passages[index], in: copy)
      change(&placement, index) { search.lengthen(&$0, within: lower..<upper) }
    }
    var before: Int?
    for index in sought.passages.indices where placement.at[index] != nil {
      mend(&placement, between: before, and: index)
      before = index
    }
    mend(&placement, between: before, and: nil)
  }

  /// Shares the words between two passages that follow one another among those found.
  private func mend(_ placement: inout Placement, between left: Int?, and right: Int?) {
    let first = left.flatMap { placement.at[$0] }
    let second = right.flatMap { placement.at[$0] }
    let lower = first?.columns.upperBound ?? 0
    let upper = second?.columns.lowerBound ?? copy.count
    guard lower < upper else { return }
    let trailing =
      first.map { $0.alignment.firsts.count - ($0.alignment.rows?.upperBound ?? 0) } ?? 0
    let leading = second?.alignment.rows?.lowerBound ?? 0
    let missing = trailing + leading
    guard missing > 0 else { return }
    // Passages that are lost most likely stand here too.
    let between = ((left ?? -1) + 1)..<(right ?? sought.passages.count)
    let lost = sought.passages[between].reduce(0) { $0 + $1.words }
    let room = max(0, upper - lower - lost)
    let isFull = lost == 0 && left != nil && right != nil && room <= missing + missing / 2 + 2
    let given = isFull ? room * trailing / missing : min(Self.most, trailing, room)
    let taken = isFull ? room - given : min(Self.most, leading, room - given)
    if let left, given > 0 {
      change(&placement, left) { $0.extend(forward: given, over: trailing) }
    }
    if let right, taken > 0 {
      change(&placement, right) { $0.extend(backward: taken, over: leading) }
    }
  }

  private func change(
    _ placement: inout Placement, _ index: Int, _ change: (inout Alignment) -> Void
  ) {
    guard var candidate = placement.at[index] else { return }
    candidate.realign(sought.passages[index], in: copy, change)
    placement.at[index] = candidate
  }
}
