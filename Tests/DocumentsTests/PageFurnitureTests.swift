import Testing

@testable import Documents

@Suite struct PageFurnitureTests {
  @Test(arguments: [
    ("7", true), ("– 12 –", true), ("Page 3 of 10", true), ("xiv", true), ("[4]", true),
    ("p. 5", true), ("page", false), ("1914 1918 and on", false), ("Norburg 7", false), ("", false),
    ("123456", false),
  ])
  func pageNumbers(text: String, isNumber: Bool) {
    #expect(PageFurniture.isPageNumber(text) == isNumber)
  }

  private func line(_ text: String, _ top: Double) -> PDFLine {
    PDFLine(
      text: text, left: 72, right: 500, top: top, bottom: top + 10, firstWord: 20, height: 10)
  }

  private func removed(_ pages: [[PDFLine]]) -> [[String]] {
    PageFurniture.removed(from: pages.map { PDFPage(blocks: [$0]) })
      .map { $0.blocks.joined().map(\.text) }
  }

  @Test func headsThatComeAgainGo() {
    let heads = ["The harbour 1", "The harbour 2", "Alone", "Annals 4", "Annals 5"]
    let second = ["odd", "even", "odd", "even", "odd"]
    let words = ["salt", "wool", "iron", "rope", "corn"]
    let pages = (0..<5).map { page -> [PDFLine] in
      let rows = (12..<18).map { line("\(words[page]) \($0)", 12 * Double($0)) }
      return [line(heads[page], 30), line(second[page], 50)] + rows
    }
    // What is alone stays; of the second row what only two pages have.
    let start = removed(pages).map { $0.prefix(2) }
    #expect(
      start == [
        ["salt 12", "salt 13"], ["even", "wool 12"], ["Alone", "iron 12"], ["even", "rope 12"],
        ["corn 12", "corn 13"],
      ])
  }

  @Test func figuresThatStandAloneStay() {
    let pages = (1...4).map { number in
      (0..<6).map { line("\(number)\($0),700", 60 + 12 * Double($0)) }
    }
    #expect(removed(pages) == pages.map { $0.map(\.text) })
  }

  @Test func linesInTheMiddleStay() {
    let pages = (1...4).map { page in
      (0..<7).map {
        line(
          $0 == 3 ? "the same" : "a\(page)b\($0)" + String(repeating: "x", count: page * 7 + $0),
          12 * Double($0))
      }
    }
    #expect(removed(pages) == pages.map { $0.map(\.text) })
  }
}
