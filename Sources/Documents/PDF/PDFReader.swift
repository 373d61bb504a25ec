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
    let layout = PDFLayout()
    let output = LayoutOutput(layout)
    // Where the words stand takes some thirty times the room of the words.
    let outcome = ChildProcess.run(
      "pdftotext", ["-bbox-layout", "-enc", "UTF-8", argument(path), "-"], limit: limits.text * 32,
      seconds: limits.seconds, take: output.take)
    guard let outcome else { throw .noPDFReader(path: path) }
    output.finish(isWhole: !outcome.isCutShort && outcome.status == 0)
    if let problem = output.problem {
      throw .damaged(path: path, format: .pdf, detail: problem.detail)
    }
    guard !outcome.isCutShort else { throw .tooIntricate(path: path, format: .pdf) }
    guard outcome.status == 0 else { throw refusal(outcome, path: path) }
    let words = layout.pages.reduce(0) { $0 + $1.letters }
    guard !layout.pages.isEmpty else {
      throw .damaged(path: path, format: .pdf, detail: "it has no pages")
    }
    // A page of text has a thousand letters; a scanned one may have a stamp or a page number.
    guard words >= 16 * layout.pages.count || words >= 400 else {
      throw .scanned(path: path, pages: layout.pages.count)
    }
    let pages = PageFurniture.removed(from: layout.pages).map(PDFColumns.ordered)
    return PDFParagraphs.paragraphs(of: pages)
  }

  /// A path that begins with a hyphen would be taken for an option, or for standard input.
  static func argument(_ path: String) -> String { path.hasPrefix("/") ? path : "./\(path)" }

  /// What an exit code other than 0 means.
  private static func refusal(_ outcome: ChildProcess.Outcome, path: String) -> DocumentProblem {
    let complaint = outcome.complaint
    // 3 is a document that forbids copying (pdftotext(1), exit codes).
    if outcome.status == 3 || complaint.contains("ncorrect password")
      || complaint.contains("ncrypt")
    {
      return .encrypted(path: path, format: .pdf)
    }
    let line = complaint.split(whereSeparator: \.isNewline).last.map(String.init)
    return .damaged(path: path, format: .pdf, detail: Harmless.line(line ?? "pdftotext broke off"))
  }
}

/// Hands on what pdftotext writes, while it writes, with what XML forbids mended: fonts without a
/// sound table give controls and broken characters.
private final class LayoutOutput {
  private(set) var problem: XMLProblem?
  private var reader: XMLReader?
  private var rest: [UInt8] = []

  init(_ layout: PDFLayout) {
    do throws(XMLProblem) { reader = try XMLReader(layout) } catch { problem = error }
  }

  /// False once it cannot be read.
  func take(_ bytes: ArraySlice<UInt8>) -> Bool {
    rest += bytes
    // No character is cut at the end of a line.
    if let end = rest.lastIndex(of: 0x0A) {
      give(rest[...end])
      rest.removeSubrange(...end)
    }
    return problem == nil
  }

  /// Nothing more comes; what is not whole is not read to its end.
  func finish(isWhole: Bool) {
    guard isWhole else { return }
    give(rest[...])
    guard problem == nil else { return }
    do throws(XMLProblem) { try reader?.finish() } catch { problem = error }
  }

  private func give(_ lines: ArraySlice<UInt8>) {
    guard problem == nil else { return }
    var bytes = Array(lines)
    for index in bytes.indices where bytes[index] < 0x20 && bytes[index] != 0x0A {
      bytes[index] = 0x20
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    do throws(XMLProblem) { try reader?.take(bytes[...]) } catch { problem = error }
  }
}
