/// Chooses the runs of words that stand for a text, so that a stretch of it is found again wherever
/// it stands: winnowing (Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document
/// Fingerprinting", SIGMOD 2003, sections 2 to 4), over words instead of letters.
///
/// - Noise threshold: nothing shorter than `run`, 3 words, is ever matched.
/// - Guarantee threshold: of every 18 words that follow one another (`run` + `window` - 1) at least one
///   run is chosen, so that a copy that holds them unbroken holds a chosen run.
/// - Of random text 2 of 17 runs are chosen (2 / (`window` + 1)).
///
/// Only the text that is looked for is winnowed. In the copy every run is looked at, so that what
/// surrounds a passage there cannot change which of its runs count.
enum Winnowing {
  /// The words of a run.
  static let run = 3
  /// Of so many runs that follow one another one at least is chosen.
  static let window = 16

  /// A chosen run.
  struct Seed: Hashable, Sendable {
    /// The place of its first word, from 0.
    let offset: Int
    /// Twelve bits of its hash.
    let value: UInt16
  }

  /// The bits of a run's hash that are shown. They do not take part in the choice, so that a chosen
  /// run's are as good as random.
  static func shown(_ hash: UInt64) -> UInt16 { UInt16(hash >> 52) }

  /// The chosen runs of a text, whose words are known by these hashes, in order. Of a text with
  /// fewer runs than a window it is one, of one shorter than a run none.
  ///
  /// In each window the run whose hash is least is chosen, and of equal ones the last.
  static func seeds(_ words: ArraySlice<UInt64>) -> [Seed] {
    let words = Array(words)
    guard words.count >= run else { return [] }
    let hashes = (0...(words.count - run)).map {
      StableHash.run(words[$0], words[$0 + 1], words[$0 + 2])
    }
    var seeds: [Seed] = []
    for first in 0...max(0, hashes.count - window) {
      var least = first
      for index in first..<min(first + window, hashes.count)
      where hashes[index] << 12 <= hashes[least] << 12 {
        least = index
      }
      if least != seeds.last?.offset {
        seeds.append(Seed(offset: least, value: shown(hashes[least])))
      }
    }
    return seeds
  }
}
