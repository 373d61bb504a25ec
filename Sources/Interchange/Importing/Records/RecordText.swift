/// The characters of a whole file of records.
enum RecordText {
  /// UTF-8 with or without a byte order mark, UTF-16 with one; anything else is taken for Windows-1252,
  /// which Latin-1 files are read as too (WHATWG Encoding, 4.2 and 6).
  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, low: 0, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, low: 1, high: 0) }
    let rest = bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
    return String(validating: rest, as: UTF8.self)
      ?? rest.withUnsafeBufferPointer(FileEncoding.windows1252.text)
  }

  /// The bytes of `decode`, which are the file's own where it is UTF-8.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] { Array(decode(bytes).utf8) }

  private static func utf16(_ bytes: [UInt8], low: Int, high: Int) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// A field with runs of blanks and line ends made one blank each, and none at either end. It may be a
  /// hundred megabytes long.
  static func oneLine(_ text: some StringProtocol) -> String {
    var line = String.UnicodeScalarView()
    var isApart = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isApart = true
      } else {
        if isApart, !line.isEmpty { line.append(" ") }
        isApart = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// A value for a message: on one line, and cut where it is long.
  static func excerpt(_ text: some StringProtocol) -> String {
    let line = oneLine(text.prefix(200))
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
