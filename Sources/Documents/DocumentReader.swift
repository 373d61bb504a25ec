/// Reads a file of an article into plain text.
///
/// What a file is shows in its content: `%PDF-` near its beginning, the parts that a ZIP archive has, a
/// tag of HTML at the beginning of a text. Its name is asked only where a text could be either plain
/// or HTML. Nothing in a file is run, and nothing it refers to is fetched.
public enum DocumentReader {
  /// The text of a file, within limits.
  ///
  /// PDF is read by poppler's `pdftotext`, a program of its own; everything else here.
  /// - Throws: `DocumentProblem`.
  public static func read(
    path: String, limits: DocumentLimits = DocumentLimits()
  ) throws(DocumentProblem) -> DocumentText {
    let file = try ReadFile(path: path, limit: limits.file)
    let (format, content) = try DocumentRecognition.recognise(file)
    var writer = ParagraphWriter(limit: limits.text)
    var pageCount = 0
    switch format {
    case .plainText:
      let pages = TextLines.paragraphs(of: TextLines.pages(of: content))
      pageCount = pages.count > 1 || content.unicodeScalars.contains("\u{C}") ? pages.count : 0
      add(pages, to: &writer)
    case .html:
      let blocks = HTMLPage.blocks(of: content, isWhole: false, seconds: limits.seconds)
      guard let blocks else { throw .tooIntricate(path: path, format: .html) }
      for block in ArticleChoice.article(of: blocks) { writer.add(Paragraph(block.text)) }
    case .pdf:
      let pages = try PDFReader.pages(path: path, limits: limits)
      pageCount = pages.count
      add(pages, to: &writer)
    case .docx:
      for line in try DOCXReader.lines(path: path, limits: limits) { writer.add(Paragraph(line)) }
    case .epub:
      for line in try EPUBReader.lines(path: path, limits: limits) { writer.add(Paragraph(line)) }
    }
    guard !writer.isOverfull else { throw .tooMuchText(path: path, limit: limits.text) }
    guard !writer.text.isEmpty else { throw .noText(path: path, format: format) }
    return DocumentText(
      format: format, text: writer.text, pages: pageCount > 0 ? writer.pageStarts : [])
  }

  /// A page begins in a paragraph of the page before, where that runs over, or before its own first.
  private static func add(_ pages: [[Paragraph]], to writer: inout ParagraphWriter) {
    var alreadyBegun = 0
    for page in pages {
      if alreadyBegun > 0 { alreadyBegun -= 1 } else { writer.beginPage() }
      for paragraph in page {
        writer.add(paragraph)
        alreadyBegun += paragraph.pageStarts.count
      }
    }
  }
}
