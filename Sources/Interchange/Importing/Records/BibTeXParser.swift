/// Finds the entries of a file of BibTeX, with macros and `#` resolved and TeX as it stands.
///
/// Nothing here calls itself, so no nesting is too deep; and a bound on the steps keeps a file of
/// nothing but open braces from being read once for each.
struct BibTeXParser {
  /// An entry as the file has it; names of fields and types in lower case.
  struct Entry {
    var line: Int
    var type: String
    var key: String
    var fields: [String: String]
  }

  private(set) var entries: [Entry] = []
  private(set) var problems: [ImportProblem] = []
  private let bytes: [UInt8]
  private let file: String
  private var macros = BibTeXParser.months
  private var place = 0
  private var line = 1
  private var steps = 0
  private let mostSteps: Int
  /// No value is longer; one that is has lost its end.
  private static let longestValue = 1 << 20
  /// How many bytes macros have put into values; a few lines of macros could make billions.
  private var expanded = 0
  private let mostExpanded: Int

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    mostSteps = 16 * bytes.count + Self.longestValue
    mostExpanded = 4 * bytes.count + Self.longestValue
  }

  mutating func parse() {
    while findAt() {
      let (start, startLine) = (place, line)
      advance()
      let type = word().lowercased()
      skipBlanks()
      guard !type.isEmpty, let open = current, open == brace || open == parenthesis else {
        continue
      }
      advance()
      do {
        try parse(type, closing: open == brace ? closingBrace : closingParenthesis, startLine)
      } catch {
        problems.append(
          ImportProblem(
            file: file, line: startLine, field: error.field, value: error.value,
            reason: error.reason, remedy: error.remedy))
        // What an error left behind is searched for the next entry, from the line after the first on.
        (place, line) = (start, startLine)
        nextEntryLine()
      }
      if steps > mostSteps {
        problems.append(
          ImportProblem(
            file: file, line: line, reason: "too much of the file has no end to be read on",
            remedy: "Close every brace and quotation mark."))
        return
      }
    }
  }

  private struct Fault: Error {
    var field: String?
    var value: String?
    var reason: String
    var remedy: String
  }

  private mutating func parse(_ type: String, closing: UInt8, _ line: Int) throws(Fault) {
    switch type {
    case "comment":
      // A comment may be anything; one with an end is passed over whole.
      let (start, startLine) = (place, self.line)
      if (try? balanced(until: closing)) == nil { (place, self.line) = (start, startLine) }
    case "preamble":
      _ = try value("preamble")
      try end(closing)
    case "string":
      let name = fieldName().lowercased()
      try expect(UInt8(ascii: "="), after: name)
      macros[name] = try value(name)
      skipBlanks()
      if current == UInt8(ascii: ",") { advance() }
      try end(closing)
    default: try parseEntry(type, closing: closing, line)
    }
  }

  private mutating func parseEntry(_ type: String, closing: UInt8, _ line: Int) throws(Fault) {
    skipBlanks()
    let keyStart = place
    while let byte = current, byte != UInt8(ascii: ","), byte != closing, !isBlank(byte),
      byte != UInt8(ascii: "="), byte != brace, byte != UInt8(ascii: "\"")
    {
      advance()
    }
    var key = text(keyStart..<place)
    skipBlanks()
    if current == UInt8(ascii: "=") {
      // An entry without a key begins with its first field.
      place = keyStart
      key = ""
    } else if current == UInt8(ascii: ",") {
      advance()
    } else if current != closing {
      throw Fault(
        value: key, reason: "is no key of an entry",
        remedy: "Write the key without blanks and braces, and a comma after it.")
    }
    var fields: [String: String] = [:]
    while true {
      skipBlanks()
      if current == closing { break }
      if current == UInt8(ascii: ",") {
        advance()
        continue
      }
      let name = fieldName().lowercased()
      try expect(UInt8(ascii: "="), after: name)
      let value = try value(name)
      if fields[name] == nil { fields[name] = value }
      skipBlanks()
      guard current == UInt8(ascii: ",") || current == closing else {
        throw Fault(
          field: name, reason: "has no comma or closing brace after its value",
          remedy: "Put a comma after each field, and close the entry with a brace.")
      }
    }
    try end(closing)
    entries.append(Entry(line: line, type: type, key: key, fields: fields))
  }

  /// One or more parts joined with `#`: in braces, in quotation marks, a number or the name of a macro.
  private mutating func value(_ field: String) throws(Fault) -> String {
    var value = ""
    while true {
      skipBlanks()
      switch current {
      case brace?:
        advance()
        value += try balanced(until: closingBrace, of: field)
      case UInt8(ascii: "\"")?:
        advance()
        value += try balanced(until: UInt8(ascii: "\""), of: field)
      default:
        let name = fieldName()
        if name.isEmpty {
          throw Fault(
            field: field, reason: "has no value",
            remedy: "Write the value in braces or in double quotes.")
        }
        // A macro that is not defined is empty to BibTeX; its name says more.
        let part = name.utf8.allSatisfy(isDigit) ? name : macros[name.lowercased()] ?? name
        expanded += part.utf8.count
        if expanded > mostExpanded { throw tooLong(field) }
        value += part
      }
      skipBlanks()
      guard current == UInt8(ascii: "#") else { return value }
      advance()
    }
  }

  /// What stands before a closing sign, in which braces are balanced.
  private mutating func balanced(until closing: UInt8, of field: String? = nil) throws(Fault)
    -> String
  {
    let start = place
    var depth = 0
    while let byte = current {
      if byte == closing, depth == 0 {
        let text = text(start..<place)
        advance()
        return text
      }
      if byte == brace { depth += 1 }
      if byte == closingBrace {
        depth -= 1
        if depth < 0 { break }
      }
      advance()
      if place - start > Self.longestValue || steps > mostSteps { throw tooLong(field) }
    }
    throw Fault(
      field: field, value: text(start..<min(place, start + 100)), reason: "has no end",
      remedy: "Close every brace and quotation mark of the value.")
  }

  private func tooLong(_ field: String?) -> Fault {
    Fault(
      field: field, reason: "has a value of more than a million characters",
      remedy: "Look whether a brace or quotation mark is not closed, or macros hold each other.")
  }

  private mutating func end(_ closing: UInt8) throws(Fault) {
    skipBlanks()
    guard current == closing else {
      throw Fault(
        reason: "the entry has no end", remedy: "Close the entry with the sign that its own opens.")
    }
    advance()
  }

  private mutating func expect(_ byte: UInt8, after name: String) throws(Fault) {
    skipBlanks()
    guard !name.isEmpty, current == byte else {
      throw Fault(
        field: name.isEmpty ? nil : name, reason: "the entry has something that is no field",
        remedy: "Write each field as a name, = and a value.")
    }
    advance()
  }

  private mutating func word() -> String {
    let start = place
    while let byte = current, isLetter(byte) { advance() }
    return text(start..<place)
  }

  /// The name of a field or macro, or a number (btparse, lexical conventions).
  private mutating func fieldName() -> String {
    skipBlanks()
    let start = place
    while let byte = current, !isBlank(byte), !Self.noName.contains(byte) { advance() }
    return text(start..<place)
  }

  private static let noName = Set("\"#%'(),={}@".utf8)

  private mutating func findAt() -> Bool {
    while let byte = current, byte != UInt8(ascii: "@") { advance() }
    return current != nil
  }

  /// Goes to the next line that begins with `@`.
  private mutating func nextEntryLine() {
    while let byte = current {
      advance()
      guard byte == 0x0A || byte == 0x0D else { continue }
      skipBlanks()
      if current == UInt8(ascii: "@") { return }
    }
  }

  private mutating func skipBlanks() {
    while let byte = current, isBlank(byte) { advance() }
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func advance() {
    steps += 1
    let byte = bytes[place]
    place += 1
    let isLineEnd = byte == 0x0A || byte == 0x0D && current != 0x0A
    if isLineEnd { line += 1 }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  private let brace = UInt8(ascii: "{")
  private let closingBrace = UInt8(ascii: "}")
  private let parenthesis = UInt8(ascii: "(")
  private let closingParenthesis = UInt8(ascii: ")")

  /// The macros that every style defines (BibTeXing, 3.2).
  private static let months = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]
}
