extension FileRow {
  /// A whole number of 0 or more, or below 0; nil where the field is blank or holds anything else. A
  /// fraction of zeros, which spreadsheets add, is passed over.
  public func integer(_ column: Int?) -> Int? {
    guard let column else { return nil }
    return withBytes(column, Self.integer)
  }

  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    var isNegative = false
    var isFraction = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: " "): continue
      case UInt8(ascii: "-") where digits == 0 && !isNegative: isNegative = true
      case UInt8(ascii: ".") where digits > 0 && !isFraction: isFraction = true
      case UInt8(ascii: "0") where isFraction: continue
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFraction:
        guard digits < 18 else { return nil }
        value = 10 * value + Int(byte - UInt8(ascii: "0"))
        digits += 1
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return isNegative ? -value : value
  }

  /// A field as text, without blanks around it; nil where nothing is left.
  public func text(_ column: Int?) -> String? {
    guard let column else { return nil }
    return withBytes(column) { bytes in
      var (first, end) = (0, bytes.count)
      while end > first, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
      while first < end, bytes[first] <= UInt8(ascii: " ") { first += 1 }
      return first == end ? nil : encoding.text(UnsafeBufferPointer(rebasing: bytes[first..<end]))
    }
  }

  /// A number with or without a fraction; nil where the field is blank or holds anything else.
  public func decimal(_ column: Int?) -> Double? { text(column).flatMap(Double.init) }
}

extension FileRow {
  /// Whether the row is UTF-8; nil where it is ASCII throughout, and could be anything.
  public var isUTF8: Bool? {
    if isASCII { return nil }
    return String(validating: content, as: UTF8.self) != nil
  }

  private var isASCII: Bool {
    content.withUnsafeBytes { bytes in
      var all: UInt64 = 0
      var index = 0
      while index + 8 <= bytes.count {
        all |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        index += 8
      }
      while index < bytes.count {
        all |= UInt64(bytes[index])
        index += 1
      }
      return all & 0x8080_8080_8080_8080 == 0
    }
  }
}
