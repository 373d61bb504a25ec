import Glibc

/// Random numbers that come again from the same seed (SplitMix64).
///
/// The seed is printed; `ADDUCE_SEED` in the environment gives it again.
struct SeededGenerator: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(for test: String) {
    let given = getenv("ADDUCE_SEED").flatMap { UInt64(String(cString: $0)) }
    seed = given ?? UInt64.random(in: 0...UInt64.max)
    state = seed
    // At once: a test that crashes prints nothing later.
    print("\(test): ADDUCE_SEED=\(seed)")
    fflush(nil)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
