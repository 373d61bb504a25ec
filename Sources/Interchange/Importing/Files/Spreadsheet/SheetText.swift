/// The text of a shared or inline string: its runs one after another, without what only says how it is
/// pronounced (ECMA-376 Part 1, 18.4.12, 18.4.4, 18.4.6).
struct SheetText {
  private let path: String
  private var bytes: [UInt8] = []
  private var runStart = 0
  private var isInRun = false
  private var keepsBlanks = false
  private var phonetic = 0

  /// More than any program lets a cell hold (32,767 characters), in bytes.
  static let longest = 1 << 20

  init(path: String) { self.path = path }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    (isInRun, phonetic) = (false, 0)
  }

  mutating func begin(_ name: XMLName, _ attributes: XMLPairs) {
    if "rPh" ~= name { phonetic += 1 }
    guard "t" ~= name, phonetic == 0 else { return }
    (isInRun, runStart) = (true, bytes.count)
    keepsBlanks = attributes.string("space") == "preserve"
  }

  /// Blanks at the ends of a run count only where `xml:space` says so.
  mutating func end(_ name: XMLName) {
    if "rPh" ~= name { phonetic -= 1 }
    guard "t" ~= name, isInRun else { return }
    isInRun = false
    if keepsBlanks { return }
    while bytes.count > runStart, let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
    let blanks = bytes[runStart...].prefix(while: Self.isBlank).count
    if blanks > 0 { bytes.removeSubrange(runStart..<runStart + blanks) }
  }

  mutating func add(_ piece: UnsafeRawBufferPointer) throws(ImportFileProblem) {
    guard isInRun else { return }
    bytes += piece
    guard bytes.count <= Self.longest else {
      throw .damaged(path: path, detail: "a cell holds more text than a cell may")
    }
  }

  /// The text with the characters that XML cannot hold, written as `_x000D_` (22.9.2.19).
  func decoded() -> ArraySlice<UInt8> { Self.decoded(bytes[...]) }

  static func decoded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var plain: [UInt8] = []
    var start = text.startIndex
    var at = start
    while let mark = text[at...].firstIndex(of: UInt8(ascii: "_")) {
      at = mark + 1
      guard let scalar = escaped(text[mark...]) else { continue }
      plain += text[start..<mark]
      plain += String(scalar).utf8
      at = mark + 7
      start = at
    }
    return start == text.startIndex ? text : (plain + text[start...])[...]
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let letters = Array(text.prefix(7))
    guard letters.count == 7, letters[0] == UInt8(ascii: "_"), letters[1] == UInt8(ascii: "x"),
      letters[6] == UInt8(ascii: "_"),
      letters[2..<6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: letters[2..<6], as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(number)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
