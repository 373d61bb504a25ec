/// Paragraphs out of the lines of pages.
///
/// In a block a paragraph ends where the line is indented against its neighbours (or, where most lines
/// are indented, hangs out), where a bullet begins, and after a line that ends a sentence though the
/// first word of the next would have had room. From block to block, column to column and page to page
/// one goes on where it has not ended a sentence, both are set in the same size, and the next begins in
/// lower case or the line before is full. Notes at the foot of a page, which are set smaller, are put
/// before a paragraph that goes on overleaf, so that both stay whole and every page begins where
/// it begins.
enum PDFParagraphs {
  /// A paragraph and what tells whether it goes on.
  private struct Piece {
    var paragraph: Paragraph
    let height: Double
    /// How much room is left at the end of its last line.
    var room: Double
    let firstWord: Double
    /// Whether its first line is set in from the block.
    let isIndented: Bool
  }

  /// The paragraphs page by page; one that runs over is with the page that it begins on.
  static func paragraphs(of pages: [PDFPage]) -> [[Paragraph]] {
    let height = bodyHeight(of: pages)
    let isBody = { (piece: Piece) in abs(piece.height - height) < max(0.8, height * 0.08) }
    var result: [[Piece]] = []
    for page in pages {
      var pieces: [Piece] = []
      for block in page.blocks {
        var more = self.pieces(of: block)
        if let last = pieces.last, let first = more.first, goesOn(last, first) {
          pieces[pieces.count - 1].paragraph.join(first.paragraph)
          pieces[pieces.count - 1].room = first.room
          more.removeFirst()
        }
        pieces += more
      }
      if let before = result.lastIndex(where: { !$0.isEmpty }),
        let open = result[before].lastIndex(where: isBody), let next = pieces.first, isBody(next),
        goesOn(result[before][open], next)
      {
        var whole = result[before].remove(at: open)
        let begun = whole.paragraph.pageStarts.count
        whole.paragraph.join(next.paragraph, pages: result.count - before - begun)
        whole.room = next.room
        result[before].append(whole)
        pieces.removeFirst()
      }
      result.append(pieces)
    }
    return result.map { $0.map(\.paragraph) }
  }

  /// The height that most of the text is set in, to half a point.
  private static func bodyHeight(of pages: [PDFPage]) -> Double {
    var letters: [Int: Int] = [:]
    for line in pages.lazy.flatMap(\.blocks).joined() {
      letters[halfPoints(line.height), default: 0] += line.text.utf8.count
    }
    let most = letters.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return Double(most?.key ?? 0) / 2
  }

  private static func halfPoints(_ height: Double) -> Int {
    Int((max(0, min(10_000, height)) * 2).rounded())
  }

  private static func goesOn(_ open: Piece, _ next: Piece) -> Bool {
    if open.paragraph.text.unicodeScalars.count == 1, isBullet(open.paragraph.text) { return true }
    guard !open.paragraph.isEnded, abs(open.height - next.height) < max(0.6, open.height * 0.06)
    else { return false }
    guard let first = next.paragraph.text.unicodeScalars.first else { return false }
    if first.properties.isLowercase { return true }
    return !next.isIndented && open.room < next.firstWord + open.height / 4
      && open.paragraph.text.utf8.count >= 80 && next.paragraph.text.utf8.count >= 40
  }

  private static func pieces(of block: [PDFLine]) -> [Piece] {
    guard let left = block.map(\.left).min(), let right = block.map(\.right).max() else {
      return []
    }
    let height = block.map(\.height).sorted()[block.count / 2]
    let isIndented = { (line: PDFLine) in line.left > left + height * 0.4 }
    let hangs = block.count > 3 && block.count(where: isIndented) * 2 > block.count
    var pieces: [Piece] = []
    var above: PDFLine?
    for line in block {
      let room = right - line.right
      if let above, !parts(above, line, right, pieces[pieces.count - 1].paragraph),
        hangs ? isIndented(line) || !isIndented(above) : !isIndented(line) || isIndented(above)
      {
        pieces[pieces.count - 1].paragraph.join(line.text)
        pieces[pieces.count - 1].room = room
      } else {
        pieces.append(
          Piece(
            paragraph: Paragraph(line.text), height: line.height, room: room,
            firstWord: line.firstWord, isIndented: isIndented(line) != hangs))
      }
      above = line
    }
    return pieces
  }

  private static func parts(
    _ above: PDFLine, _ line: PDFLine, _ right: Double, _ open: Paragraph
  ) -> Bool {
    if isBullet(line.text) { return true }
    if line.top - above.bottom > line.height * 1.2 { return true }
    return open.isEnded && above.right + line.height / 4 + line.firstWord < right - line.height / 2
  }

  private static func isBullet(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "•◦▪‣●".unicodeScalars.contains($0) } == true
  }
}
