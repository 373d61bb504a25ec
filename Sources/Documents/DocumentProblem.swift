/// Why a file could not be read as an article.
public enum DocumentProblem: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing(path: String)
  /// The system does not let it be read; `detail` says what it said.
  case unreadable(path: String, detail: String)
  /// The path leads to a folder.
  case folder(path: String)
  /// Nothing is in the file.
  case empty(path: String)
  /// The file, or what it unpacks to, has more bytes than are taken. `bytes` is how many it has at
  /// least.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The text in it has more bytes than are taken.
  case tooMuchText(path: String, limit: Int)
  /// Reading took longer, or more memory, than is given.
  case tooIntricate(path: String, format: DocumentText.Format)
  /// It opens only with a password or with a reading system's key.
  case encrypted(path: String, format: DocumentText.Format)
  /// Its pages are pictures.
  case scanned(path: String, pages: Int)
  /// It is something else; `what` says what, where that is known: `a picture`.
  case notText(path: String, what: String)
  /// It does not hold to its format; `detail` says what does not hold.
  case damaged(path: String, format: DocumentText.Format, detail: String)
  /// It is whole, and without words.
  case noText(path: String, format: DocumentText.Format)
  /// A PDF cannot be read because poppler's pdftotext is not installed.
  case noPDFReader(path: String)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .missing(let path): "there is no file \(path)"
    case .unreadable(let path, let detail): "\(path) cannot be read: \(detail)"
    case .folder(let path): "\(path) is a folder"
    case .empty(let path): "\(path) is empty"
    case .tooLarge(let path, let bytes, let limit):
      "\(path) has \(Self.size(bytes)), and at most \(Self.size(limit)) are taken"
    case .tooMuchText(let path, let limit):
      "\(path) holds more than \(Self.size(limit)) of text"
    case .tooIntricate(let path, let format):
      "\(path) is \(format.words) too intricate to be read within the time and memory given"
    case .encrypted(let path, let format): "\(path) is encrypted \(format.words)"
    case .scanned(let path, let pages):
      "\(path) is scanned: \(pages == 1 ? "its page is a picture" : "its \(pages) pages are pictures") without text"
    case .notText(let path, let what): "\(path) is \(what), not a text that can be read"
    case .damaged(let path, let format, let detail):
      "\(path) is damaged \(format.words): \(detail)"
    case .noText(let path, let format): "\(path) is \(format.words) without any text"
    case .noPDFReader(let path): "\(path) is PDF, and pdftotext, which reads it, is not installed"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .missing: "Give the path of a file that is there."
    case .unreadable: "See that the file may be read by you."
    case .folder: "Give the path of one file in it."
    case .empty: "Save the article once more."
    case .tooLarge, .tooMuchText: "Give a file with the article alone."
    case .tooIntricate: "Save the article in another format, such as plain text."
    case .encrypted: "Save a copy without password or protection, and give that."
    case .scanned: "Put it through text recognition first, for example with ocrmypdf."
    case .notText: "Save it as plain text, HTML, PDF, DOCX or EPUB."
    case .damaged: "Fetch or save the file once more."
    case .noText: "See in its own program whether the article is in it."
    case .noPDFReader: "Install the Debian package poppler-utils."
    }
  }

  /// A number of bytes as people read it: `1.5 MB`, with a megabyte of 1,048,576 bytes.
  static func size(_ bytes: Int) -> String {
    let units = [("GB", 30), ("MB", 20), ("KB", 10)]
    for (unit, shift) in units where bytes >= 1 << shift {
      let tenths = bytes / (1 << shift) * 10 + bytes % (1 << shift) * 10 / (1 << shift)
      return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return bytes == 1 ? "1 byte" : "\(bytes) bytes"
  }
}
