import Glibc

/// Writes the cells of a worksheet as they come (ECMA-376 Part 1, 18.3.1).
final class SheetPart: XMLStreamEvents {
  private let workbook: Workbook
  private let strings: SharedStrings
  private let sink: CSVSink
  /// The row and the column of the cell before, from 1; 0 before the first.
  private var row = 0
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var inline: SheetText
  private var shared: [UInt8] = []

  /// As large as a sheet may be: column XFD, row 1,048,576.
  private static let (mostColumns, mostRows) = (16_384, 1_048_576)

  /// What a cell holds (18.18.11).
  private enum Kind {
    case number, shared, text, inline, boolean, day
  }

  init(_ workbook: Workbook, _ strings: SharedStrings, _ sink: CSVSink) {
    self.workbook = workbook
    self.strings = strings
    self.sink = sink
    inline = SheetText(path: workbook.path)
  }

  func begin(_ name: XMLName, _ attributes: XMLPairs) throws(ImportFileProblem) {
    switch name {
    case "c": try beginCell(attributes)
    case "v":
      value.removeAll(keepingCapacity: true)
      isInValue = true
    case "row": try beginRow(attributes)
    default: if kind == .inline { inline.begin(name, attributes) }
    }
  }

  func end(_ name: XMLName) throws(ImportFileProblem) {
    switch name {
    case "c": try endCell()
    case "v": isInValue = false
    case "row": try sink.endRow()
    default: if kind == .inline { inline.end(name) }
    }
  }

  func text(_ piece: UnsafeRawBufferPointer) throws(ImportFileProblem) {
    if isInValue {
      value += piece
      guard value.count <= SheetText.longest else {
        throw damaged("cell \(place) holds more text than a cell may")
      }
    } else if kind == .inline {
      try inline.add(piece)
    }
  }

  private func beginRow(_ attributes: XMLPairs) throws(ImportFileProblem) {
    let number = attributes.string("r").map { Int($0) ?? 0 } ?? row + 1
    guard number > row, number <= Self.mostRows else {
      throw damaged("row \(attributes.string("r") ?? "") after row \(row) is out of order")
    }
    sink.skipRows(number - row - 1)
    (row, column) = (number, 0)
  }

  private func beginCell(_ attributes: XMLPairs) throws(ImportFileProblem) {
    let number = attributes["r"].map(Self.column) ?? column + 1
    guard number > column, number <= Self.mostColumns else {
      throw damaged("cell \(attributes.string("r") ?? "") after \(place) is out of order")
    }
    column = number
    style = attributes["s"].map { Int(strtol($0, nil, 10)) } ?? 0
    kind = attributes["t"].map(Self.kind) ?? .number
    value.removeAll(keepingCapacity: true)
    inline.clear()
  }

  private func endCell() throws(ImportFileProblem) {
    defer { kind = .number }
    let field = try field()
    if !field.isEmpty { try sink.write(field, column: column - 1) }
  }

  /// What the cell holds, as text.
  private func field() throws(ImportFileProblem) -> ArraySlice<UInt8> {
    if value.isEmpty, kind != .inline { return [] }
    switch kind {
    case .text: return SheetText.decoded(value[...])
    case .inline: return inline.decoded()
    case .day: return value[...]
    case .boolean: return Array((value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8)[...]
    case .shared:
      guard let number = Self.index(value), try strings.read(number, into: &shared) else {
        throw damaged("cell \(place) has a text that the workbook does not hold")
      }
      return shared[...]
    case .number: return number()
    }
  }

  private func number() -> ArraySlice<UInt8> {
    if workbook.styles.indices.contains(style) {
      let format = workbook.styles[style]
      if format.hasDay || format.hasTime,
        let number = Double(String(decoding: value, as: UTF8.self)),
        let text = format.text(number, since1904: workbook.since1904)
      {
        return Array(text.utf8)[...]
      }
    }
    // What most numbers are: a few digits.
    if value.count < 16, value.allSatisfy({ (0x30...0x39).contains($0) }), value.first != 0x30 {
      return value[...]
    }
    return SheetDecimal.text(value[...])?[...] ?? value[...]
  }

  /// The number of a shared text.
  private static func index(_ digits: [UInt8]) -> Int? {
    guard digits.count < 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  private static func kind(_ text: UnsafePointer<CChar>) -> Kind {
    switch String(cString: text) {
    case "s": .shared
    case "str", "e": .text
    case "inlineStr": .inline
    case "b": .boolean
    case "d": .day
    default: .number
    }
  }

  /// The number of a column in a cell's name: 3 in `C5`; 0 where there is none.
  private static func column(_ name: UnsafePointer<CChar>) -> Int {
    var (number, at) = (0, 0)
    while case let letter = UInt8(bitPattern: name[at]) & 0xDF, letter >= 0x41, letter <= 0x5A {
      number = number * 26 + Int(letter - 0x40)
      if number > mostColumns { return number }
      at += 1
    }
    return number
  }

  private var place: String { "\(column) of row \(row)" }

  private func damaged(_ detail: String) -> ImportFileProblem {
    .damaged(path: workbook.path, detail: detail)
  }
}
