import CNcurses
import Canvas
import Glibc
import Testing
import Text

@testable import Terminal

@Suite struct CursesCellsTests {
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  /// Hard cases: what curses is given takes as many columns as the frame has for it, whatever the C library
  /// thinks of the whole.
  @Test(arguments: [
    "a", "組", "é", "👨‍👩‍👧", "🇵🇰", "🇵", "👍🏽", "☎️", "❤", "1️⃣", "🏳️‍🌈", "لا", "مُ", "שָׁ", "का", "क्षि", "กำ",
    "தா", "\u{1112}\u{1161}\u{11AB}", "한", "ｱ", "Ａ", "Z͑ͫ̓ͪ̂", "می\u{200C}خ", "\u{600}١",
  ])
  func columnsStayStraight(text: String) {
    for grapheme in text {
      let columns = Cells.width(grapheme)
      let pieces = CursesCells.pieces(of: grapheme, columns: columns)
      let widths = pieces.map { piece in
        piece.dropLast().reduce(0) { $0 + Int(adduce_wcwidth(UInt32(bitPattern: $1))) }
      }
      #expect(widths.reduce(0, +) == columns, "\(grapheme): \(pieces)")
      #expect(pieces.allSatisfy { $0.last == 0 && (2...6).contains($0.count) }, "\(grapheme)")
    }
  }

  @Test func whatIsPlainIsWhatItsPiecesAre() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value), let plain = CursesCells.plain(Character(scalar))
      else { continue }
      #expect(Cells.width(Character(scalar)) == 1)
      #expect(CursesCells.pieces(of: Character(scalar), columns: 1) == [[plain, 0]])
    }
    #expect(CursesCells.plain("a") == 0x61 && CursesCells.plain("⣿") == 0x28FF)
    #expect(CursesCells.plain("e\u{301}") == nil && CursesCells.plain("組") == nil)
    #expect(CursesCells.plain("\r\n") == nil && CursesCells.plain("\u{7F}") == nil)
  }

  @Test func aSpacingMarkIsShownAndAFlagByItsLetters() {
    #expect(CursesCells.pieces(of: "का", columns: 2) == [[0x915, 0], [0x93E, 0]])
    #expect(CursesCells.pieces(of: "🇵🇰", columns: 2) == [[0x50, 0], [0x4B, 0]])
    #expect(CursesCells.pieces(of: "👨‍👩‍👧", columns: 2) == [[0x1F468, 0]])
    #expect(CursesCells.pieces(of: "☎️", columns: 2) == [[0x260E, 0], [0x20, 0]])
  }
}

@Suite struct IsolationTests {
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  private func row(_ parts: (String, Style)...) -> ArraySlice<Cell> {
    var frame = Frame(Size(width: 40, height: 1))
    var column = 0
    for (text, style) in parts { column = frame.put(text, row: 0, column: column, style: style) }
    return frame.row(0)
  }

  private func marks(_ text: String) -> [Int] { Isolation.marks(in: row((text, .plain))).sorted() }

  @Test func aRunHasAMarkBeforeAndBehind() {
    #expect(marks(" ab │ cd 12") == [])
    #expect(marks(" حمر ab") == [0, 3])
    #expect(marks("حمر ab") == [2])
    #expect(marks("組حمر") == [0, 4])
  }

  @Test func wordsOfOneTextAreOneRunAndColumnsAreNot() {
    #expect(marks(" حمر حمر ab") == [0, 7])
    #expect(marks(" حمر، 3-حمر x") == [0, 10])
    #expect(marks(" حمر  حمر") == [0, 3, 5, 8])
    #expect(marks(" حمر │ حمر") == [0, 3, 6, 9])
    #expect(marks(" حمر a حمر") == [0, 3, 6, 9])
    let two = row((" ", .plain), ("حمر ", .link), ("حمر", .date))
    #expect(Isolation.marks(in: two) == [0, 3, 4, 7])
  }

  /// A number that ends a title is part of it; one in another column, or of another role, is not.
  @Test func theNumberThatEndsATextIsInItsRun() {
    #expect(marks(" حمر 12") == [0, 6])
    #expect(marks(" حمر 2012–2016") == [0, 13])
    #expect(marks(" حمر  12") == [0, 3])
    #expect(marks(" حمر 12 │ 7") == [0, 6])
    #expect(marks(" حمر 12 x") == [0, 3])
    #expect(marks(" حمر (12)") == [0, 3])
    #expect(Isolation.marks(in: row((" حمر ", .plain), ("12", .figure))) == [0, 3])
  }

  @Test func aLamIsKeptFromGrowingTogetherWithItsAlef() {
    #expect(Isolation.lams(in: row((" الأحمر سلام لم", .plain))) == [2, 9])
    #expect(Isolation.lams(in: row((" لَا", .plain))) == [1], "the mark is the lam's")
    #expect(Isolation.lams(in: row(("abc", .plain))) == [])
  }

  @Test func theMarkStandsBehindTheLastPieceAndThereIsRoomForIt() {
    var pieces = CursesCells.pieces(of: "ر", columns: 1)
    CursesCells.append(Isolation.mark, to: &pieces)
    #expect(pieces == [[0x631, 0x200E, 0]])
    pieces = [[0x631, 0x64B, 0x64C, 0x64D, 0x64E, 0]]
    CursesCells.append(Isolation.mark, to: &pieces)
    #expect(pieces == [[0x631, 0x64B, 0x64C, 0x64D, 0x200E, 0]])
  }
}
