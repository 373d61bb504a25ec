/// 64 bits by which a damaged file is told from a whole one: FNV-1a over words of 8 bytes, in four
/// lanes for speed.
///
/// Each step is one-to-one in the word and in what came before it, so that a change within one word
/// never goes unnoticed. It guards against accidents, not against forgery: what is viewed in the
/// file is checked again where it is used.
enum Checksum {
  private static let prime: UInt64 = 0x100_0000_01b3

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (
      0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15, 0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb
    )
    var at = 0
    while at + 32 <= bytes.count {
      lanes.0 = step(lanes.0, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      lanes.1 = step(lanes.1, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
      lanes.2 = step(lanes.2, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
      lanes.3 = step(lanes.3, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
      at += 32
    }
    var hash = step(step(step(lanes.0, lanes.1), lanes.2), lanes.3)
    for byte in bytes[at...] { hash = step(hash, UInt64(byte)) }
    return step(hash, UInt64(bytes.count))
  }

  private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (hash ^ word) &* prime
    return mixed ^ (mixed >> 29)
  }
}
