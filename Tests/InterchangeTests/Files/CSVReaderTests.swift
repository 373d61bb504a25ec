import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct CSVReaderTests {
  /// A file that goes with this.
  private final class File {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".csv"
    init(_ bytes: some Sequence<UInt8>) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Fields, and the line on which each row begins; a problem as `! reason`.
  private func rows(
    _ bytes: some Sequence<UInt8>, separator: UInt8 = UInt8(ascii: ",")
  ) throws -> [(line: Int, fields: [String])] {
    let file = try File(bytes)
    let reader = try CSVReader(path: file.path, separator: separator)
    var row = FileRow()
    var rows: [(Int, [String])] = []
    while true {
      do {
        guard try reader.next(&row) else { return rows }
        rows.append((row.line, row.fields))
      } catch {
        rows.append((error.line, ["! \(error.kind)"]))
      }
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]), ("a,b\r", [["a", "b"]]),
    ("a,\n,b\n", [["a", ""], ["", "b"]]), ("\"\",x\n", [["", "x"]]), ("\"\"\n", [[""]]),
    ("\"a,b\",c\n", [["a,b", "c"]]), ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    ("\"say \"\"no\"\"\",c\n", [["say \"no\"", "c"]]), ("\"\"\"\",\"\"\"x\"\n", [["\"", "\"x"]]),
    ("5\" gun,b\n", [["5\" gun", "b"]]), ("\n\na\n\n", [["a"]]),
    ("\u{FEFF}id,b\n", [["id", "b"]]), ("\u{FEFF}\"id\",b\n", [["id", "b"]]), ("", []),
    ("محمد,村\n", [["محمد", "村"]]), ("a,b", [["a", "b"]]), ("a,", [["a", ""]]),
    ("a\rb,c\n", [["a\rb", "c"]]),
  ])
  func readsByTheRule(text: String, expected: [[String]]) throws {
    #expect(try rows(text.utf8).map(\.fields) == expected)
  }

  @Test func tellsTheLineOnWhichARowBegins() throws {
    let found = try rows("h\n\"a\nb\nc\"\nd\n\n\"e\r\n\"\r\nf\n".utf8)
    #expect(found.map(\.line) == [1, 2, 5, 7, 9])
  }

  @Test(arguments: [
    ("a\n\"b\" c,d\ne\n", 2, "! textAfterQuote", ["a", "e"]),
    ("a\nx,\"b\nc\nd\n", 2, "! unclosedQuote", ["a", "c", "d"]),
  ])
  func aBrokenRowIsToldOfAndTheNextIsRead(
    text: String, line: Int, problem: String, others: [String]
  ) throws {
    let found = try rows(text.utf8)
    #expect(found.first { $0.fields == [problem] }?.line == line)
    #expect(found.filter { $0.fields != [problem] }.flatMap(\.fields) == others)
  }

  @Test(arguments: [
    ("a;b;c,d\n1;2;3\n", ";"), ("a\tb\n", "\t"), ("\"x;y;z\",b\n", ","), ("a\n", ","),
  ])
  func theFirstLineTellsTheSeparator(text: String, separator: String) throws {
    #expect(CSVReader.separator(in: text.utf8) == separator.utf8.first)
  }

  /// Rows that are written by the rule come back, whatever is in them and wherever the buffer ends.
  @Test(arguments: [1, 2, 3, 4]) func whatIsWrittenComesBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", ",", "\"", "\n", "\r\n", "é", "村", " ", "long words, of no meaning ", "", "\r",
    ]
    var table: [[String]] = []
    var text = ""
    while text.utf8.count < 3_000_000 {
      let row = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      table.append(row)
      text +=
        row.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }
        .joined(separator: ",") + (Bool.random(using: &random) ? "\n" : "\r\n")
    }
    #expect(try rows(text.utf8).map(\.fields) == table)
  }

  /// Bytes of any sort end in rows or problems, never in a crash, and no line is met twice.
  @Test(arguments: [5, 6, 7, 8, 9]) func anyBytesAreRead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<20_000).map { _ -> UInt8 in
      Bool.random(using: &random)
        ? [10, 13, 34, 44].randomElement(using: &random) ?? 0
        : UInt8.random(in: 0...255, using: &random)
    }
    let lines = try rows(bytes).map(\.line)
    #expect(lines == lines.sorted() && lines.count > 100)
  }

  /// A row is read again from its bytes alone, as it was read the first time.
  @Test func aRowIsReadAgainFromItsPlace() throws {
    let text = Array("h,i\r\n\"a \"\"b\"\"\r\nc\",d\r\ne,f".utf8)
    let file = try File(text)
    let reader = try CSVReader(path: file.path)
    var (row, again) = (FileRow(), FileRow())
    while try reader.next(&row) {
      let isRead = Array(text[row.bytes]).withUnsafeBufferPointer {
        again.fill(
          from: $0, offset: row.bytes.lowerBound, line: row.line, separator: UInt8(ascii: ","),
          encoding: .utf8)
      }
      #expect(isRead && again.fields == row.fields && again.bytes == row.bytes)
    }
    let isRead = Array("a\nb".utf8).withUnsafeBufferPointer {
      again.fill(from: $0, offset: 0, line: 1, separator: UInt8(ascii: ","), encoding: .utf8)
    }
    #expect(!isRead)
  }

  @Test func whatIsNotThereIsToldOf() {
    #expect(throws: ImportFileProblem.self) { try CSVReader(path: "/nowhere") }
  }
}
