import Testing

@testable import Anchoring

@Suite struct SeamTests {
  private func block(_ text: String, isTail: Bool = false, isHead: Bool = false)
    -> SeamTable.Block
  {
    SeamTable.Block(
      grains: Words(text).grains.map { $0.shown(1) }, depth: 1, isTail: isTail, isHead: isHead)
  }

  private func seam(_ blocks: [SeamTable.Block], _ copy: String) -> Seam {
    let words = Words(copy)
    let even = [Double](repeating: 1, count: words.count + 1)
    return Seam(
      blocks, columns: words.grains, boundaries: even, breaks: even,
      damage: Damage([], Sought(SourceFingerprints()), in: words))
  }

  private static let one = "Aldermouth had two ferries until the spring"
  private static let two = "Nobody has explained why the toll fell while wagons rose"

  /// Where the words are as they were, the seam is between them.
  @Test func aSeamIsWhereTheWordsMeet() {
    let seam = seam(
      [block(Self.one, isTail: true), block(Self.two, isHead: true)], Self.one + " " + Self.two)
    #expect(seam.ends[0][7] > 0.9)
    #expect(seam.starts[1][7] > 0.9)
    #expect(abs(seam.ends[0].reduce(0, +) - 1) < 1e-9)
    #expect(abs(seam.starts[1].reduce(0, +) - 1) < 1e-9)
  }

  @Test func aPassageBetweenThatIsNotThereIsUnlikely() {
    let between = block("The ledgers list crossings of every year but one")
    let without = seam(
      [block(Self.one, isTail: true), between, block(Self.two, isHead: true)],
      Self.one + " " + Self.two)
    #expect(without.starts[1].reduce(0, +) < 0.05)
    let with = seam(
      [block(Self.one, isTail: true), between, block(Self.two, isHead: true)],
      Self.one + " The ledgers list crossings of every year but one " + Self.two)
    #expect(with.starts[1][7] > 0.9)
    #expect(with.ends[1][16] > 0.9)
  }

  /// Read from its end it is the same.
  @Test func bothDirectionsAgree() {
    let seam = seam(
      [block(Self.one, isTail: true), block(Self.two)],
      "Aldermouth had twx ferries untilthe spring Advertisement " + Self.two + " Share this page")
    #expect(abs(seam.ends[0].reduce(0, +) - 1) < 1e-9)
    #expect(abs(seam.starts[1].reduce(0, +) - seam.ends[1].reduce(0, +)) < 1e-9)
    #expect(seam.starts[1].reduce(0, +) <= 1 + 1e-9)
  }

  /// What lies near counts for a place, what lies far does not.
  @Test func theBestPlaceTakesWhatIsNear() {
    let best = Seam.best([0, 0.3, 0.4, 0, 0, 0.3]) { abs($0 - $1) <= 1 }
    #expect(best.place == 2)
    #expect(abs(best.share - 0.7) < 1e-9)
  }
}
