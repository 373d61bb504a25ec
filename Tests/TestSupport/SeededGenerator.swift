import Glibc

/// Random numbers that come again from the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  /// What it began with.
  public let seed: UInt64
  private var state: UInt64

  /// The same numbers for the same seed.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// A seed of its own at each run, which is printed; `ADDUCE_SEED` in the environment gives it again.
  public init(for test: String) {
    let given = getenv("ADDUCE_SEED").flatMap { UInt64(String(cString: $0)) }
    self.init(seed: given ?? UInt64.random(in: 0...UInt64.max))
    // At once: a test that crashes prints nothing later.
    print("\(test): ADDUCE_SEED=\(seed)")
    fflush(nil)
  }

  /// The next number, any of 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Whether one of `count` even chances came up.
  public mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// One of some elements, of which there must be one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A number from 0 up to, not including, `bound`.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
