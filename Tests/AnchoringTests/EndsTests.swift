import Model
import TestSupport
import Testing

@testable import Anchoring

/// Passages whose ends are damaged are found from their first word to their last, or not at all.
@Suite struct EndsTests {
  /// A passage whose first and last two words are unreadable.
  private func damaged(_ line: String) -> String {
    let words = line.split(separator: " ")
    return (["Qxz", "jkv"] + words.dropFirst(2).dropLast(2).map(String.init) + ["vvq", "zzx"])
      .joined(separator: " ")
  }

  @Test(arguments: [3, 5, 8, 12])
  func damagedEndsAreKnownByTheirLines(number: Int) throws {
    var lines = Chronicle.lines
    lines[number - 1] = damaged(lines[number - 1])
    let copy = lines.joined(separator: "\n")
    let anchor = Chronicle.fingerprints.locate(in: CopyText(copy)).passages[.init(number)]
    let found = try #require(Chronicle.text(anchor, in: copy))
    #expect(Chronicle.words(found) == Chronicle.words(lines[number - 1]))
  }

  /// Run together, they are known by their neighbours to a word or two, or the passage is lost.
  @Test(arguments: [3, 5, 8, 12])
  func damagedEndsAreKnownByTheirNeighbours(number: Int) {
    var lines = Chronicle.lines
    lines[number - 1] = damaged(lines[number - 1])
    let copy = lines.joined(separator: " ")
    let anchor = Chronicle.fingerprints.locate(in: CopyText(copy)).passages[.init(number)]
    guard let range = anchor?.range else { return }
    let start = lines[..<(number - 1)].reduce(0) { $0 + $1.utf8.count + 1 }
    #expect(abs(range.lowerBound - start) <= 15)
    #expect(abs(range.upperBound - start - lines[number - 1].utf8.count) <= 15)
  }

  /// A heading is not what stands within a line where each passage has its own.
  @Test func aDamagedHeadingThatRunsOnIsLost() {
    var lines = Chronicle.lines
    lines[3] = "Frst Compxaints"
    let located = Chronicle.fingerprints.locate(in: CopyText(lines.joined(separator: " ")))
    #expect(located.passages[.init(4)] == .lost)
  }

  @Test func aPagesFootBeforeTheLastWordsIsHeld() throws {
    var lines = Chronicle.lines
    let words = lines[4].split(separator: " ")
    lines[4] =
      words.dropLast(5).joined(separator: " ") + "\n\n14\n\nAnnals of Small Harbours 3 (1931)\n\n"
      + words.suffix(5).joined(separator: " ")
    let copy = lines.joined(separator: "\n")
    let anchor = Chronicle.fingerprints.locate(in: CopyText(copy)).passages[.init(5)]
    if let found = Chronicle.text(anchor, in: copy) {
      #expect(Chronicle.words(found) == Chronicle.words(lines[4]))
    }
  }

  /// Letters wrong as in a middling and in a bad scan: what is found is found from end to end.
  @Test(arguments: [20, 10])
  func whatIsFoundInAScanIsWhole(every: Int) {
    var random = SeededGenerator(for: "whatIsFoundInAScanIsWhole \(every)")
    var wrong = 0
    for _ in 0..<20 {
      let lines = Chronicle.lines.map { line in
        String(line.map { $0.isLetter && random.below(every) == 0 ? "x" : $0 })
      }
      let copy = lines.joined(separator: "\n")
      let located = Chronicle.fingerprints.locate(in: CopyText(copy))
      for (index, line) in lines.enumerated() {
        guard let found = Chronicle.text(located.passages[.init(index + 1)], in: copy) else {
          continue
        }
        if abs(found.utf8.count - line.utf8.count) > 16 || !copy.contains(found) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }
}
