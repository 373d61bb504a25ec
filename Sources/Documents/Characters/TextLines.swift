/// The lines of a plain text, and the paragraphs that they make up.
///
/// A text either has one paragraph a line, or is wrapped at a column, with a blank line, an indent or
/// a short line between paragraphs. It counts as wrapped when its longest lines (nine in ten are no
/// longer) have 40 to 160 characters, and when, of the lines that another goes on from below, three in
/// four are full: the first word of the next would have gone past that column. In a wrapped text a
/// paragraph ends at a blank line, before a line that is indented more than the one before or begins
/// with a bullet, and after a line that ends a sentence in the first four fifths of the column.
/// Anything else is left as it is, a line a paragraph: verse, lists, texts of one paragraph a line.
enum TextLines {
  /// The lines of a text, page by page: LF, CR, CRLF, U+0085, U+2028 and U+2029 end a line, and a form
  /// feed ends a page, as in what pdftotext writes. Without a form feed there is one page.
  static func pages(of text: String) -> [[Substring.UnicodeScalarView]] {
    let scalars = Substring(text).unicodeScalars
    var pages: [[Substring.UnicodeScalarView]] = [[]]
    var begins = scalars.startIndex
    var index = begins
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      switch scalars[index].value {
      case 0xA, 0xB, 0xD, 0x85, 0x2028, 0x2029:
        // The empty line between CR and LF is dropped where lines are told apart by blank ones.
        let isPair = scalars[index] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        pages[pages.count - 1].append(scalars[begins..<index])
        begins = isPair ? scalars.index(after: next) : next
      case 0xC:
        pages[pages.count - 1].append(scalars[begins..<index])
        pages.append([])
        begins = next
      default: break
      }
      index = max(next, begins)
    }
    pages[pages.count - 1].append(scalars[begins...])
    if pages.count > 1, pages.last?.allSatisfy(\.isEmpty) == true { pages.removeLast() }
    return pages
  }

  /// The paragraphs of a text; each page's own, where one runs over the page it is with the first.
  static func paragraphs(of pages: [[Substring.UnicodeScalarView]]) -> [[Paragraph]] {
    let lines = pages.map { $0.map(Line.init) }
    guard let column = wrappingColumn(of: lines.joined()) else {
      return lines.map { $0.map { Paragraph($0.text) } }
    }
    var result: [[Paragraph]] = []
    for page in lines {
      var paragraphs = joined(page, column: column)
      if let last = result.lastIndex(where: { !$0.isEmpty }), let first = paragraphs.first,
        let open = result[last].last, !open.isEnded,
        first.text.unicodeScalars.first?.properties.isLowercase == true
      {
        result[last][result[last].count - 1].join(
          first, pages: result.count - last - open.pageStarts.count)
        paragraphs.removeFirst()
      }
      result.append(paragraphs)
    }
    return result
  }

  /// One line, and what its look tells.
  struct Line {
    let text: String
    let indent: Int
    let length: Int
    let firstWord: Int

    init(_ scalars: Substring.UnicodeScalarView) {
      text = CleanText.line(Substring(scalars))
      indent = scalars.prefix { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.count
      length = indent + text.unicodeScalars.count
      firstWord = text.unicodeScalars.prefix { $0 != " " }.count
    }

    var isBullet: Bool {
      let start = text.unicodeScalars.prefix(2)
      return start.count == 2 && start.last == " "
        && start.first.map { "•◦▪‣*-–·".unicodeScalars.contains($0) } == true
    }
  }

  /// The column that the lines are wrapped at; nil where they are not.
  static func wrappingColumn(of lines: some Sequence<Line>) -> Int? {
    var followed: [(length: Int, next: Int)] = []
    var before: Line?
    for line in lines {
      if let before, !before.text.isEmpty, !line.text.isEmpty, !begins(line, below: before) {
        followed.append((before.length, line.firstWord))
      }
      before = line
    }
    let lengths = followed.map(\.length).sorted()
    guard !lengths.isEmpty else { return nil }
    let column = lengths[lengths.count * 9 / 10]
    guard (40...160).contains(column) else { return nil }
    let full = followed.count { $0.length + 1 + $0.next > column }
    return full * 4 >= followed.count * 3 ? column : nil
  }

  /// The paragraphs of lines wrapped at a column.
  private static func joined(_ lines: [Line], column: Int) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var before: Line?
    for line in lines {
      if line.text.isEmpty {
        before = nil
        continue
      }
      if let above = before, !parts(above, line, paragraphs[paragraphs.count - 1], column) {
        paragraphs[paragraphs.count - 1].join(line.text)
      } else {
        paragraphs.append(Paragraph(line.text))
      }
      before = line
    }
    return paragraphs
  }

  /// Whether a new paragraph begins with `line`.
  private static func parts(_ above: Line, _ line: Line, _ open: Paragraph, _ column: Int) -> Bool {
    if begins(line, below: above) { return true }
    let wouldHaveFitted = above.length + 1 + line.firstWord <= column * 4 / 5
    return wouldHaveFitted && open.isEnded
  }

  /// Whether a line begins a paragraph by its look alone.
  private static func begins(_ line: Line, below above: Line) -> Bool {
    line.isBullet || (line.indent > above.indent + 1 && !above.isBullet)
  }
}
