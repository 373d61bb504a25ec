public import Model

/// The reader's own copy of a source, as plain text, with the passages that were found in it.
public struct AttachedCopy: Hashable, Sendable {
  /// What has become of the file that was attached.
  public enum File: Hashable, Sendable {
    /// As large, and last written when it was attached.
    case same
    /// It has been written since; the library's text is that of the time of attaching.
    case changed
    case missing
  }

  /// Where a passage or a part of one stands.
  public struct Place: Hashable, Sendable {
    /// How it was found.
    public var state: AnchorState
    /// Bytes of the text, UTF-8; nil where it is lost.
    public var range: Range<Int>?

    /// Takes the parts as they are.
    public init(_ state: AnchorState, range: Range<Int>? = nil) {
      self.state = state
      self.range = range
    }
  }

  /// The path of the file that was attached.
  public var path: String
  /// What has become of that file since.
  public var file: File
  /// Paragraphs parted by line feeds, none of them blank.
  public var text: String
  /// Where each paragraph begins: bytes of the text, UTF-8.
  public var starts: [Int]
  /// Where each page begins, the first one first; empty where the format has none.
  public var pages: [Int]
  /// Every passage of the source that the casebook has fingerprints of.
  public var passages: [ParagraphNumber: Place]
  /// Every part of a passage that a citation narrows to.
  public var spans: [PassageSpan: Place]

  /// Takes the parts as they are.
  public init(
    path: String, file: File, text: String, starts: [Int], pages: [Int] = [],
    passages: [ParagraphNumber: Place], spans: [PassageSpan: Place] = [:]
  ) {
    self.path = path
    self.file = file
    self.text = text
    self.starts = starts
    self.pages = pages
    self.passages = passages
    self.spans = spans
  }

  /// The bytes of a paragraph, without the line feed behind it.
  public func bytes(of paragraph: Int) -> Range<Int> {
    let isLast = paragraph + 1 >= starts.count
    return starts[paragraph]..<(isLast ? text.utf8.count : starts[paragraph + 1] - 1)
  }

  /// The paragraph that holds a byte.
  public func paragraph(at byte: Int) -> Int {
    max(0, Self.index(in: starts, at: byte))
  }

  /// The page, from 1, that holds a byte; nil where there are none.
  public func page(at byte: Int) -> Int? {
    pages.isEmpty ? nil : max(1, Self.index(in: pages, at: byte) + 1)
  }

  /// The index of the last number that is not above one; -1 where all are.
  private static func index(in starts: [Int], at byte: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
