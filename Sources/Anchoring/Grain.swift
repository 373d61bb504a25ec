/// What a fingerprint may tell of a single word: some bits of a hash of its first three letters, and
/// as many of its last three.
///
/// A scan that gets one letter of a word wrong mostly leaves one of the two as it was, and a word
/// that a blank or a line break has cut in two still begins with the one and ends with the other.
struct Grain: Hashable, Sendable {
  /// Six bits of the head, and above them six of the tail.
  let bits: UInt16

  /// Of a folded word; all twelve bits.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    bits = UInt16(StableHash.head(word) >> 58) | UInt16(StableHash.tail(word) >> 58) << 6
  }

  init(bits: UInt16) { self.bits = bits }

  /// How many bits of each half the fingerprint of a passage of so many words shows. `Fingerprint`
  /// says why.
  static func depth(words: Int) -> Int {
    switch words {
    case ...1: 6
    case 2...3: 4
    case 4...7: 2
    default: 1
    }
  }

  /// The bits that are shown of a head, at a depth of 1 to 6.
  static func headMask(_ depth: Int) -> UInt16 { (1 << UInt16(depth)) - 1 }
  /// The bits that are shown of a tail.
  static func tailMask(_ depth: Int) -> UInt16 { headMask(depth) << 6 }

  /// What is shown of it.
  func shown(_ depth: Int) -> Grain {
    Grain(bits: bits & (Self.headMask(depth) | Self.tailMask(depth)))
  }
}
