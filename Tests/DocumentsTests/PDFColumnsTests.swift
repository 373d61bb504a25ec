import TestSupport
import Testing

@testable import Documents

@Suite struct PDFColumnsTests {
  /// A block of so many lines, 10 points high and 12 apart, named by its first line.
  private func block(
    _ name: String, _ left: Double, _ right: Double, top: Double, lines: Int = 1
  ) -> [PDFLine] {
    (0..<lines).map { line in
      let top = top + 12 * Double(line)
      return PDFLine(
        text: line == 0 ? name : "more", left: left, right: right, top: top, bottom: top + 10,
        firstWord: 20, height: 10)
    }
  }

  private func names(_ blocks: [[PDFLine]]) -> [String] {
    PDFColumns.ordered(PDFPage(blocks: blocks)).blocks.map { $0[0].text }
  }

  @Test func columnsWhoseParagraphsPartAtOneHeightAreReadInTurn() {
    let blocks = [
      block("title", 50, 540, top: 50), block("a", 50, 280, top: 80, lines: 5),
      block("d", 310, 540, top: 80, lines: 5), block("b", 50, 280, top: 160, lines: 10),
      block("e", 310, 540, top: 160, lines: 3), block("c", 50, 280, top: 300, lines: 9),
      block("f", 310, 540, top: 220, lines: 14), block("foot", 60, 530, top: 700),
    ]
    #expect(names(blocks) == ["title", "a", "b", "c", "d", "e", "f", "foot"])
  }

  /// Blocks row by row, named by column and row.
  private func grid(
    columns: [(Double, Double)], rows: Int, step: Double, lines: Int, byRow: Bool = false
  ) -> [[PDFLine]] {
    (0..<rows).flatMap { row in
      columns.indices.map { column in
        let name = byRow ? "\(row)\(column)" : "\(column)\(row)"
        let (left, right) = columns[column]
        return block(name, left, right, top: 60 + step * Double(row), lines: lines)
      }
    }
  }

  @Test func threeColumnsToo() {
    let blocks = grid(
      columns: [(50, 200), (220, 370), (390, 540)], rows: 3, step: 130, lines: 10)
    #expect(names(blocks) == ["00", "01", "02", "10", "11", "12", "20", "21", "22"])
  }

  @Test func columnsBelowATitleOfEachSection() {
    let blocks = [
      block("one", 50, 540, top: 50), block("a", 50, 280, top: 80, lines: 12),
      block("b", 310, 540, top: 80, lines: 12), block("two", 50, 540, top: 260),
      block("c", 50, 280, top: 300, lines: 12), block("d", 310, 540, top: 300, lines: 12),
    ]
    #expect(names(blocks) == ["one", "a", "b", "two", "c", "d"])
  }

  @Test func rowsOfATableAreReadInTurn() {
    let blocks = grid(
      columns: [(50, 150), (200, 540)], rows: 4, step: 40, lines: 2, byRow: true)
    #expect(names(blocks) == ["00", "01", "10", "11", "20", "21", "30", "31"])
  }

  @Test func notesInTwoColumnsAreNoTable() {
    let blocks = grid(columns: [(50, 280), (310, 540)], rows: 5, step: 60, lines: 4)
    #expect(names(blocks) == ["00", "01", "02", "03", "04", "10", "11", "12", "13", "14"])
  }

  @Test func whatHasNoGutterKeepsItsOrder() {
    let blocks = [
      block("a", 50, 540, top: 50, lines: 3), block("b", 60, 300, top: 100),
      block("c", 50, 540, top: 90), block("", 0, 0, top: 0, lines: 0),
    ]
    #expect(names(blocks) == ["a", "b", "c"])
  }

  /// Whatever stands on a page, each block is read once.
  @Test(arguments: UInt64(0)..<200)
  func everyBlockIsReadOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let blocks = (0..<random.below(40)).map { index in
      let left = Double(random.below(50) * 10)
      return block(
        "\(index)", left, left + Double(1 + random.below(300)), top: Double(random.below(700)),
        lines: 1 + random.below(8))
    }
    #expect(names(blocks).sorted() == blocks.map { $0[0].text }.sorted())
  }
}
