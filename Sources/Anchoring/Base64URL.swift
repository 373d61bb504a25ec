/// Bytes as letters, digits, `-` and `_` (RFC 4648, section 5, without padding).
enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, sign) in alphabet.enumerated() { values[Int(sign)] = UInt8(value) }
    return values
  }()

  static func text(_ bytes: [UInt8]) -> String {
    var signs: [UInt8] = []
    signs.reserveCapacity(bytes.count * 4 / 3 + 2)
    var held = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        signs.append(alphabet[held >> bits & 0x3F])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { signs.append(alphabet[held << (6 - bits) & 0x3F]) }
    return String(decoding: signs, as: UTF8.self)
  }

  /// Nil where a sign is none of the alphabet; whether spare bits are zero is not asked.
  static func bytes(_ signs: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var held = 0
    var bits = 0
    for sign in signs {
      let value = values[Int(sign)]
      if value == 0xFF { return nil }
      held = held << 6 | Int(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> bits & 0xFF))
      }
      held &= (1 << bits) - 1
    }
    return bytes
  }
}
