/// Running heads, running feet and page numbers, which would part a paragraph that goes on overleaf.
///
/// They stand in the first two or the last two rows of a page. A line there goes when other pages have
/// the same words at the same height, whatever the figures: one other page where it is the first or
/// the last row, two where it is the second. So does one that is nothing but a page number: digits or
/// Roman numerals, alone, with dashes or with the word for a page.
enum PageFurniture {
  /// The pages without it.
  static func removed(from pages: [PDFPage]) -> [PDFPage] {
    let margins = pages.map(margin)
    var repeats: [Key: Int] = [:]
    for page in margins {
      for key in Set(page.map { Key($0.line) }) { repeats[key, default: 0] += 1 }
    }
    return zip(pages, margins).map { page, margin in
      let dropped = Set(
        margin.filter { line, isOutermost in
          isPageNumber(line.text)
            || (line.text.contains(where: \.isLetter)
              && repeats[Key(line), default: 0] >= (isOutermost ? 2 : 3))
        }.map { Spot($0.line) })
      guard !dropped.isEmpty else { return page }
      var page = page
      page.blocks = page.blocks.map { $0.filter { !dropped.contains(Spot($0)) } }
      return page
    }
  }

  /// The same words at the same height, whatever the figures, to some two points.
  private struct Key: Hashable {
    let text: String
    let height: Int

    init(_ line: PDFLine) {
      text = String(line.text.map { $0.isNumber ? "#" : $0 })
      height = Int(max(-1e6, min(1e6, line.top / 4)).rounded())
    }
  }

  /// A line of one page.
  private struct Spot: Hashable {
    let text: String
    let left, top: Double

    init(_ line: PDFLine) { (text, left, top) = (line.text, line.left, line.top) }
  }

  /// The lines of the first two and the last two rows; all that stand side by side are one row.
  private static func margin(of page: PDFPage) -> [(line: PDFLine, isOutermost: Bool)] {
    let lines = page.blocks.joined().sorted { $0.top < $1.top }
    var rows: [[PDFLine]] = []
    for line in lines {
      if let first = rows.last?.first, line.top < (first.top + first.bottom) / 2 {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.enumerated().flatMap { index, row in
      let fromEdge = min(index, rows.count - 1 - index)
      return fromEdge < 2 ? row.map { ($0, fromEdge == 0) } : []
    }
  }

  static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || "-–—|[]()".contains($0) }
    guard (1...4).contains(words.count) else { return false }
    let marks: Set<Substring> = ["page", "p.", "of", "/", "seite", "s."]
    var hasNumber = false
    for word in words where !marks.contains(word) {
      let isNumber = word.utf8.count <= 5 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let isRoman = word.utf8.count <= 6 && word.allSatisfy { "ivxlc".contains($0) }
      guard isNumber || isRoman else { return false }
      hasNumber = true
    }
    return hasNumber
  }
}
