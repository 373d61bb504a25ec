public import Model

/// Some words of a passage that the article does not have.
public struct SpansOutside: Error, Hashable, Sendable {
  /// Those whose passage is not there or has fewer words, in order.
  public let spans: [PassageSpan]
}

/// What a casebook keeps of the wording of a source.
public struct SourceFingerprints: Hashable, Sendable {
  /// Of the passages, by their numbers.
  public var passages: [ParagraphNumber: Fingerprint]
  /// Of the spans that are cited.
  public var spans: [PassageSpan: Fingerprint]

  /// Takes the parts as they are.
  public init(
    passages: [ParagraphNumber: Fingerprint] = [:], spans: [PassageSpan: Fingerprint] = [:]
  ) {
    self.passages = passages
    self.spans = spans
  }

  /// Of an article's plain text: its passages are the lines that are not blank, numbered from 1.
  ///
  /// Throws where a span's passage or one of its words is not there.
  public init(of article: String, spans: some Sequence<PassageSpan> = []) throws(SpansOutside) {
    let lines = Self.lines(of: article)
    let spans = Set(spans).sorted()
    passages = [:]
    self.spans = [:]
    for (index, line) in lines.enumerated() {
      passages[ParagraphNumber(index + 1)] = Fingerprint(of: String(line))
    }
    var outside: [PassageSpan] = []
    for (number, spans) in Dictionary(grouping: spans, by: \.number) {
      guard lines.indices.contains(number.rawValue - 1) else {
        outside += spans
        continue
      }
      let words = Words(String(lines[number.rawValue - 1]))
      for span in spans {
        if span.words.lowerBound >= 1, span.words.upperBound <= words.count {
          self.spans[span] = Fingerprint(
            of: words, range: (span.words.lowerBound - 1)..<span.words.upperBound)
        } else {
          outside.append(span)
        }
      }
    }
    if !outside.isEmpty { throw SpansOutside(spans: outside.sorted()) }
  }

  /// The lines of an article's plain text that are not blank: its passages, the first being number 1.
  public static func lines(of article: String) -> [Substring] {
    article.split(whereSeparator: \.isNewline).filter { line in
      line.unicodeScalars.contains { !$0.properties.isWhitespace }
    }
  }
}
