/// The numbers of the format that `IndexFile` describes.
enum IndexFormat {
  static let magic: [UInt8] = Array("ADDUCEIX".utf8)
  static let version: UInt32 = 4
  static let headerSize = 96
  static let sectionSize = 40
  static let columnSize = 64
  static let columnBlockSize = 20
  static let termSize = 16
  static let checksumSize = 8
  /// The most bytes of the name of a section or a column.
  static let nameSize = 28
  /// Where a frozen bitmap may begin: multiples of this.
  static let alignment = 32
  /// In which units the places of sets are counted.
  static let setUnit = 4
  /// How many bytes have a checksum of their own.
  static let blockSize = 1 << 14
  /// How many documents share a block of a column.
  static let documentsPerBlock = 4096
  /// Of how many letters prefixes may have a set of their own.
  static let prefixLengths = 0...6
  /// A section's flag: its documents stand in the order of their earliest day, the undated last.
  static let inDayOrder: UInt32 = 1

  // Key spaces, by the first byte of a key; in this order they lie in the dictionary.
  static let fieldSpace = UInt8(ascii: "f")
  static let wordSpace = UInt8(ascii: "w")
  static let prefixSpace = UInt8(ascii: "x")
  static let pairSpace = UInt8(ascii: "y")

  static func key(word: String) -> [UInt8] { [wordSpace] + Array(word.utf8) }

  static func key(prefix: String) -> [UInt8] { [prefixSpace] + Array(prefix.utf8) }

  static func key(_ field: Field, _ key: String) -> [UInt8] {
    [fieldSpace] + Array(field.name.utf8) + [0] + Array(key.utf8)
  }

  /// The key of two or three words next to each other, by their places in the dictionary.
  static func key(adjacent words: [Int]) -> [UInt8] {
    [pairSpace]
      + words.flatMap { word in
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: word).bigEndian) { Array($0) }
      }
  }

  // Names of ours begin with a blank, which names of callers do not.
  static let days = Column(" days")
  static let sure = Column(" sure")
  static let undated = Field(" undated")
  static let longSpans = Field(" long")
  static let severalMonths = Field(" months")
  static let severalYears = Field(" years")
}

/// Classes of possible days that are more than one, by how many they are: those of a class begin no
/// earlier than so many days before what they overlap.
enum SpanClass: String, CaseIterable {
  case month = "31"
  case year = "366"
  case decade = "3660"
  case longer = "more"

  /// The class of possible days; nil where they are a single one.
  init?(_ days: ClosedRange<Int32>) {
    switch Int(days.upperBound) - Int(days.lowerBound) {
    case 0: return nil
    case ...31: self = .month
    case ...366: self = .year
    case ...3660: self = .decade
    default: self = .longer
    }
  }

  /// The most days between the first and the last; nil where there is no such number.
  var reach: Int? { Int(rawValue) }
}

/// How the set of a term is written.
enum SetForm: UInt32 {
  /// A frozen Roaring bitmap (see `FrozenBitmap`).
  case frozen
  /// Differences between the ascending numbers, 7 bits a byte, the first from 0.
  case list
  /// One number, which stands where the place would.
  case single
}

/// Bytes of a table in the making; numbers are little-endian.
struct IndexBytes {
  private(set) var bytes: [UInt8] = []
  var count: Int { bytes.count }

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

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
