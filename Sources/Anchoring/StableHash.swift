/// The numbers that words are known by: the same in every version of the program, because
/// fingerprints that are kept in casebooks are made of them.
///
/// `mixed(x)` is the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): with all sums modulo
/// 2^64, x ^= x >> 30; x *= 0xBF58476D1CE4E5B9; x ^= x >> 27; x *= 0x94D049BB133111EB; x ^= x >> 31.
/// Bytes are taken eight at a time, the first in the lowest bits, the last ones filled up with zeros:
/// state = mixed(state ^ eight bytes), beginning with mixed(salt + number of bytes). The salts are
/// arbitrary; each use has its own, so that the bits of one say nothing of another's.
enum StableHash {
  private static let wholeSalt: UInt64 = 0x6164_6475_6365_0001
  private static let headSalt: UInt64 = 0x6164_6475_6365_0002
  private static let tailSalt: UInt64 = 0x6164_6475_6365_0003
  private static let runSalt: UInt64 = 0x6164_6475_6365_0004
  private static let checkSalt: UInt64 = 0x6164_6475_6365_0005

  /// Of a whole folded word.
  static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    hash(bytes[...], salt: wholeSalt)
  }

  /// Of a folded word's first three scalars (all, where it has fewer).
  static func head(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var end = 0
    var scalars = 0
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if scalars == 3 { break }
        scalars += 1
      }
      end += 1
    }
    return hash(bytes[..<end], salt: headSalt)
  }

  /// Of a folded word's last three scalars.
  static func tail(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var start = bytes.count
    var scalars = 0
    while start > 0, scalars < 3 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { scalars += 1 }
    }
    return hash(bytes[start...], salt: tailSalt)
  }

  /// Of a run of words, known by their own hashes.
  static func run(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 {
    mixed(mixed(mixed(runSalt &+ one) &+ two) &+ three)
  }

  /// Of any number of words, known by their own hashes.
  static func check(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(mixed(checkSalt &+ UInt64(words.count))) { mixed($0 &+ $1) }
  }

  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, salt: UInt64) -> UInt64 {
    var state = mixed(salt &+ UInt64(bytes.count))
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let end = min(at + 8, bytes.endIndex)
      var eight: UInt64 = 0
      for index in at..<end { eight |= UInt64(bytes.base[index]) << UInt64(8 * (index - at)) }
      state = mixed(state ^ eight)
      at = end
    }
    return state
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var x = value
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}
