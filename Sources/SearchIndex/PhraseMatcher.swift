import Glibc

/// Looks for a phrase of up to 64 words in the bytes of texts.
struct PhraseMatcher: ~Copyable {
  /// The words, each with the byte before it that terms have.
  private let words: [[UInt8]]
  private let lastIsPrefix: Bool
  private var scan = TextScan()

  /// Nil where the phrase has more words, or none.
  init?(_ phrase: [String], lastIsPrefix: Bool) {
    guard (1...64).contains(phrase.count) else { return nil }
    words = phrase.map { IndexFormat.key(word: $0) }
    self.lastIsPrefix = lastIsPrefix
  }

  /// Whether the words stand at consecutive positions of a text in UTF-8.
  mutating func isIn(_ text: UnsafeRawBufferPointer) -> Bool {
    // A bit for each word that ends a beginning of the phrase at a position, and at the one before.
    var here: UInt64 = 0
    var before: UInt64 = 0
    var position = -1
    var isFound = false
    let (words, lastIsPrefix) = (words, lastIsPrefix)
    let last: UInt64 = 1 << UInt64(words.count - 1)
    scan.terms(of: text, isASCII: TextScan.isASCII(text)) { term, at in
      if at != position {
        before = at == position + 1 ? here : 0
        here = 0
        position = at
      }
      var open = before << 1 | 1
      while open != 0 {
        let index = open.trailingZeroBitCount
        open &= open - 1
        if index < words.count,
          Self.matches(term, words[index], asPrefix: lastIsPrefix && index == words.count - 1)
        {
          here |= 1 << UInt64(index)
        }
      }
      if here & last != 0 { isFound = true }
    }
    return isFound
  }

  @inline(__always)
  private static func matches(
    _ term: UnsafeRawBufferPointer, _ word: [UInt8], asPrefix: Bool
  ) -> Bool {
    guard asPrefix ? term.count >= word.count : term.count == word.count,
      let start = term.baseAddress
    else { return false }
    return word.withUnsafeBytes {
      $0.baseAddress.map { memcmp(start, $0, word.count) == 0 } ?? true
    }
  }
}
