/// Up to eight ASCII letters and digits, folded at once.
struct ASCIIRun {
  /// In lower case, the first in the lowest bits; what follows the run is not to be used.
  let folded: UInt64
  /// How many there are.
  let count: Int

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Reads what begins at a place.
  ///
  /// Eight bytes are compared in one word: to a byte without its high bit, a number is added that
  /// sets the high bit where the byte is at least the least wanted one.
  init(_ text: UnsafeBufferPointer<UInt8>, at first: Int) {
    let bytes = Self.load(text, at: first)
    let low = bytes & ~Self.highs
    let lower = low | Self.ones &* 0x20
    let isLetter = Self.isAtLeast(0x61, lower) & ~Self.isAtLeast(0x7B, lower)
    let isDigit = Self.isAtLeast(0x30, low) & ~Self.isAtLeast(0x3A, low)
    let isOther = ~(isLetter | isDigit) & Self.highs | (bytes & Self.highs)
    // The high bit moved to where it makes a letter lower.
    folded = low | (isLetter & Self.highs) >> 2
    count = isOther.trailingZeroBitCount / 8
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isAtLeast(_ byte: UInt64, _ bytes: UInt64) -> UInt64 {
    bytes &+ ones &* (0x80 - byte)
  }

  /// Eight bytes, or what is left of the text and zeros.
  private static func load(_ text: UnsafeBufferPointer<UInt8>, at first: Int) -> UInt64 {
    if first + 8 <= text.count {
      let bytes = UnsafeRawBufferPointer(text)
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: first, as: UInt64.self))
    }
    var bytes: UInt64 = 0
    for index in first..<text.count { bytes |= UInt64(text[index]) << UInt64(8 * (index - first)) }
    return bytes
  }
}
