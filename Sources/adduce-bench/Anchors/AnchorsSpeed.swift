import Anchoring
import Foundation
import Model

/// How long it takes to find the passages of the longest source in a copy of its own length, and in one
/// of 500,000 words, about a thousand pages.
enum AnchorsSpeed {
  static func run(_ sources: [AnchorsBench.Source]) {
    guard let longest = sources.max(by: { $0.text.utf8.count < $1.text.utf8.count }) else { return }
    let size = longest.fingerprints.passages.values.map { $0.description.utf8.count }
    print("\n### speed\n")
    print(
      "\(longest.id): \(longest.lines.count) passages, \(Words(longest.text).count) words,",
      "\(size.reduce(0, +)) bytes of fingerprints\n")
    var book = ""
    var seed: UInt64 = 100
    while book.utf8.count < 1_600_000 {
      book += MadeUpReport.text(seed: seed, sections: 30)
      seed += 1
    }
    let scan = AlteredCopy.make(.noise5, of: longest.lines, seed: 11).text
    for (name, text) in [
      ("its own text", longest.text), ("its own text, 5 % wrong", scan),
      ("a book that holds it", book + longest.text + book),
      ("a book that holds it, 5 % wrong", book + scan + book),
      ("a book that does not", book + book),
    ] {
      let copy = CopyText(text)
      print("\(name): \(text.utf8.count) bytes, \(copy.words.count) words")
      Bench.measure("  cut into words", runs: 10) { _ = CopyText(text) }
      Bench.measure("  find all passages", runs: 10) { _ = longest.fingerprints.locate(in: copy) }
      Bench.measure("  score \(sources.count) sources", runs: 10) {
        for source in sources { _ = source.fingerprints.score(in: copy) }
      }
    }
  }
}
