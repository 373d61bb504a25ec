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
