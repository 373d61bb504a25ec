import Foundation
import SearchIndex
import Text

/// How well a method tells pairs of one name from pairs of two.
struct PairScore {
  var found = 0
  var wrong = 0
  var missed = 0

  init(_ pairs: [NamePair], _ isMatch: (Int) -> Bool) {
    for (index, pair) in pairs.enumerated() {
      switch (isMatch(index), pair.isMatch) {
      case (true, true): found += 1
      case (true, false): wrong += 1
      case (false, true): missed += 1
      case (false, false): break
      }
    }
  }

  var precision: Double { found == 0 ? 0 : Double(found) / Double(found + wrong) }
  var recall: Double { found == 0 ? 0 : Double(found) / Double(found + missed) }
  var harmonic: Double { found == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

/// The methods compared. All but adduce's are given the folded names: without case and marks.
enum NameMethods {
  /// The rows of a table for these pairs.
  static func rows(_ pairs: [NamePair]) -> [String] {
    let rules = pairs.map { NameMatch.rule($0.one, $0.other) }
    var rows = NameRule.allCases.filter { $0 >= .romanised }.map { last in
      row("adduce", "up to \(last)", PairScore(pairs) { rules[$0].map { $0 <= last } ?? false })
    }
    let folded = pairs.map { (Folding.fold($0.one), Folding.fold($0.other)) }
    let winkler = folded.map { JaroWinkler.similarity($0.0, $0.1) }
    rows.append(row("Jaro-Winkler", "0.88", PairScore(pairs) { winkler[$0] >= 0.88 }))
    rows.append(best("Jaro-Winkler", pairs, winkler))
    let codes = folded.map { DoubleMetaphone.agree($0.0, $0.1) }
    rows.append(row("Double Metaphone", "word by word", PairScore(pairs) { codes[$0] }))
    let joined = folded.map { pair in
      DoubleMetaphone.agree(
        pair.0.filter { $0 != " " }, pair.1.filter { $0 != " " })
    }
    rows.append(row("Double Metaphone", "in one piece", PairScore(pairs) { joined[$0] }))
    let trigrams = folded.map { Trigrams.similarity($0.0, $0.1) }
    rows.append(row("trigrams", "0.30", PairScore(pairs) { trigrams[$0] >= 0.3 }))
    rows.append(best("trigrams", pairs, trigrams))
    return rows
  }

  /// At the threshold (in hundredths) that is best on these very pairs: more than fair.
  private static func best(_ name: String, _ pairs: [NamePair], _ values: [Double]) -> String {
    let scores = (1...100).map { hundredths in
      (hundredths, PairScore(pairs) { values[$0] >= Double(hundredths) / 100 })
    }
    let best = scores.max { $0.1.harmonic < $1.1.harmonic }!
    return row(name, String(format: "%.2f (best here)", Double(best.0) / 100), best.1)
  }

  private static func row(_ name: String, _ threshold: String, _ score: PairScore) -> String {
    String(
      format: "| \(name) | \(threshold) | %.3f | %.3f | %.3f |", score.precision, score.recall,
      score.harmonic)
  }
}
