/// The values of a row's fields; a column that the file does not have (nil) is as a blank field.
extension FileRow {
  /// The field without blanks around it; nil where nothing is left.
  public func text(_ column: Int?) -> String? {
    guard let column else { return nil }
    return withTrimmed(column) { $0.isEmpty ? nil : encoding.text($0) }
  }

  /// The bytes of a field without blanks around them.
  func trimmed(_ column: Int?) -> ArraySlice<UInt8> {
    guard let column else { return [] }
    var bytes = utf8(column)
    while let first = bytes.first, Self.isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
    return bytes
  }

  private func withTrimmed<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    withBytes(column) { bytes in
      var (first, end) = (0, bytes.count)
      while end > first, Self.isBlank(bytes[end - 1]) { end -= 1 }
      while first < end, Self.isBlank(bytes[first]) { first += 1 }
      return body(UnsafeBufferPointer(rebasing: bytes[first..<end]))
    }
  }

  /// A whole number, which may carry zeros after a point as spreadsheets and data frames write it: `3.0`.
  public func integer(_ column: Int?) -> Int? {
    guard let column else { return nil }
    return withTrimmed(column, Self.integer)
  }

  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (value, digits) = (0, 0)
    var (isNegative, isFraction) = (false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-") where digits == 0 && !isNegative: isNegative = true
      case UInt8(ascii: ".") where digits > 0 && !isFraction: isFraction = true
      case UInt8(ascii: "0") where isFraction: continue
      case Self.digits where !isFraction:
        guard digits < 18 else { return nil }
        value = 10 * value + Int(byte - UInt8(ascii: "0"))
        digits += 1
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return isNegative ? -value : value
  }

  /// A number, with a point before its fraction.
  public func decimal(_ column: Int?) -> Double? {
    guard let column else { return nil }
    if let plain = withTrimmed(column, Self.plainDecimal) { return plain }
    let bytes = trimmed(column)
    guard !bytes.isEmpty, let number = Double(String(decoding: bytes, as: UTF8.self)),
      number.isFinite
    else { return nil }
    return number
  }

  /// A number of at most 15 digits, as most are, which a division makes exactly what reading it would; nil for others.
  private static func plainDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var (value, digits, scale) = (0, 0, 1.0)
    var (isNegative, isFraction) = (false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-") where digits == 0 && !isNegative && !isFraction: isNegative = true
      case UInt8(ascii: ".") where digits > 0 && !isFraction: isFraction = true
      case Self.digits where digits < 15:
        value = 10 * value + Int(byte - UInt8(ascii: "0"))
        digits += 1
        if isFraction { scale *= 10 }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return (isNegative ? -1 : 1) * Double(value) / scale
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Space, tab, line feed, carriage return.
  fileprivate static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension FileRow {
  /// The parts of a field between semicolons, without blanks around them and without empty ones.
  public func list(_ column: Int?) -> [String] {
    guard let column else { return [] }
    return utf8(column).split(separator: UInt8(ascii: ";")).compactMap { part in
      var part = part
      while let first = part.first, Self.isBlank(first) { part.removeFirst() }
      while let last = part.last, Self.isBlank(last) { part.removeLast() }
      return part.isEmpty ? nil : part.withUnsafeBufferPointer(encoding.text)
    }
  }
}
