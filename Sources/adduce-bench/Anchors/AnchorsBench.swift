import Anchoring
import Foundation
import Model

/// How well passages are found again in altered copies of their sources, and how fast.
///
/// A passage is found right where what was found begins and ends at most 15 characters from where it
/// should, and at most a quarter of the passage's length; anything else that was found is wrong. Of the
/// wrong ones most hold the passage and miss or add some words at an end; those of which less than half
/// is the passage, or that hold less than half of it, are counted as elsewhere.
enum AnchorsBench {
  struct Source {
    let id: RecordID
    let text: String
    let lines: [Substring]
    let fingerprints: SourceFingerprints

    init(_ id: String, _ text: String) throws {
      self.id = RecordID(id)
      self.text = text
      lines = SourceFingerprints.lines(of: text)
      fingerprints = try SourceFingerprints(of: text)
    }
  }

  /// What became of the passages that were looked for.
  struct Tally {
    var right = 0
    var wrong = 0
    var lost = 0
    /// Of the wrong ones those that are not even half where they should be.
    var elsewhere = 0
    var wrongWhere: [String] = []
    var lostWhere: [String] = []

    mutating func take(_ located: Located, _ copy: AlteredCopy, _ source: Source, shift: Int = 0) {
      for (number, anchor) in located.passages {
        if source.fingerprints.passages[number]?.words == 0 { continue }
        let name = "\(source.id)#\(number.rawValue)"
        guard let found = anchor.range else {
          lost += 1
          lostWhere.append(name)
          continue
        }
        let place = copy.places[number].map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
        if let place, Self.isRight(found, place) {
          right += 1
          continue
        }
        wrong += 1
        let held = place.map { found.clamped(to: $0).count } ?? 0
        elsewhere += 2 * held < max(found.count, place?.count ?? 1) ? 1 : 0
        wrongWhere.append(
          "\(name) \(anchor.state.words): \(found), not \(place.map { "\($0)" } ?? "there")")
      }
    }

    static func isRight(_ found: Range<Int>, _ place: Range<Int>) -> Bool {
      let slack = min(15, place.count / 4)
      return abs(found.lowerBound - place.lowerBound) <= slack
        && abs(found.upperBound - place.upperBound) <= slack
    }

    func row(_ name: String) -> String {
      let all = right + wrong + lost
      let share = String(format: "%.1f", 100 * Double(right) / Double(max(1, all)))
      return "| \(name) | \(all) | \(right) | \(wrong) | \(elsewhere) | \(lost) | \(share) |"
    }
  }

  /// Copies are altered with five seeds from the first on.
  static func run(details: Bool, firstSeed: UInt64 = 11) throws {
    let seeds = firstSeed..<(firstSeed + 5)
    let environment = ProcessInfo.processInfo.environment
    let folder = environment["ADDUCE_TEST_DATA"].map { $0 + "/sources" } ?? ""
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".txt") }.sorted()
    var articles: [Source] = []
    for file in files {
      articles.append(
        try Source(
          "article-\(file.prefix(3))",
          String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)))
    }
    if articles.isEmpty { print("skipped: no articles in sources/ below ADDUCE_TEST_DATA") }
    let reports = try (1...2).map {
      try Source("report-\($0)", MadeUpReport.text(seed: UInt64($0), sections: 6 * $0))
    }
    for (title, sources) in [("articles", articles), ("made-up reports", reports)]
    where !sources.isEmpty {
      table(title, sources, others: articles + reports, seeds: seeds, details: details)
    }
    AnchorsSpeed.run(articles.isEmpty ? reports : articles)
  }

  private static func table(
    _ title: String, _ sources: [Source], others: [Source], seeds: Range<UInt64>, details: Bool
  ) {
    let passages = sources.flatMap { $0.fingerprints.passages.values }
    print("\n### \(sources.count) \(title), \(passages.count) passages, ", terminator: "")
    print("\(passages.count { (1...4).contains($0.words) }) of one to four words\n")
    print("| copy | looked for | right | wrong | of these elsewhere | lost | right, % |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    func report(_ name: String, _ tally: Tally) {
      print(tally.row(name))
      if details {
        print("wrong: \(tally.wrongWhere.sorted())\nlost: \(tally.lostWhere.sorted())")
      }
    }
    for kind in AlteredCopy.Kind.allCases {
      var tally = Tally()
      for source in sources {
        for seed in seeds {
          let copy = AlteredCopy.make(kind, of: source.lines, seed: seed)
          tally.take(source.fingerprints.locate(in: CopyText(copy.text)), copy, source)
        }
      }
      report(kind.rawValue, tally)
    }
    var (rest, removed) = (Tally(), Tally())
    for source in sources {
      for number in 1...source.lines.count {
        let copy = AlteredCopy.make(without: number, of: source.lines)
        var located = source.fingerprints.locate(in: CopyText(copy.text))
        let gone = located.passages.removeValue(forKey: ParagraphNumber(number))
        rest.take(located, copy, source)
        removed.take(
          Located(passages: [ParagraphNumber(number): gone ?? .lost]), copy, source)
      }
    }
    report("a passage removed, each in turn: the others", rest)
    report("a passage removed, each in turn: itself, to be lost", removed)
    recognised(sources, others: others, report)
  }

  /// Two sources in one file, and a source that is looked for in others.
  private static func recognised(
    _ sources: [Source], others: [Source], _ report: (String, Tally) -> Void
  ) {
    var two = Tally()
    var both = 0
    for (index, source) in sources.enumerated() {
      let next = others[(index + 1) % others.count]
      let first = AlteredCopy.make(.asIs, of: next.lines, seed: 1)
      let second = AlteredCopy.make(.asIs, of: source.lines, seed: 1)
      let copy = CopyText(first.text + second.text)
      two.take(
        source.fingerprints.locate(in: copy), second, source, shift: first.text.utf8.count)
      let scores = Recognition.all(of: fingerprints([source, next]), in: copy)
      both += scores.allSatisfy { $0.score >= Recognition.least } ? 1 : 0
    }
    report("two sources in one file", two)
    var unrelated = Tally()
    var (known, strangers, highest) = (0, 0, 0)
    for source in sources {
      for other in others where other.id != source.id {
        let copy = CopyText(other.text)
        unrelated.take(source.fingerprints.locate(in: copy), AlteredCopy(seed: 0), source)
        highest = max(highest, source.fingerprints.score(in: copy))
      }
      let copy = CopyText(source.text)
      known += Recognition.best(of: fingerprints(others), in: copy)?.source == source.id ? 1 : 0
      strangers +=
        Recognition.best(of: fingerprints(others.filter { $0.id != source.id }), in: copy) == nil
        ? 0 : 1
    }
    report("an unrelated text, to be lost", unrelated)
    print(
      "\nrecognised among \(others.count) sources: \(known) of \(sources.count);", terminator: " ")
    print("both of two in one file: \(both) of \(sources.count);", terminator: " ")
    print("taken for another when its own is not there: \(strangers);", terminator: " ")
    print(
      "highest score of an unrelated text: \(highest) (least that counts: \(Recognition.least))")
    var scores: [String] = []
    for kind in AlteredCopy.Kind.allCases {
      let least = sources.map { source in
        let copy = AlteredCopy.make(kind, of: source.lines, seed: 11)
        return source.fingerprints.score(in: CopyText(copy.text))
      }.min()
      scores.append("\(kind.rawValue) \(least ?? 0)")
    }
    print("\nlowest score of a copy: " + scores.joined(separator: "; "))
  }

  private static func fingerprints(_ sources: [Source]) -> [RecordID: SourceFingerprints] {
    Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.fingerprints) })
  }
}
