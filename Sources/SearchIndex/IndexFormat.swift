/// How an index lies in its file. All numbers are little-endian.
///
/// A header of 64 bytes: magic (8), version (4), how many sections, documents and terms there are
/// (4 each), where sections, days, terms, keys and bitmaps begin (8 each from byte 24), and at 0 of
/// the last 8 nothing; the file ends with the checksum of all before it (8).
/// - sections: name's length (4) and first document (4) and its bytes (24): 32 bytes each
/// - days: earliest and latest day of each document (4 and 4); earliest above latest is undated
/// - terms: in ascending order of their keys: where key and bitmap begin and how long they are
///   (4 each), 16 bytes each
/// - keys: `w` and a word, or `f`, a field's name, a zero and a key
/// - bitmaps: frozen Roaring bitmaps, each at a multiple of 32
enum IndexFormat {
  static let magic: [UInt8] = Array("ADDUCEIX".utf8)
  static let version: UInt32 = 1
  static let headerSize = 64
  static let sectionSize = 32
  static let termSize = 16
  static let undated: (Int32, Int32) = (.max, .min)

  static func key(word: String) -> [UInt8] { [UInt8(ascii: "w")] + Array(word.utf8) }

  static func key(_ field: Field, _ key: String) -> [UInt8] {
    [UInt8(ascii: "f")] + Array(field.name.utf8) + [0] + Array(key.utf8)
  }

  /// Documents whose possible days are more than one, and those without any.
  static let longSpans = Field(" long")
  static let undatedKey = Field(" undated")

  /// FNV-1a, 64 bits, over words of 8 bytes and then the rest, for speed.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let words = bytes.count / 8
    for word in 0..<words {
      hash =
        (hash ^ bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))
        &* 0x100_0000_01b3
      hash ^= hash >> 29
    }
    for index in (8 * words)..<bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
    }
    return hash
  }
}
