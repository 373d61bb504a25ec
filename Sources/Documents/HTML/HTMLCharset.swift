import CIconv

/// The characters of a saved page.
///
/// In the order of the HTML Living Standard (13.2.3, determining the character encoding): a byte
/// order mark, then what a `meta` in the first 1024 bytes declares, then a guess. The page's own
/// declaration is not believed where it says UTF-8 and the bytes are not: they are Windows-1252 then.
enum HTMLCharset {
  /// The text of a page; what cannot be decoded is U+FFFD.
  static func text(of bytes: [UInt8]) -> String {
    if let marked = TextDecoding.textByMark(bytes) { return marked }
    if TextDecoding.isUTF16(bytes) != nil, let text = TextDecoding.text(of: bytes) { return text }
    let declared = label(in: bytes).map(charset)
    if let declared, declared != "UTF-8", declared != "WINDOWS-1252",
      let text = converted(bytes, from: declared)
    {
      return text
    }
    // Pages that have some broken characters are still UTF-8, if that is what they say.
    if declared == "WINDOWS-1252" { return Windows1252.text(of: bytes) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let text = String(decoding: bytes, as: UTF8.self)
    let broken = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    let whole = text.unicodeScalars.count { $0.value >= 0x80 } - broken
    return declared == "UTF-8" && whole > broken * 4 ? text : Windows1252.text(of: bytes)
  }

  /// What the page says that it is in: the word after `charset=` inside a `meta`.
  static func label(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    for tag in start.split(separator: "<") where tag.hasPrefix("meta") {
      let tag = tag.prefix { $0 != ">" }
      guard let at = tag.firstRange(of: "charset") else { continue }
      let value = tag[at.upperBound...].drop { " \t\r\n=\"'".contains($0) }
      let label = value.prefix { !" \t\r\n\"';/".contains($0) }
      if !label.isEmpty { return String(label) }
    }
    return nil
  }

  /// The charset that a label stands for, by the name that iconv has for it.
  ///
  /// Browsers take some labels for larger sets (Encoding Standard 4.2, names and labels).
  static func charset(_ label: String) -> String {
    switch label {
    case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "unicode": "UTF-8"
    case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252":
      "WINDOWS-1252"
    case "iso-8859-9", "latin5": "WINDOWS-1254"
    case "iso-8859-11", "tis-620": "WINDOWS-874"
    case "gb2312", "gbk", "x-gbk": "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis": "CP932"
    case "euc-kr", "ks_c_5601-1987": "UHC"
    case "big5": "BIG5-HKSCS"
    default: label.uppercased()
    }
  }

  /// Nil where iconv does not know the charset.
  private static func converted(_ bytes: [UInt8], from charset: String) -> String? {
    guard charset.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
    let converter = iconv_open("UTF-8", charset)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var source = bytes
    var converted: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 65_536)
    source.withUnsafeMutableBytes { source in
      var from = source.bindMemory(to: CChar.self).baseAddress
      var left = source.count
      while left > 0 {
        let state = room.withUnsafeMutableBytes { room in
          var to = room.bindMemory(to: CChar.self).baseAddress
          var free = room.count
          let result = iconv(converter, &from, &left, &to, &free)
          converted.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<(65_536 - free)]))
          return (failed: result == -1, free: free)
        }
        // Stopped with room to spare: at bytes that are no character of the charset.
        if state.failed && state.free > 16 {
          converted += [0xEF, 0xBF, 0xBD]
          from = from?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return String(decoding: converted, as: UTF8.self)
  }
}
