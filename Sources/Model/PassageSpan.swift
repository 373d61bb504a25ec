/// Some words of a passage: a sentence of a paragraph, a cell of a table.
public struct PassageSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The passage's place among those of its source.
  public let number: ParagraphNumber
  /// From 1, both ends included. Words are counted as `Words` in the module Anchoring finds them.
  public let words: ClosedRange<Int>

  /// Takes the parts as they are.
  public init(_ number: ParagraphNumber, words: ClosedRange<Int>) {
    self.number = number
    self.words = words
  }

  /// Reads `12:5-19`; nil where the text is not of that form, a number is below 1, or the words are
  /// reversed.
  public init?(_ text: some StringProtocol) {
    let numbers = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
    let values = numbers.compactMap { part in
      part.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int(part) : nil
    }
    guard values.count == 3, numbers.count == 3, values.allSatisfy({ $0 > 0 }),
      values[1] <= values[2], text.dropFirst(numbers[0].count).first == ":",
      text.dropFirst(numbers[0].count + 1 + numbers[1].count).first == "-"
    else { return nil }
    self.init(ParagraphNumber(values[0]), words: values[1]...values[2])
  }

  /// As files write it: `12:5-19`.
  public var description: String {
    "\(number.rawValue):\(words.lowerBound)-\(words.upperBound)"
  }

  /// In reading order; of two that begin alike, the shorter first.
  public static func < (one: Self, other: Self) -> Bool {
    (one.number, one.words.lowerBound, one.words.upperBound)
      < (other.number, other.words.lowerBound, other.words.upperBound)
  }
}
