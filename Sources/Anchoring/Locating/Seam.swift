/// Where passages that follow one another begin and end between two places that are certain, with
/// how likely each is: all ways from the left and all from the right (`SeamTable`), multiplied.
struct Seam {
  /// For each block at each place, how likely it begins and ends there; their sums say how likely it
  /// is there at all.
  private(set) var starts: [[Double]]
  private(set) var ends: [[Double]]

  /// One of the blocks at the ends must be a tail or a head.
  init(
    _ blocks: [SeamTable.Block], columns: [Grain], boundaries: [Double], breaks: [Double],
    damage: Damage
  ) {
    let forward = SeamTable(
      blocks, columns: columns, boundaries: boundaries, breaks: breaks, damage: damage)
    let backward = SeamTable(
      blocks.reversed().map(\.reversed), columns: columns.reversed().map(\.reversed),
      boundaries: boundaries.reversed(), breaks: breaks.reversed(), damage: damage)
    let last = blocks.count - 1
    starts = zip(forward.starts, backward.ends.reversed()).map { one, other in
      zip(one, other.reversed()).map { $0 * $1 }
    }
    ends = zip(forward.ends, backward.starts.reversed()).map { one, other in
      zip(one, other.reversed()).map { $0 * $1 }
    }
    // What is certain is there in every way.
    let all = (blocks[0].isTail ? ends[0] : starts[last]).reduce(0, +)
    let share = all > 0 && all.isFinite ? 1 / all : 0
    for block in blocks.indices {
      starts[block] = starts[block].map { $0 * share }
      ends[block] = ends[block].map { $0 * share }
    }
  }

  /// The likeliest of places, where those within so many bytes of it count for it, and how likely it is.
  static func best(
    _ shares: [Double], isNear: (_ place: Int, _ other: Int) -> Bool
  ) -> (place: Int, share: Double) {
    var best = (place: 0, share: 0.0)
    var highest = 0.0
    for place in shares.indices where shares[place] > 0.001 {
      var share = shares[place]
      var other = place - 1
      while other >= 0, isNear(place, other) {
        share += shares[other]
        other -= 1
      }
      other = place + 1
      while other < shares.count, isNear(place, other) {
        share += shares[other]
        other += 1
      }
      // Of places that count the same things the one that is likely itself.
      if share + shares[place] / 4 > highest {
        highest = share + shares[place] / 4
        best = (place, share)
      }
    }
    return best
  }
}

extension SeamTable.Block {
  /// Read from its end.
  var reversed: SeamTable.Block {
    SeamTable.Block(
      grains: grains.reversed().map(\.reversed), depth: depth, isTail: isHead, isHead: isTail)
  }
}

extension Grain {
  /// Of the word read from its end.
  var reversed: Grain { Grain(bits: bits >> 6 | (bits & 0x3F) << 6) }
}
