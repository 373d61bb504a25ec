/// A reader's own copy of an article, as plain text.
public struct DocumentText: Hashable, Sendable {
  /// What kinds of files are read.
  public enum Format: String, CaseIterable, Sendable {
    case plainText, html, pdf, docx, epub

    /// As people call it: `plain text`, `HTML`.
    public var words: String {
      switch self {
      case .plainText: "plain text"
      case .html: "HTML"
      case .pdf: "PDF"
      case .docx: "DOCX"
      case .epub: "EPUB"
      }
    }
  }

  /// What the file was, by its content.
  public var format: Format
  /// The paragraphs in reading order, one a line, parted by `\n`, none of them empty and none with a
  /// control or a sign that hides or reorders. A cell of a table and an item of a list count as
  /// paragraphs.
  public var text: String
  /// Where each page begins in `text`, in bytes of UTF-8, the first page first; ascending, with
  /// repeats where a page has no text, and the length of the text where nothing follows. Empty for
  /// formats without pages. A page may begin inside a paragraph, which stays whole.
  public var pages: [Int]

  /// Takes the parts as they are.
  public init(format: Format, text: String, pages: [Int] = []) {
    self.format = format
    self.text = text
    self.pages = pages
  }
}

/// How much is taken from one file.
public struct DocumentLimits: Hashable, Sendable {
  /// The largest file, and the most that is unpacked from one, in bytes.
  public var file: Int
  /// The longest text that comes of it, in bytes of UTF-8.
  public var text: Int
  /// How long a program or a library may work on it, in seconds.
  public var seconds: Int

  /// By default 256 MB, 64 MB and two minutes.
  public init(file: Int = 256 << 20, text: Int = 64 << 20, seconds: Int = 120) {
    self.file = file
    self.text = text
    self.seconds = seconds
  }
}
