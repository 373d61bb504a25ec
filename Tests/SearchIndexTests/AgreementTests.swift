import Model
import TestSupport
import Testing

@testable import SearchIndex

/// The index answers as looking at every document does.
@Suite struct AgreementTests {
  @Test(arguments: [0, 1, 7, 150, 400])
  func withLookingAtEveryDocument(count: Int) throws {
    var random = SeededGenerator(for: "agreement of \(count)")
    let sections = random.sections(count, words: 5)
    try expectAgreement(TemporaryFolder().index(sections), sections, &random)
  }

  /// Built of many runs, with every set that a large index has: prefixes and pairs of words.
  @Test(arguments: [1, 90, 300], [1, 700, 20_000])
  func howeverItWasBuilt(count: Int, memory: Int) throws {
    var random = SeededGenerator(for: "agreement of \(count) in \(memory) bytes")
    let sections = random.sections(count, words: 9)
    let folder = try TemporaryFolder()
    let limits = IndexBuilder.Limits(
      folder: folder.path, memory: memory, batch: memory / 2, prefixBytes: random.below(2) * 100,
      pairsMet: 1 + random.below(9), pairsExpected: 9 + random.below(40))
    let path = folder.path + "/index.adx"
    var builder = IndexBuilder(limits)
    for (section, documents) in sections {
      builder.begin(section: section)
      for document in documents { builder.add(document) }
    }
    try builder.write(to: path)
    #expect(try folder.names == ["index.adx"])
    let index = try IndexFile(mapping: path, checkingUpTo: 0)
    expectAgreement(index, sections, &random)
    #expect(index.problem == nil)
  }

  @Test func ofRunsAndOfOnePieceAreTheSame() throws {
    var random = SeededGenerator(for: "runs")
    let sections = random.sections(300, words: 9)
    func bytes(memory: Int, batch: Int) throws -> [UInt8] {
      var builder = IndexBuilder(IndexBuilder.Limits(memory: memory, batch: batch))
      for (section, documents) in sections { builder.add(documents, section: section) }
      return try builder.finish()
    }
    let whole = try bytes(memory: .max, batch: .max)
    for memory in [1, 3_000, 40_000] {
      for batch in [0, 999] { #expect(try bytes(memory: memory, batch: batch) == whole) }
    }
  }

  private func expectAgreement(
    _ index: IndexFile, _ sections: [(String, [IndexedDocument])], _ random: inout SeededGenerator
  ) {
    let naive = NaiveIndex(sections)
    let seed: Comment = "seed \(random.seed)"
    #expect(index.sections == naive.sections.map(\.name), seed)
    for (name, _) in naive.sections {
      #expect(index.documents(in: name) == naive.range(name), seed)
    }
    #expect(index.isInDayOrder("event"), seed)
    expectWords(index, naive, seed)
    expectPhrases(index, naive, &random, seed)
    expectFields(index, naive, seed)
    expectColumns(index, naive, &random, seed)
    expectMonths(index, naive, seed)
    expectSetAlgebra(index, naive, &random, seed)
  }

  private func expectPhrases(
    _ index: IndexFile, _ naive: NaiveIndex, _ random: inout SeededGenerator, _ seed: Comment
  ) {
    let words = naive.vocabulary + ["absent"]
    for _ in 0..<200 {
      let phrase = (0..<random.below(4)).map { _ in words[random.below(words.count)] }
      let lastIsPrefix = random.below(3) == 0
      let hits = index.hits(phrase: phrase, lastIsPrefix: lastIsPrefix)
      let expected = phrase.isEmpty ? [] : naive.found(phrase: phrase, lastIsPrefix: lastIsPrefix)
      #expect(
        hits.documents.filtered { expected.contains($0) }.numbers == expected,
        "\(phrase) \(lastIsPrefix), \(seed)")
      if hits.isExact {
        #expect(hits.documents.numbers == expected, "\(phrase) \(lastIsPrefix), \(seed)")
      }
    }
  }

  private func expectMonths(_ index: IndexFile, _ naive: NaiveIndex, _ seed: Comment) {
    for section in ["event", "passage", "none"] {
      for word in ["kabul", "bomb", "absent"] {
        let found = index.documents(word: word).or(index.documents(word: "4"))
        let counts = index.months(of: found, in: section)
        #expect(
          counts == naive.months(of: found.numbers, in: section), "\(section) \(word), \(seed)")
      }
    }
  }

  private func expectWords(_ index: IndexFile, _ naive: NaiveIndex, _ seed: Comment) {
    #expect(index.terms(withPrefix: "") == naive.vocabulary, seed)
    #expect(index.terms(withPrefix: "", limit: 3) == Array(naive.vocabulary.prefix(3)), seed)
    for word in naive.vocabulary + ["absent", "", "kabulx", "a"] {
      #expect(index.documents(word: word).numbers == naive.found(word: word), seed)
      for length in 0...word.unicodeScalars.count {
        let prefix = String(String.UnicodeScalarView(word.unicodeScalars.prefix(length)))
        #expect(index.documents(prefix: prefix).numbers == naive.found(prefix: prefix), seed)
      }
    }
  }

  private func expectFields(_ index: IndexFile, _ naive: NaiveIndex, _ seed: Comment) {
    for field in ["place", "group", "pl", "none"].map({ Field($0) }) {
      let keys = Set(naive.documents.flatMap { $0.fields[field] ?? [] })
      #expect(
        index.keys(of: field) == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, seed)
      for key in keys.union(["absent", "kunduz", "b"]) {
        let expected = naive.found { $0.fields[field]?.contains(key) ?? false }
        #expect(index.documents(field, key: key).numbers == expected, seed)
      }
    }
  }

  private func expectColumns(
    _ index: IndexFile, _ naive: NaiveIndex, _ random: inout SeededGenerator, _ seed: Comment
  ) {
    #expect(index.undated.numbers == naive.found { $0.days == nil }, seed)
    for (number, document) in naive.documents.enumerated() {
      #expect(index.days(of: UInt32(number)) == document.days, seed)
      #expect(index.sureDays(of: UInt32(number)) == document.sure, seed)
      for column: Column in ["killed", "wounded", "none"] {
        #expect(index.bounds(of: UInt32(number), in: column) == document.counts[column], seed)
      }
    }
    #expect(index.days(of: UInt32(naive.documents.count)) == nil, seed)
    for section in ["group", "person", "event", "passage", "none"] {
      #expect(
        index.undated(in: section).numbers == naive.found(in: section) { $0.days == nil }, seed)
      for _ in 0..<40 {
        let span = random.span()
        func expect(_ found: Bitmap, _ isHit: (IndexedDocument) -> Bool) {
          #expect(
            found.numbers == naive.found(in: section, where: isHit), "\(section) \(span), \(seed)")
        }
        expect(index.documents(overlapping: span, in: section)) {
          $0.days?.overlaps(span) ?? false
        }
        expect(index.documents(within: span, in: section)) {
          $0.days.map { span.contains($0) } ?? false
        }
        expect(index.documents(surelyCovering: span, in: section)) {
          $0.sure?.contains(span) ?? false
        }
        expect(index.documents("killed", overlapping: span, in: section)) {
          $0.counts["killed"]?.overlaps(span) ?? false
        }
        let some = index.documents(prefix: "k")
        #expect(
          index.documents("killed", overlapping: span, in: section, among: some)
            == index.documents("killed", overlapping: span, in: section).and(some), seed)
        expect(index.documents("killed", within: span, in: section)) {
          $0.counts["killed"].map { span.contains($0) } ?? false
        }
      }
    }
  }

  private func expectSetAlgebra(
    _ index: IndexFile, _ naive: NaiveIndex, _ random: inout SeededGenerator, _ seed: Comment
  ) {
    let words = naive.vocabulary + ["absent"]
    for _ in 0..<60 {
      let one = words[random.below(words.count)]
      let other = words[random.below(words.count)]
      let (left, right) = (index.documents(word: one), index.documents(word: other))
      let expected = (Set(naive.found(word: one)), Set(naive.found(word: other)))
      #expect(left.and(right).numbers == expected.0.intersection(expected.1).sorted(), seed)
      #expect(left.or(right).numbers == expected.0.union(expected.1).sorted(), seed)
      #expect(left.minus(right).numbers == expected.0.subtracting(expected.1).sorted(), seed)
      #expect(left.count(with: right) == left.and(right).count, seed)
      let third = index.documents(word: words[random.below(words.count)])
      #expect(Bitmap.intersection([left, right, third]) == left.and(right).and(third), seed)
      let events = index.all(in: ["event"]).minus(left).numbers
      let range = naive.range("event")
      #expect(events == range.filter { !expected.0.contains($0) }, seed)
    }
  }
}
