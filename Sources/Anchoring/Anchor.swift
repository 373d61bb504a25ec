public import Model

/// Where a passage or a span stands in a copy of its source, and how well it was found there.
public struct Anchor: Hashable, Sendable {
  /// How it was found.
  public var state: AnchorState
  /// From its first word to its last, in bytes of the copy's UTF-8; nil where it is lost.
  public var range: Range<Int>?

  /// Takes the parts as they are.
  public init(state: AnchorState, range: Range<Int>?) {
    self.state = state
    self.range = range
  }

  /// Not found, or not found well enough.
  public static let lost = Anchor(state: .lost, range: nil)
}

/// A reader's copy, cut into words once for all that is looked for in it.
public struct CopyText: Sendable {
  /// As it was given.
  public let text: String
  /// Its words.
  public let words: Words

  /// Cuts the text into words, in time in proportion to its length.
  public init(_ text: String) {
    self.text = text
    words = Words(text)
  }
}

/// Where the passages and spans of a source stand in a copy: an anchor for each that was looked for.
public struct Located: Hashable, Sendable {
  /// By the numbers of the passages.
  public var passages: [ParagraphNumber: Anchor]
  /// Of the spans that are cited.
  public var spans: [PassageSpan: Anchor]

  /// Takes the parts as they are.
  public init(
    passages: [ParagraphNumber: Anchor] = [:], spans: [PassageSpan: Anchor] = [:]
  ) {
    self.passages = passages
    self.spans = spans
  }
}
