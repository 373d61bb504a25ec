import Foundation
import SearchIndex
import Text

/// Name search beside Jaro-Winkler, Double Metaphone and trigrams, on the same pairs in one run.
enum NamesBench {
  static func run() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let given = environment["ADDUCE_TEST_DATA"] else {
      print("skipped: ADDUCE_TEST_DATA names no folder with labelled pairs and towns")
      return NamesSpeed.run()
    }
    let folder = given + "/data"
    let labelled = folder + "/names/labelled-pairs.csv"
    let places = folder + "/geo/places-af-pk.jsonl"
    if FileManager.default.fileExists(atPath: labelled) {
      let pairs = try NamePair.labelled(labelled)
      report("labelled pairs, all", pairs)
      report("labelled pairs, romanisation", pairs.filter(\.isRomanisation))
    } else {
      print("skipped: \(labelled) is not there")
    }
    if FileManager.default.fileExists(atPath: places) {
      let towns = try Town.all(places)
      report("towns, spellings of a name against near names", Town.pairs(towns, .spellings))
      report("towns, all names as written", Town.pairs(towns, .written))
      report("towns, all names in Latin letters", Town.pairs(towns, .latin))
    } else {
      print("skipped: \(places) is not there")
    }
    NamesSpeed.run()
  }

  private static func report(_ title: String, _ pairs: [NamePair]) {
    for (half, pairs) in [
      ("all", pairs), ("tuning half", pairs.filter { !$0.isHeldOut }),
      ("held-out half", pairs.filter(\.isHeldOut)),
    ] {
      let same = pairs.count { $0.isMatch }
      print("\n### \(title): \(half) (\(same) same, \(pairs.count - same) not)\n")
      print("| method | threshold | precision | recall | F1 |")
      print("| --- | --- | --: | --: | --: |")
      for row in NameMethods.rows(pairs) { print(row) }
    }
  }
}
