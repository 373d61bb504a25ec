/// The numbers of the format that `IndexFile` describes.
enum IndexFormat {
  static let magic: [UInt8] = Array("ADDUCEIX".utf8)
  static let version: UInt32 = 2
  static let headerSize = 64
  static let sectionSize = 40
  static let columnSize = 48
  static let termSize = 16
  static let spanSize = 8
  static let checksumSize = 8
  /// The most bytes of the name of a section or a column.
  static let nameSize = 28
  /// Where a frozen bitmap may begin: multiples of this.
  static let alignment = 32
  /// A section's flag: its documents stand in the order of their earliest day, the undated last.
  static let inDayOrder: UInt32 = 1

  static func key(word: String) -> [UInt8] { [UInt8(ascii: "w")] + Array(word.utf8) }

  static func key(_ field: Field, _ key: String) -> [UInt8] {
    [UInt8(ascii: "f")] + Array(field.name.utf8) + [0] + Array(key.utf8)
  }

  // Names of ours begin with a blank, which names of callers do not.
  static let days = Column(" days")
  static let longSpans = Field(" long")
  static let undated = Field(" undated")
}

/// Bytes of a file in the making; numbers are little-endian.
struct IndexBytes {
  private(set) var bytes: [UInt8] = []
  var count: Int { bytes.count }

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// A name's length in 4 bytes, and its bytes filled up with zeros.
  mutating func append(name: String) {
    append(UInt32(name.utf8.count))
    bytes += Array(name.utf8)
    bytes += [UInt8](repeating: 0, count: IndexFormat.nameSize - name.utf8.count)
  }

  mutating func pad(to alignment: Int) {
    let rest = bytes.count % alignment
    if rest > 0 { bytes += [UInt8](repeating: 0, count: alignment - rest) }
  }
}
