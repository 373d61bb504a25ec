import Glibc
import Text

/// Looks for one phrase in many texts: quicker than `Phrases.contains`, which makes one of these for
/// every text.
public struct PhraseMatcher: Sendable {
  private let phrase: [String]
  private let words: [[UInt8]]
  private let lastIsPrefix: Bool

  /// Looks for folded words, of the last only for the beginning where it is a prefix.
  public init(_ phrase: [String], lastIsPrefix: Bool = false) {
    self.phrase = phrase
    words = phrase.map { Array($0.utf8) }
    self.lastIsPrefix = lastIsPrefix
  }

  /// Whether the words stand at consecutive places of a text; a phrase without words is in every
  /// text.
  public func isIn(_ text: some StringProtocol) -> Bool {
    // A bit for each word must do.
    guard (1...64).contains(words.count) else {
      return Phrases.contains(phrase, in: Folding.terms(text), lastIsPrefix: lastIsPrefix)
    }
    var text = String(text)
    return text.withUTF8 { find(in: $0) }
  }

  /// The same of a text that is there as UTF-8, which must be valid.
  public func isIn(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool {
    (1...64).contains(words.count) ? find(in: text) : isIn(String(decoding: text, as: UTF8.self))
  }

  private func find(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    // A bit for each word that ends a beginning of the phrase at a position, and at the one before.
    var here: UInt64 = 0
    var before: UInt64 = 0
    var position = -1
    var isFound = false
    let last: UInt64 = 1 << UInt64(words.count - 1)
    Folding.scanTerms(utf8: text) { term, at in
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
    _ term: UnsafeBufferPointer<UInt8>, _ word: [UInt8], asPrefix: Bool
  ) -> Bool {
    guard asPrefix ? term.count >= word.count : term.count == word.count,
      let start = term.baseAddress
    else { return false }
    return word.withUnsafeBytes {
      $0.baseAddress.map { memcmp(start, $0, word.count) == 0 } ?? true
    }
  }
}
