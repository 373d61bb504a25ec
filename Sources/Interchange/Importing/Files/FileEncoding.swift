/// How the bytes of a table's file stand for characters.
public enum FileEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// Windows code page 1252, which Latin-1 files are read as too (WHATWG Encoding, 4.2): the datasets that
  /// are not UTF-8 come from spreadsheets.
  case windows1252 = "Windows-1252"

  /// The text of a field.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .windows1252: String(String.UnicodeScalarView(bytes.map(Self.scalar)))
    }
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// The characters of the bytes 80 to 9F; those that have none keep their number (WHATWG Encoding).
  private static let upper: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
