import TestSupport
import Testing

@testable import Anchoring

@Suite struct WinnowingTests {
  /// Words of a small vocabulary, so that runs repeat.
  private func text(_ count: Int, of vocabulary: Int, _ random: inout SeededGenerator) -> [UInt64] {
    (0..<count).map { _ in StableHash.mixed(UInt64(random.below(vocabulary))) }
  }

  /// Whatever 18 words of a text a copy has in one piece, one chosen run is among them.
  @Test func everyEighteenWordsHoldAChosenRun() {
    var random = SeededGenerator(for: "everyEighteenWordsHoldAChosenRun")
    let guarantee = Winnowing.run + Winnowing.window - 1
    #expect(guarantee == 18)
    for vocabulary in [2, 5, 50, 5000] {
      let words = text(400, of: vocabulary, &random)
      let seeds = Winnowing.seeds(words[...])
      for start in 0...(words.count - guarantee) {
        let runs = start...(start + guarantee - Winnowing.run)
        #expect(seeds.contains { runs.contains($0.offset) }, "\(vocabulary) words, at \(start)")
      }
    }
  }

  /// A run is chosen for what it is, not for where it stands: what two texts share in 18 words gives
  /// them a chosen run in common.
  @Test func textsThatShareEighteenWordsShareARun() {
    var random = SeededGenerator(for: "textsThatShareEighteenWordsShareARun")
    for _ in 0..<200 {
      let shared = text(18, of: 300, &random)
      let first = text(random.below(40), of: 300, &random) + shared + text(9, of: 300, &random)
      let second = text(random.below(40), of: 300, &random) + shared + text(30, of: 300, &random)
      let values = Set(Winnowing.seeds(first[...]).map(\.value))
      #expect(Winnowing.seeds(second[...]).contains { values.contains($0.value) })
    }
  }

  @Test func stepsFitInFourBits() {
    var random = SeededGenerator(for: "stepsFitInFourBits")
    for _ in 0..<50 {
      let seeds = Winnowing.seeds(text(8 + random.below(300), of: 4000, &random)[...])
      var last = -1
      for seed in seeds {
        #expect((1...16).contains(seed.offset - last))
        last = seed.offset
      }
    }
  }

  @Test func nothingShorterThanARunHasOne() {
    #expect(Winnowing.seeds([]).isEmpty)
    #expect(Winnowing.seeds([1, 2]).isEmpty)
    #expect(Winnowing.seeds([1, 2, 3]).map(\.offset) == [0])
  }

  @Test func aboutTwoOfSeventeenRunsAreChosen() {
    var random = SeededGenerator(for: "aboutTwoOfSeventeenRunsAreChosen")
    let seeds = Winnowing.seeds(text(20_000, of: 1_000_000, &random)[...])
    #expect((2200...2500).contains(seeds.count))
  }
}
