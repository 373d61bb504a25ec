import Foundation

/// The items of a JSON array, found by their braces alone, so that one that is no JSON costs no other.
///
/// The array is the file's own, or the first that is a member of the file's one object, as in
/// `{"items": [...]}`. Numbers of lines count physical lines from 1.
struct JSONItems {
  /// One item, where it stands.
  struct Item: Hashable {
    var line: Int
    var bytes: Range<Int>
    /// Whether its end was found.
    var isClosed: Bool
  }

  private(set) var items: [Item] = []
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var lineStart = 0
  /// How often reading went back to find the next item after one without an end: each may cost as much
  /// as the rest of the file.
  private var returns = 0
  private static let mostReturns = 16

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard findArray() else { return }
    while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
      switch bytes[place] {
      case UInt8(ascii: ","), 0x20, 0x09, 0x0D, 0x0A: advance()
      default: takeItem()
      }
    }
  }

  /// What an item says, where it is JSON of an object; nil where it is not. Nesting is bounded by
  /// Foundation, at 512.
  func object(_ item: Item) -> [String: Any]? {
    guard item.isClosed else { return nil }
    return Self.object(bytes[item.bytes])
  }

  /// The object that some bytes are; nil where they are none.
  static func object(_ bytes: ArraySlice<UInt8>) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
  }

  /// Goes to the first item; where the file is one object without an array, that is the item.
  private mutating func findArray() -> Bool {
    skipBlanks()
    guard place < bytes.count else { return false }
    if bytes[place] == UInt8(ascii: "[") {
      advance()
      return true
    }
    guard bytes[place] == UInt8(ascii: "{") else { return false }
    let (start, startLine, first) = (place, line, lineStart)
    advance()
    skipBlanks()
    if skipString() {
      skipBlanks()
      if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
        advance()
        skipBlanks()
        if place < bytes.count, bytes[place] == UInt8(ascii: "[") {
          advance()
          skipBlanks()
          if place < bytes.count, bytes[place] == UInt8(ascii: "{") { return true }
        }
      }
    }
    (place, line, lineStart) = (start, startLine, first)
    takeItem()
    place = bytes.count
    return true
  }

  private mutating func takeItem() {
    let (start, startLine) = (place, line)
    let (first, column) = (lineStart, start - lineStart)
    var open: [UInt8] = []
    reading: while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(bytes[place])
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let opening = open.popLast() else { return close(start, startLine) }
        // In ASCII a brace or bracket is closed by the sign two after it.
        if opening + 2 != bytes[place] {
          open.append(opening)
          break reading
        }
        if open.isEmpty {
          advance()
          return close(start, startLine)
        }
      case UInt8(ascii: "\""):
        if skipString() { continue }
      case UInt8(ascii: ",") where open.isEmpty: return close(start, startLine)
      default: break
      }
      advance()
    }
    let end = place
    let isWhole = open.isEmpty
    if !isWhole {
      returns += 1
      (place, line, lineStart) = (start, startLine, first)
      if returns > Self.mostReturns { place = bytes.count } else { findLine(beginningAt: column) }
    }
    items.append(Item(line: startLine, bytes: start..<(isWhole ? end : place), isClosed: isWhole))
  }

  private mutating func close(_ start: Int, _ startLine: Int) {
    // A bracket that closes nothing ends the array; it must not be read for ever.
    if place == start { return advance() }
    items.append(Item(line: startLine, bytes: start..<place, isClosed: true))
  }

  /// Goes to the next line that opens an object in the same column.
  private mutating func findLine(beginningAt column: Int) {
    while let end = bytes[place...].firstIndex(of: 0x0A) {
      place = end + 1
      line += 1
      lineStart = place
      let brace = place + column
      guard brace < bytes.count, bytes[brace] == UInt8(ascii: "{") else { continue }
      if bytes[place..<brace].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
    }
    place = bytes.count
  }

  private mutating func advance() {
    place += 1
    guard bytes[place - 1] == 0x0A else { return }
    line += 1
    lineStart = place
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[place]) { advance() }
  }

  /// Passes a string, which ends at the end of its line at the latest: JSON has no line ends in strings.
  private mutating func skipString() -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return false }
    place += 1
    while place < bytes.count, bytes[place] != 0x0A {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return true
      case UInt8(ascii: "\\") where place + 1 < bytes.count && bytes[place + 1] != 0x0A: place += 2
      default: place += 1
      }
    }
    return true
  }
}

/// Values of a JSON object that may be of several types.
enum JSONField {
  /// A text, or a number or truth value as it is written; nil for anything else and for nothing but blanks.
  static func text(_ value: Any?) -> String? {
    switch value {
    case let text as String:
      let line = RecordText.oneLine(text)
      return line.isEmpty ? nil : line
    case let number as NSNumber:
      // Truth values are numbers to Foundation, of C's type char.
      let isTruth = number.objCType.pointee == CChar(bitPattern: UInt8(ascii: "c"))
      return isTruth ? "\(number.boolValue)" : "\(number)"
    default: return nil
    }
  }

  /// A whole number, which may be written as a text.
  static func number(_ value: Any?) -> Int? { text(value).flatMap { Int($0) } }

  /// The texts of an array, or of a value that stands for one.
  static func texts(_ value: Any?) -> [String] {
    ((value as? [Any]) ?? [value].compactMap(\.self)).compactMap(text)
  }
}
