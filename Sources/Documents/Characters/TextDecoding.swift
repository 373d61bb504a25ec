/// Bytes of a text to characters, by what they are and not by what they are called.
enum TextDecoding {
  /// The text of a file without declared encoding; nil where it is none, but binary.
  ///
  /// A byte order mark decides (Unicode Standard 23.8). Without one, a file with zero bytes at either
  /// the even or the odd places alone is UTF-16; what is valid UTF-8 is that; anything else is
  /// Windows-1252, unless it has controls that no text has.
  static func text(of bytes: [UInt8]) -> String? {
    if let marked = textByMark(bytes) { return marked }
    if let isBig = isUTF16(bytes) { return utf16(bytes[...], bigEndian: isBig) }
    guard !isBinary(bytes) else { return nil }
    return String(validating: bytes, as: UTF8.self) ?? Windows1252.text(of: bytes)
  }

  /// The text of bytes with a byte order mark; nil without one.
  static func textByMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
    return nil
  }

  /// Whether bytes without a mark are UTF-16, and if so whether the high byte comes first.
  ///
  /// Blanks, digits and stops have a zero byte in any language: a twentieth of the units at least.
  static func isUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    let sample = bytes.prefix(4096)
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let needed = max(1, sample.count / 40)
    let isBig = zeros[0] >= needed && zeros[1] == 0
    guard isBig || (zeros[1] >= needed && zeros[0] == 0) else { return nil }
    // Small numbers in a binary file look alike; text has no controls.
    let units = utf16(sample, bigEndian: isBig).unicodeScalars
    let isText = units.allSatisfy { $0.value >= 0x20 || (9...13).contains($0.value) }
    return isText ? isBig : nil
  }

  /// Whether bytes hold what no text holds: a zero byte, or other controls in more than one place
  /// of two hundred. Looks at the first 64 KB.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(65_536)
    var controls = 0
    for byte in sample where byte < 0x20 || byte == 0x7F {
      if byte == 0 { return true }
      if !(9...13).contains(byte) && byte != 0x1B { controls += 1 }
    }
    return controls * 200 > sample.count
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? one << 8 | two : two << 8 | one)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// The encoding that most bytes that are not UTF-8 are in (Encoding Standard 9, index windows-1252).
enum Windows1252 {
  /// Every byte stands for something: the five that no character was given are controls.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// What 0x80 to 0x9F stand for.
  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152,
    0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
    0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
