import SearchIndex
import TestSupport
import Testing
import Text

@Suite struct PhrasesTests {
  @Test(arguments: [
    ("civil hospital", "The civil hospital in Quetta", false, true),
    ("hospital civil", "The civil hospital in Quetta", false, false),
    ("civil quetta", "The civil hospital in Quetta", false, false),
    ("civil hosp", "The civil hospital in Quetta", false, false),
    ("civil hosp", "The civil hospital in Quetta", true, true),
    ("civ hospital", "The civil hospital in Quetta", true, false),
    ("of al shabaab", "heads of al-Shabaab", false, true),
    ("of alshabaab", "heads of al-Shabaab", false, true),
    ("of al-Shabaab", "heads of Al Shabaab", false, true),
    ("in in Kabul", "in Kabul in in Kunduz", false, false),
    ("in in Kunduz", "in Kabul in in Kunduz", false, true),
    ("kabul", "Kabul", false, true),
    ("", "Kabul", false, true), ("kabul", "", false, false),
  ])
  func areWordsInTheirOrder(phrase: String, text: String, lastIsPrefix: Bool, isIn: Bool) {
    let words = Folding.words(phrase)
    #expect(Phrases.contains(words, in: text, lastIsPrefix: lastIsPrefix) == isIn)
    #expect(Phrases.contains(words, in: Folding.terms(text), lastIsPrefix: lastIsPrefix) == isIn)
  }

  /// In texts of ASCII, which are read byte by byte, and in others, which are not.
  @Test func areFoundInBytesAsInTerms() {
    var random = SeededGenerator(for: "phrases in bytes")
    let pieces = ["a", "B-", "-c", "d'", "'a", "b", " ", ", ", "-", "`", "a-b-c", "ab", "1", "é"]
    for _ in 0..<3_000 {
      let text = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let terms = Folding.terms(text)
      let known = terms.map(\.text) + ["a", "abc", "x"]
      let phrase = (0..<random.below(4)).map { _ in known[random.below(known.count)] }
      let lastIsPrefix = random.below(2) == 0
      let matcher = PhraseMatcher(phrase, lastIsPrefix: lastIsPrefix)
      let expected = Phrases.contains(phrase, in: terms, lastIsPrefix: lastIsPrefix)
      let found = matcher.isIn(text)
      #expect(found == expected, "\(phrase) in \(text), seed \(random.seed)")
    }
    let long = Array(repeating: "a", count: 70)
    #expect(Phrases.contains(long, in: long.joined(separator: " ")))
  }

  @Test func areVerifiedAsFarAsTheWindowNeeds() throws {
    let texts = ["civil hospital", "hospital, civil", "a civil hospital", "hospitals, civil"]
    let index = try TemporaryFolder().index([
      ("event", texts.map { IndexedDocument(texts: [$0]) })
    ])
    let phrase = ["civil", "hospital"]
    let candidates = index.documents(phrase: phrase)
    #expect(candidates.numbers == [0, 1, 2])
    #expect(index.documents(phrase: phrase, lastIsPrefix: true).numbers == [0, 1, 2, 3])
    #expect(index.documents(phrase: []).isEmpty)
    func isIn(_ document: UInt32) -> Bool { Phrases.contains(phrase, in: texts[Int(document)]) }
    #expect(candidates.first(1, where: isIn) == [0])
    #expect(candidates.last(1, where: isIn) == [2])
    #expect(candidates.filtered(where: isIn).numbers == [0, 2])
  }
}
