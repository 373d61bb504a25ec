import TestSupport
import Testing

@testable import Anchoring

@Suite struct FingerprintTests {
  @Test func typingIsNoDifference() {
    #expect(
      Fingerprint(of: "The “long truce” – it didn’t hold.")
        == Fingerprint(of: "THE \"LONG TRUCE\" - it didn't  hold"))
    #expect(Fingerprint(of: "two wells") != Fingerprint(of: "wells two"))
    #expect(Fingerprint(of: "").words == 0)
  }

  /// What is shown of a passage, in bits: the number that the documentation promises.
  @Test(arguments: [
    (1, 12), (2, 16), (3, 24), (4, 24), (5, 28), (6, 32), (7, 36),
  ])
  func shortPassagesShowSoMuch(words: Int, bits: Int) {
    let print = Fingerprint(of: (0..<words).map { "word\($0)" }.joined(separator: " "))
    let shown =
      2 * Grain.depth(words: words) * print.grains.count
      + Fingerprint.checkBits(words: words, isSpan: false) + 12 * print.seeds.count
    #expect(shown == bits)
    for grain in print.grains { #expect(grain == grain.shown(Grain.depth(words: words))) }
  }

  @Test func longPassagesShowLessThanFourBitsAWord() {
    var random = SeededGenerator(for: "longPassagesShowLessThanFourBitsAWord")
    var bits = 0
    for _ in 0..<50 {
      let text = (0..<80).map { _ in "word\(random.below(5000))" }.joined(separator: " ")
      let print = Fingerprint(of: text)
      bits += 2 * print.grains.count + 12 * print.seeds.count + 8
    }
    #expect(bits < 50 * 80 * 4)
  }

  @Test func spansShowAtMostTwoBitsAWord() {
    let words = Words("one two three four five six seven")
    for count in 0...7 {
      let print = Fingerprint(of: words, range: 0..<count)
      #expect(print.words == count)
      #expect(print.grains.isEmpty && print.seeds.isEmpty)
      #expect(Int(print.check) < 1 << min(8, 2 * count))
    }
  }

  /// Somebody who knows that three words come from a vocabulary of 160, and where in the passage they
  /// stand, tries all four million triples against all that the fingerprint shows of them: their
  /// grains and the chosen run's hash. Some fifteen fit, of which one was printed. With the vocabulary
  /// of a newspaper there are many thousands for each of these.
  @Test func aDictionaryDoesNotTellARun() throws {
    var random = SeededGenerator(for: "aDictionaryDoesNotTellARun")
    let vocabulary = (0..<160).map { _ in
      String(
        (0..<(3 + random.below(6))).map { _ in
          "aeioulnrstdmkbg".randomElement(using: &random) ?? "a"
        })
    }
    let passage = (0..<24).map { _ in vocabulary[random.below(160)] }
    let print = Fingerprint(of: passage.joined(separator: " "))
    let seed = try #require(print.seeds.first)
    let known = Words(vocabulary.joined(separator: " "))
    let fitting = (0..<3).map { offset in
      known.hashes.indices.filter {
        known.grains[$0].shown(1) == print.grains[seed.offset + offset]
      }
    }
    var count = 0
    var isTrueAmongThem = false
    for one in fitting[0] {
      for two in fitting[1] {
        for three in fitting[2] {
          let run = StableHash.run(known.hashes[one], known.hashes[two], known.hashes[three])
          guard Winnowing.shown(run) == seed.value else { continue }
          count += 1
          isTrueAmongThem =
            isTrueAmongThem
            || [one, two, three].map { vocabulary[$0] }
              == Array(passage[seed.offset..<(seed.offset + 3)])
        }
      }
    }
    #expect(isTrueAmongThem)
    #expect(count > 1)
  }

  /// Of a passage, words can be exchanged for others, and nothing shows it: so no fingerprint tells
  /// which of the texts that fit was printed.
  @Test func otherWordsHaveTheSameFingerprint() {
    var random = SeededGenerator(for: "otherWordsHaveTheSameFingerprint")
    var words = (0..<30).map { _ in "word\(random.below(9000))" }
    let print = Fingerprint(of: words.joined(separator: " "))
    let hidden = (0..<30).first { place in
      !print.seeds.contains { ($0.offset..<($0.offset + 3)).contains(place) }
    }
    guard let hidden else { return }
    let true0 = words[hidden]
    var others = 0
    for number in 0..<9000 where "word\(number)" != true0 {
      words[hidden] = "word\(number)"
      let other = Fingerprint(of: words.joined(separator: " "))
      if other.grains == print.grains, other.check == print.check { others += 1 }
    }
    #expect(others > 0)
  }
}
