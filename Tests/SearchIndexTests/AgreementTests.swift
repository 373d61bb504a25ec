import SearchIndex
import Testing
import Text

/// The index answers as looking at every document does.
@Suite struct AgreementTests {
  @Test(arguments: [0, 1, 7, 150, 400])
  func withLookingAtEveryDocument(count: Int) throws {
    var random = SeededGenerator(for: "agreement of \(count)")
    let sections = random.sections(count, words: 5)
    let naive = NaiveIndex(sections)
    let index = try TemporaryFolder().index(sections)
    let seed: Comment = "seed \(random.seed)"
    #expect(index.sections == naive.sections.map(\.name), seed)
    for (name, _) in naive.sections {
      #expect(index.documents(in: name) == naive.range(name), seed)
    }
    #expect(index.isInDayOrder("event"), seed)
    expectWords(index, naive, seed)
    expectFields(index, naive, seed)
    expectColumns(index, naive, &random, seed)
    expectSetAlgebra(index, naive, &random, seed)
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
        expect(index.documents("killed", overlapping: span, in: section)) {
          $0.counts["killed"]?.overlaps(span) ?? false
        }
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
      #expect(index.documents(phrase: [one, other]) == left.and(right), seed)
      let events = index.all(in: ["event"]).minus(left).numbers
      let range = naive.range("event")
      #expect(events == range.filter { !expected.0.contains($0) }, seed)
    }
  }
}
