/// What it costs to read one spelling as another, in tenths of a plain difference.
struct SoundCost: Sendable {
  static let shared = SoundCost()

  /// More than any name may cost.
  static let never: Int32 = 1000
  private static let width = 80

  private let swaps: [Int32]

  /// The costs of taking one sound for another; pairs not named here are never taken.
  private init() {
    var swaps = Array(repeating: Self.never, count: Self.width * Self.width)
    for (one, others) in Self.pairs {
      for (other, cost) in others {
        swaps[Int(one.rawValue) * Self.width + Int(other.rawValue)] = cost
        swaps[Int(other.rawValue) * Self.width + Int(one.rawValue)] = cost
      }
    }
    for code in 0..<Self.width { swaps[code * Self.width + code] = 0 }
    self.swaps = swaps
  }

  private static let pairs: [(Sound, [(Sound, Int32)])] = [
    (.a, [(.e, 1), (.i, 7), (.o, 2), (.u, 5)]),
    (.e, [(.i, 1), (.o, 4), (.u, 3)]),
    (.i, [(.u, 8), (.o, 9), (.j, 2)]),
    (.o, [(.u, 0), (.w, 1)]),
    (.u, [(.w, 1)]),
    (.h, [(.kh, 3), (.w, 5), (.gh, 6)]),
    (.b, [(.p, 4), (.f, 9)]),
    (.p, [(.f, 3)]),
    (.k, [(.q, 0), (.g, 4), (.kh, 3), (.gh, 4)]),
    (.q, [(.g, 3), (.gh, 2), (.kh, 3)]),
    (.g, [(.gh, 1), (.kh, 5)]),
    (.kh, [(.gh, 3)]),
    (.s, [(.z, 4), (.sh, 2), (.th, 1), (.ch, 5)]),
    (.z, [(.j, 3), (.dh, 1), (.d, 5), (.th, 4)]),
    (.sh, [(.ch, 4), (.j, 6)]),
    (.j, [(.ch, 5), (.d, 9)]),
    (.t, [(.th, 0), (.d, 5), (.dh, 6)]),
    (.d, [(.dh, 0), (.th, 5)]),
  ]

  /// Whether two spellings are romanisations of one name: what they differ in costs no more than
  /// their length allows.
  func agree(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let limit = Self.limit(sounds: min(one.count, other.count))
    return cost(of: Array(one), as: Array(other), limit: limit) <= limit
  }

  /// What names of that many sounds may differ by: short ones hardly, since few sounds tell them
  /// apart (`Ali` and `Ala`, `Jamal` and `Jamil`).
  private static func limit(sounds: Int) -> Int32 { max(0, Int32(sounds) * 2 - 6) }

  /// The least cost by which one sequence becomes the other; any number above `limit` stands for
  /// more than that.
  private func cost(of one: [UInt8], as other: [UInt8], limit: Int32) -> Int32 {
    if one == other { return 0 }
    var row = [Int32](repeating: 0, count: other.count + 1)
    for column in other.indices { row[column + 1] = row[column] + Self.leaving(column, of: other) }
    for (index, code) in one.enumerated() {
      let leaving = Self.leaving(index, of: one)
      let base = Int(code) * Self.width
      var diagonal = row[0]
      row[0] += leaving
      var least = row[0]
      for column in other.indices {
        let swapped = diagonal + swaps[base + Int(other[column])]
        diagonal = row[column + 1]
        let best = min(swapped, diagonal + leaving, row[column] + Self.leaving(column, of: other))
        row[column + 1] = best
        least = min(least, best)
      }
      if least > limit { return least }
    }
    return row[other.count]
  }

  /// What it costs that the other spelling does not have a sound of this one.
  private static func leaving(_ index: Int, of codes: [UInt8]) -> Int32 {
    guard let sound = Sound(rawValue: codes[index]), sound.group == nil else { return never }
    if sound == .h { return 1 }
    let isLast = index == codes.count - 1
    let follows = index > 0 && codes[index - 1] <= Sound.u.rawValue
    let precedes = !isLast && codes[index + 1] <= Sound.u.rawValue
    if follows || precedes { return 2 }
    if isLast { return 7 }
    return index == 0 ? 6 : sound == .a ? 2 : 3
  }
}
