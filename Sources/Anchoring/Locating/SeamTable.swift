/// All ways in which passages that follow one another can stand in some words of a copy, weighed
/// together: the forward algorithm of a hidden Markov model (Durbin, Eddy, Krogh, Mitchison, "Biological
/// Sequence Analysis", 1998, sections 3.2 and 4.4), whose weights are likelihoods beside that of
/// words which have nothing to do with one another.
///
/// Each passage stands there, its words kept, damaged, cut, joined, left out or parted by others, or
/// it is missing; between passages other words may stand.
struct SeamTable {
  /// A passage, or the part of one whose other words have their places.
  struct Block {
    var grains: [Grain]
    var depth: Int
    /// Whether its other words stand before the first place, or after the last.
    var isTail = false
    var isHead = false
    var isFirm: Bool { isTail || isHead }
  }

  /// For each block the weight of all ways up to its beginning, and up to its end, at each place.
  private(set) var starts: [[Double]] = []
  private(set) var ends: [[Double]] = []

  private let columns: [Grain]
  private let breaks: [Double]
  private let damage: Damage

  /// A longer stretch of others within a passage, such as a page's foot and head,
  /// and each word of it; the same between passages; a passage that is not there.
  private static let parted = 0x1p-11
  private static let partedMore = 0.97
  private static let between = 0x1p-3
  private static let betweenMore = 0.9
  /// Other words have lines too: so much at most counts that one ends there.
  private static let aside = 64.0
  private static let absent = 0x1p-7

  /// `boundaries` and `breaks` have one place more than there are columns: the likelihood that a passage
  /// begins or ends there, and that others' words begin or end there within a passage. Unless the first
  /// block is a tail, other words may stand before all.
  init(_ blocks: [Block], columns: [Grain], boundaries: [Double], breaks: [Double], damage: Damage)
  {
    self.damage = damage
    self.columns = columns
    self.breaks = breaks
    let places = columns.count + 1
    var joined = [Double](repeating: 0, count: places)
    var apart = [Double](repeating: blocks.first?.isTail == true ? 0 : 1, count: places)
    for block in blocks {
      var start = joined
      for place in 0..<places { start[place] += apart[place] * min(boundaries[place], Self.aside) }
      if block.isTail {
        start = [Double](repeating: 0, count: places)
        start[0] = 1
      }
      let end = fill(block, from: start)
      starts.append(start)
      ends.append(end)
      let absent = block.isFirm ? 0 : Self.absent
      var other = 0.0
      for place in 0..<places {
        let ended = end[place] * boundaries[place]
        joined[place] = ended + absent * joined[place]
        apart[place] = other + absent * apart[place]
        other =
          Self.between * end[place] * min(boundaries[place], Self.aside) + Self.betweenMore * other
      }
    }
  }

  /// The weights after the last word of a block, from those before the first.
  private func fill(_ block: Block, from start: [Double]) -> [Double] {
    let places = start.count
    let weights = damage.words(depth: block.depth)
    let broken = damage.broken(depth: block.depth)
    let changed = damage.changed
    let (head, tail) = (Grain.headMask(block.depth), Grain.tailMask(block.depth))
    var before = [Double](repeating: 0, count: places)
    var now = start
    for row in 0...block.grains.count {
      if row > 0 {
        let word = block.grains[row - 1].bits
        let wordBefore = row > 1 ? block.grains[row - 2].bits : 0
        var next = [Double](repeating: 0, count: places)
        next[0] = now[0] * changed
        for place in 1..<max(1, places) {
          let found = columns[place - 1].bits
          let isHead = (word ^ found) & head == 0
          let isTail = (word ^ found) & tail == 0
          var weight =
            now[place - 1] * weights[(isHead ? 1 : 0) + (isTail ? 1 : 0)]
            + now[place] * changed
          if isTail, place > 1, (word ^ columns[place - 2].bits) & head == 0 {
            weight += now[place - 2] * broken
          }
          if isTail, row > 1, (wordBefore ^ found) & head == 0 {
            weight += before[place - 1] * broken
          }
          next[place] = weight
        }
        before = now
        now = next
      }
      let isWithin =
        (row > 0 || block.isTail) && (row < block.grains.count || block.isHead)
        && !block.grains.isEmpty
      if isWithin { part(&now) }
    }
    return now
  }

  /// Lets other words follow within a passage.
  private func part(_ weights: inout [Double]) {
    var long = 0.0
    for place in 1..<max(1, weights.count) {
      let opened = weights[place - 1] * breaks[place - 1] * Self.parted
      long = opened + Self.partedMore * long
      weights[place] += damage.changed * weights[place - 1] + long * breaks[place]
    }
  }
}
