import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite struct SheetPartsTests {
  @Test(arguments: [
    ("1", "1"), ("-7", "-7"), ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"), ("3.0", "3"),
    ("0.1", "0.1"), ("0.10000000000000001", "0.1"), ("34.700000000000003", "34.7"),
    ("0.30000000000000004", "0.3"), ("1.97001010001E+11", "197001010001"),
    ("1.97001010001e11", "197001010001"), ("5E-05", "0.00005"), ("1.25E-2", "0.0125"),
    ("-9.9999999999999995E-2", "-0.1"), ("9.9999999999999999", "10"),
    ("999999999999999.9", "1000000000000000"),
    ("12345678901234567890", "12345678901234567890"), ("1E3", "1000"), (".5", "0.5"),
    ("0.000", "0"),
    ("33.333333333333336", "33.3333333333333"), ("69.183339999999998", "69.18334"),
  ])
  func numbersAreWrittenInPlainDigits(written: String, plain: String) {
    #expect(
      SheetDecimal.text(Array(written.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
        == plain)
  }

  @Test(arguments: ["", "-", ".", "1.2.3", "1E", "1E+", "x", "1E999999999", "1E500", "INF", "1 2"])
  func whatIsNoNumberIsLeft(written: String) {
    #expect(SheetDecimal.text(Array(written.utf8)[...]) == nil)
  }

  /// What is written is the number that was read, as far as people see it.
  @Test func numbersStayWhatTheyAre() throws {
    var random = SeededGenerator(for: "numbersStayWhatTheyAre")
    for _ in 0..<2000 {
      let number = Double.random(in: -1e6...1e6, using: &random)
      let written = String(format: "%.17G", number)
      let plain = try #require(SheetDecimal.text(Array(written.utf8)[...]))
      let seen = String(decoding: plain, as: UTF8.self)
      let back = try #require(Double(seen))
      #expect(abs(back - number) <= abs(number) * 5.1e-15, "\(written) \(seen)")
      #expect(seen.filter { $0.isNumber }.drop { $0 == "0" }.count <= 15, "\(written) \(seen)")
      #expect(!seen.contains("E"))
    }
  }

  @Test(arguments: [
    ("General", false, false), ("yyyy-mm-dd", true, false), ("mm:ss", false, true),
    ("[h]:mm", false, true), ("h:mm AM/PM", false, true), ("d/m/yy h:mm", true, true),
    ("mmm", true, false), ("0.00", false, false), ("#,##0 \"days\"", false, false),
    ("[Red]0;[Magenta]-0", false, false), ("0\\d", false, false), ("0;d", false, false),
    ("@", false, false), ("[$-F800]dddd, mmmm dd, yyyy", true, false), ("0_d", false, false),
  ])
  func formatsOfDaysAreKnown(code: String, hasDay: Bool, hasTime: Bool) {
    let format = SheetNumberFormat(code: code)
    #expect(format.hasDay == hasDay && format.hasTime == hasTime)
  }

  @Test func builtInFormatsOfDaysAreKnown() {
    let days = (0..<200).filter { SheetNumberFormat(builtIn: $0).hasDay }
    let times = (0..<200).filter { SheetNumberFormat(builtIn: $0).hasTime }
    #expect(days == Array(14...17) + [22] + Array(27...31) + [36] + Array(50...54) + [57, 58])
    #expect(times == Array(18...22) + Array(32...35) + [45, 46, 47, 55, 56])
    #expect(SheetNumberFormat(builtIn: 20).text(0.25, since1904: false) == "06:00:00")
    #expect(
      SheetNumberFormat(builtIn: 20).text(43102.25, since1904: false) == "2018-01-02T06:00:00")
    #expect(SheetNumberFormat(builtIn: 14).text(43101.999999, since1904: false) == "2018-01-02")
    #expect(SheetNumberFormat(builtIn: 14).text(1e9, since1904: false) == nil)
  }

  @Test func daysAreCountedAsSpreadsheetsDo() {
    #expect(SheetDay(serial: 0, since1904: false) == nil)
    #expect(SheetDay(serial: 60, since1904: false)?.date == nil)
    #expect(SheetDay(serial: 2_958_465, since1904: false)?.text == "9999-12-31")
    #expect(SheetDay(serial: 2_958_466, since1904: false) == nil)
    #expect(SheetDay(serial: 25_569, since1904: false)?.text == "1970-01-01")
    #expect(SheetDay(serial: .max, since1904: false) == nil)
  }

  /// Texts that go to the file come back as they were, wherever they lie in its pieces.
  @Test func sharedTextsSpillIntoAFileWithoutAName() throws {
    let folder = try SampleFolder()
    let strings = SharedStrings(beside: folder.path + "/x.csv", room: 1 << 18)
    var random = SeededGenerator(for: "sharedTextsSpill")
    var lengths: [Int] = []
    func text(_ number: Int, _ length: Int) -> [UInt8] {
      let digits = Array("\(number) ".utf8)
      return (0..<length).map { digits[$0 % digits.count] }
    }
    while lengths.reduce(0, +) < 1_500_000 {
      lengths.append(random.oneIn(50) ? random.below(150_000) : random.below(60))
      try strings.append(text(lengths.count - 1, lengths[lengths.count - 1])[...])
    }
    #expect(strings.isSpilled && strings.count == lengths.count)
    #expect(try folder.files.isEmpty, "the file has no name")
    var read: [UInt8] = []
    for _ in 0..<500 {
      let number = random.below(lengths.count)
      #expect(try strings.read(number, into: &read) && read == text(number, lengths[number]))
    }
    for number in lengths.indices.suffix(20) {
      #expect(try strings.read(number, into: &read) && read == text(number, lengths[number]))
    }
    #expect(strings.inMemory <= (1 << 18) + 64 * 65_536)
    #expect(try !strings.read(lengths.count, into: &read) && !strings.read(-1, into: &read))
  }

  /// A sheet of 20,000 rows, its texts too many for memory, becomes a file of as many lines.
  @Test func aLongSheetIsWrittenWhole() throws {
    let rows = 20_000
    var book = SampleWorkbook()
    let tail = String(repeating: "x", count: 230)
    book.strings = (0..<rows).map { "<t>text \($0) \(tail)</t>" }
    book.rows = (1...rows).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(197_001_010_000 + row)</v></c>"
        + "<c r=\"C\(row)\" t=\"s\"><v>\(rows - row)</v></c><c r=\"D\(row)\"><v>0.10000000000000001</v></c></row>"
    }.joined()
    let folder = try SampleFolder()
    try Data(book.bytes).write(to: URL(fileURLWithPath: folder.path + "/b.xlsx"))
    try XLSXConversion().convert(folder.path + "/b.xlsx", to: folder.path + "/b.csv") { _, _ in }
    #expect(try folder.files.sorted() == ["b.csv", "b.xlsx"])
    let lines = try String(contentsOfFile: folder.path + "/b.csv", encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count == rows)
    for row in [1, 2, 777, rows - 1, rows] {
      #expect(lines[row - 1] == "\(197_001_010_000 + row),,text \(rows - row) \(tail),0.1")
    }
  }
}
