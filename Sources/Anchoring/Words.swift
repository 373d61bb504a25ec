import Text

/// The words of a text with their places.
///
/// A word is a maximal run of letters, digits and marks, as `Folding` folds them: case, accents,
/// ligatures and letter forms do not count. Apostrophes within a word are dropped and join, as do
/// soft hyphens; hyphens and every other sign part; each ideograph is a word. So the words are the
/// same whichever quotation marks, dashes and blanks a copy has. A text has less than 4 GiB.
public struct Words: Sendable {
  private let starts: [UInt32]
  private let ends: [UInt32]
  /// What each word is known by.
  let hashes: [UInt64]
  /// The twelve bits of each word that fingerprints take theirs from.
  let grains: [Grain]
  /// What stands before each word: 0 no line's end, 1 one, 2 several.
  let breaks: [UInt8]
  /// For each word but the last two, what the run of words that begins there is known by, twelve bits.
  let runs: [UInt16]

  /// Cuts a text into words, in time in proportion to its length.
  public init(_ text: String) {
    var text = text
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var hashes: [UInt64] = []
    var grains: [Grain] = []
    var breaks: [UInt8] = []
    text.withUTF8 { bytes in
      precondition(bytes.count <= Int(UInt32.max), "a text of 4 GiB or more")
      let expected = bytes.count / 6
      starts.reserveCapacity(expected)
      ends.reserveCapacity(expected)
      hashes.reserveCapacity(expected)
      grains.reserveCapacity(expected)
      breaks.reserveCapacity(expected)
      Folding.scanWords(utf8: bytes) { word, source in
        var lines: UInt8 = starts.isEmpty ? 2 : 0
        for index in Int(ends.last ?? 0)..<source.lowerBound where bytes[index] == 10 {
          lines = min(2, lines + 1)
        }
        breaks.append(lines)
        starts.append(UInt32(source.lowerBound))
        ends.append(UInt32(source.upperBound))
        hashes.append(StableHash.word(word))
        grains.append(Grain(word))
      }
    }
    self.starts = starts
    self.ends = ends
    self.hashes = hashes
    self.grains = grains
    self.breaks = breaks
    runs = (0..<max(0, hashes.count - (Winnowing.run - 1))).map {
      Winnowing.shown(StableHash.run(hashes[$0], hashes[$0 + 1], hashes[$0 + 2]))
    }
  }

  /// How many there are.
  public var count: Int { starts.count }

  /// The bytes of the text, as UTF-8, that a word stands on; words count from 0.
  public func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  /// The bytes from the first word of a range, which is not empty, to its last.
  func bytes(_ words: Range<Int>) -> Range<Int> {
    Int(starts[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }
}
