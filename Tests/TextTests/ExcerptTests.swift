import Testing

@testable import Text

@Suite struct ExcerptTests {
  static let text = "one two three four five six seven eight nine ten"

  @Test(arguments: [
    ("two", 20, "one two three four …"), ("nine", 20, "…eight nine ten"),
    ("nine", 60, text), ("", 10, "one two t…"), ("absent", 10, "one two t…"),
  ])
  func showsTheHit(word: String, columns: Int, shown: String) {
    let words = word.isEmpty ? [] : [word]
    #expect(Cells.excerpt(Self.text, showing: words, to: columns) == shown)
  }

  @Test func fitsAndShowsTheHitWhereverItIs() {
    for word in Self.text.split(separator: " ").map(String.init) {
      for columns in 12...50 {
        let excerpt = Cells.excerpt(Self.text, showing: [word], to: columns)
        #expect(Cells.width(excerpt) <= columns)
        #expect(excerpt.contains(word), "\(word) in \(excerpt) of \(columns)")
      }
    }
  }
}
