/// What a scalar folds to, as UTF-8, for those that are looked up often.
struct FoldedScalar {
  /// The kind in the lowest byte, then the length, then the bytes.
  private let packed: UInt64

  var kind: Folding.Kind { Folding.Kind(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .other }
  var length: Int { Int(packed >> 8 & 0xFF) }
  /// The first in the lowest bits.
  var bytes: UInt64 { packed >> 16 }

  /// Nil if the scalar folds to what does not go in here: more than six bytes, parts of several
  /// kinds, or an ideograph.
  private init?(_ scalar: Unicode.Scalar) {
    var kind: Folding.Kind?
    var bytes: UInt64 = 0
    var length = 0
    var fits = true
    Folding.fold(scalar) { folded, of in
      let (more, count) = Self.encoded(folded)
      fits = fits && of != .ideograph && (kind ?? of) == of && length + count <= 6
      if fits { bytes |= more << UInt64(8 * length) }
      kind = of
      length += count
    }
    guard fits else { return nil }
    packed = bytes << 16 | UInt64(length) << 8 | UInt64((kind ?? .part).rawValue)
  }

  /// A scalar as UTF-8, the first byte in the lowest bits.
  static func encoded(_ scalar: Unicode.Scalar) -> (bytes: UInt64, length: Int) {
    var bytes: UInt64 = 0
    var length = 0
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes |= UInt64(byte) << UInt64(8 * length)
      length += 1
    }
    return (bytes, length)
  }

  /// What stands in the cache: all that takes two bytes (Latin, Greek, Cyrillic, Hebrew, Arabic),
  /// Latin and Greek with marks, punctuation.
  static func cached(_ value: UInt32) -> FoldedScalar? {
    switch value {
    case 0x80..<0x800: cache[Int(value - 0x80)]
    case 0x1E00..<0x2100: cache[Int(value - 0x1E00 + 0x780)]
    default: nil
    }
  }

  private static let cache: [FoldedScalar?] = [0x80..<0x800, 0x1E00..<0x2100].joined()
    .map { Unicode.Scalar($0).flatMap(FoldedScalar.init) }
}
