import Text

/// The paragraphs of a PDF, through poppler's pdftotext.
enum PDFReader {
  /// The paragraphs page by page; one that runs over the page is with the page it begins on.
  ///
  /// - Throws: `.noPDFReader`, `.encrypted`, `.damaged`, `.scanned`, `.tooIntricate`,
  ///   `.tooMuchText`.
  static func pages(
    path: String, limits: DocumentLimits
  ) throws(DocumentProblem) -> [[Paragraph]] {
    // Where the words stand takes some thirty times the room of the words.
    let outcome = ChildProcess.run(
      "pdftotext", ["-bbox-layout", "-enc", "UTF-8", argument(path), "-"], limit: limits.text * 32,
      seconds: limits.seconds)
    guard let outcome else { throw .noPDFReader(path: path) }
    guard !outcome.isOverLimit else { throw .tooIntricate(path: path, format: .pdf) }
    let complaint = outcome.complaint
    guard outcome.status == 0 else {
      // 3 is a document that forbids copying (pdftotext(1), exit codes).
      if outcome.status == 3 || complaint.contains("ncorrect password")
        || complaint.contains("ncrypt")
      {
        throw .encrypted(path: path, format: .pdf)
      }
      let line = complaint.split(whereSeparator: \.isNewline).last.map(String.init)
      throw .damaged(
        path: path, format: .pdf, detail: Harmless.line(line ?? "pdftotext broke off"))
    }
    let layout = PDFLayout()
    do throws(XMLProblem) { try XMLDocument.read(cleaned(outcome.output), layout) } catch {
      throw .damaged(path: path, format: .pdf, detail: error.detail)
    }
    let words = layout.pages.reduce(0) { $0 + $1.letters }
    guard !layout.pages.isEmpty else {
      throw .damaged(path: path, format: .pdf, detail: "it has no pages")
    }
    // A page of text has a thousand letters; a scanned one may have a stamp or a page number.
    guard words >= 16 * layout.pages.count || words >= 400 else {
      throw .scanned(path: path, pages: layout.pages.count)
    }
    return PDFParagraphs.paragraphs(of: PageFurniture.removed(from: layout.pages))
  }

  /// A path that begins with a hyphen would be taken for an option, or for standard input.
  static func argument(_ path: String) -> String { path.hasPrefix("/") ? path : "./\(path)" }

  /// Fonts without a sound table give controls, which XML forbids, and broken UTF-8.
  private static func cleaned(_ output: [UInt8]) -> [UInt8] {
    var bytes = output
    for index in bytes.indices where bytes[index] < 0x20 {
      if bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    let isSound = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    let text = isSound ? nil : String(decoding: bytes, as: UTF8.self)
    return text.map { Array($0.utf8) } ?? bytes
  }
}
