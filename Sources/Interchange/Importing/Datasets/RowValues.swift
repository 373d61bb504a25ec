/// The values of a row's fields; a column that the file does not have (nil) is as a blank field.
extension FileRow {
  /// The field without blanks around it; nil where nothing is left.
  public func text(_ column: Int?) -> String? {
    let bytes = trimmed(column)
    return bytes.isEmpty ? nil : encoding.text(bytes)
  }

  /// The bytes of a field without blanks around them.
  func trimmed(_ column: Int?) -> ArraySlice<UInt8> {
    guard let column else { return [] }
    var bytes = utf8(column)
    while let first = bytes.first, Self.isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
    return bytes
  }

  /// A whole number, which may carry zeros after a point as spreadsheets and data frames write it: `3.0`.
  public func integer(_ column: Int?) -> Int? {
    var bytes = trimmed(column)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    guard let first = bytes.first, Self.digits.contains(first) else { return nil }
    var number = 0
    while let byte = bytes.first, Self.digits.contains(byte) {
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if isTooLarge || isOver { return nil }
      number = sum
      bytes.removeFirst()
    }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      guard bytes.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
      bytes = []
    }
    return bytes.isEmpty ? (isNegative ? -number : number) : nil
  }

  /// A number, with a point before its fraction.
  public func decimal(_ column: Int?) -> Double? {
    let bytes = trimmed(column)
    guard !bytes.isEmpty, let number = Double(String(decoding: bytes, as: UTF8.self)),
      number.isFinite
    else { return nil }
    return number
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
      return part.isEmpty ? nil : encoding.text(part)
    }
  }
}
