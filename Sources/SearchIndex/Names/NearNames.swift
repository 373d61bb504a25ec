/// Names that differ by typing errors: a letter wrong, missing, added, or two next to each other
/// exchanged (optimal string alignment).
enum NearNames {
  /// How many errors a typed name of that many letters may have: none below four letters, one to
  /// seven, two above.
  static func errors(allowedIn letters: Int) -> Int { letters < 4 ? 0 : letters < 8 ? 1 : 2 }

  /// Whether as many errors as the first may have turn it into the second.
  static func isNear(_ typed: ArraySlice<UInt32>, _ name: ArraySlice<UInt32>) -> Bool {
    let limit = errors(allowedIn: typed.count)
    guard limit > 0, abs(typed.count - name.count) <= limit else { return false }
    var (typed, name) = (typed, name)
    while let letter = typed.first, letter == name.first {
      typed.removeFirst()
      name.removeFirst()
    }
    while let letter = typed.last, letter == name.last {
      typed.removeLast()
      name.removeLast()
    }
    return distance(Array(typed), Array(name), limit: limit) <= limit
  }

  /// The distance; any number above `limit` stands for more than that.
  private static func distance(_ one: [UInt32], _ other: [UInt32], limit: Int) -> Int {
    if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
    var earlier = [Int](repeating: 0, count: other.count + 1)
    var above = Array(0...other.count)
    var row = above
    var leastAbove = 0
    for i in 1...one.count {
      row[0] = i
      var least = i
      for j in 1...other.count {
        let swap = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
        row[j] = min(swap, above[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          row[j] = min(row[j], earlier[j - 2] + 1)
        }
        least = min(least, row[j])
      }
      // An exchange of two letters reaches back two rows.
      if least > limit, leastAbove > limit { return least }
      leastAbove = least
      (earlier, above, row) = (above, row, earlier)
    }
    return above[other.count]
  }

  /// Which letters occur, a bit each (some share one). An error changes two bits at most, so what
  /// differs by more than twice the errors is not near.
  static func signature(of letters: ArraySlice<UInt32>) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
