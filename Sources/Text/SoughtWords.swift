/// Folded words that are looked for in many texts, any of them, the last perhaps as a prefix.
public struct SoughtWords: Sendable {
  private let words: [[UInt8]]
  private let lastIsPrefix: Bool

  /// Takes words as `Folding` gives them.
  public init(_ words: [String], lastIsPrefix: Bool) {
    self.words = words.map { Array($0.utf8) }
    self.lastIsPrefix = lastIsPrefix
  }

  /// Where they stand in a text, in order, without overlaps.
  public func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<Int>] = []
    guard !words.isEmpty else { return [] }
    Folding.scan(text) { compound in
      if isHitWhole(compound) {
        let last = compound.source(compound.count - 1)
        found.append(compound.source(0).lowerBound..<last.upperBound)
      } else {
        found += compound.indices.filter { isHit(compound[$0]) }.map { compound.source($0) }
      }
    }
    return found.map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return start..<text.utf8.index(start, offsetBy: range.count)
    }
  }

  /// Whether any of them stands in a text.
  public func isAny(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isAny(inUTF8: $0) }
  }

  /// The same of a text that is there as UTF-8, which must be valid.
  public func isAny(inUTF8 text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !words.isEmpty else { return false }
    var isFound = false
    WordScanner.scan(text) { compound in
      isFound = isFound || isHitWhole(compound) || compound.contains { isHit($0) }
    }
    return isFound
  }

  /// Whether words of a compound are sought in one piece, and none of them by itself.
  private func isHitWhole(_ compound: WordScanner.Compound) -> Bool {
    compound.count > 1 && isHit(compound.joined) && !compound.contains { isWanted($0) }
  }

  private func isWanted(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { $0.elementsEqual(word) }
  }

  private func isHit(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if isWanted(word) { return true }
    guard lastIsPrefix, let last = words.last else { return false }
    return word.starts(with: last)
  }
}
