import Canvas
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

/// The reader with a copy of the source attached.
@Suite struct CopyReaderTests {
  private static let lines = [
    "Menu of a made-up site", "The headline of the article",
    "Tells of an attack in Norburg. It was on the last day of April. Seven and more died there.",
    "Nothing of it is said here, in a paragraph that is long enough to need a second line.",
    "A note at the end.", "Footer",
  ]

  /// Of four passages the third is lost; a citation narrows the second to a sentence.
  static func copy(_ lines: [String] = lines, pages: [Int] = []) -> AttachedCopy {
    var starts: [Int] = []
    var length = 0
    for line in lines {
      starts.append(length)
      length += line.utf8.count + 1
    }
    func line(_ index: Int) -> Range<Int> {
      starts[index]..<(starts[index] + lines[index].utf8.count)
    }
    let sentence = (starts[2] + 31)..<(starts[2] + 63)
    return AttachedCopy(
      path: "/tmp/copy.txt", file: .same, text: lines.joined(separator: "\n"), starts: starts,
      pages: pages,
      passages: [
        ParagraphNumber(1): .init(.exact, range: line(1)),
        ParagraphNumber(2): .init(.fuzzy(percent: 93), range: line(2)),
        ParagraphNumber(3): .init(.lost),
        ParagraphNumber(4): .init(.moved, range: line(4)),
      ],
      spans: [
        PassageSpan(ParagraphNumber(2), words: 6...13): .init(.exact, range: sentence)
      ])
  }

  private static func reading(_ copy: AttachedCopy?) -> Reading {
    var reading = Fixture.reading
    reading.copy = copy
    return reading
  }

  private func state(
    _ size: Size = Size(width: 60, height: 14), _ copy: AttachedCopy? = copy(),
    citations: [Citation] = Fixture.citations
  ) -> ExplorerState {
    var state = ExplorerState()
    _ = update(&state, .started(size))
    _ = state.go(to: .passage(citations[0].passage, of: citations))
    _ = update(&state, .answered(.reader, .reading(Self.reading(copy))))
    state.isZoomed = true
    _ = update(&state, .resized(size))
    return state
  }

  private func cited(_ state: ExplorerState) -> String {
    let frame = view(state)
    return (0..<frame.size.height).map { row in
      String(frame.row(row).filter { $0.style.marks.contains(.cited) }.compactMap(\.grapheme))
    }.filter { !$0.isEmpty }.joined(separator: " / ")
  }

  @Test func theTextStandsWithItsPassageHighlighted() {
    let state = state()
    let rows = view(state).text.split(separator: "\n", omittingEmptySubsequences: false)
    expectScreen(
      rows[1...11].joined(separator: "\n"),
      """
       Reader · doe-2020 ¶2          citation 1 of 2 · fuzzy 93 %
                Menu of a made-up site

         1      The headline of the article

      ▌  2 ●2   Tells of an attack in Norburg. It was on the last
      ▌         day of April. Seven and more died there.

                Nothing of it is said here, in a paragraph that
                is long enough to need a second line.

      """)
    #expect(
      cited(state)
        == "Tells of an attack in Norburg. It was on the last / day of April. Seven and more died there."
    )
  }

  @Test func aNarrowedCitationHighlightsItsWordsOnly() {
    let narrowed = Citation(Fixture.passage, words: 6...13)
    #expect(cited(state(citations: [narrowed])) == "It was on the last / day of April.")
  }

  @Test func theOtherCitationsAreOneKeyAway() {
    var state = state()
    _ = update(&state, .pressed("]"))
    #expect(cited(state) == "A note at the end.")
    #expect(view(state).text.contains("citation 2 of 2 · moved"))
    _ = update(&state, .pressed("["))
    #expect(cited(state).hasPrefix("Tells of"))
  }

  @Test func markedPassagesAreOneKeyAwayAndLostOnesPassedOver() {
    var state = state()
    _ = update(&state, .pressed("}"))
    #expect(state.panes.reader?.selected?.number == ParagraphNumber(4))
    _ = update(&state, .pressed("}"))
    #expect(state.notice?.text == "no further passage with facts that way")
    _ = update(&state, .pressed("{"))
    #expect(state.panes.reader?.selected?.number == ParagraphNumber(2))
  }

  @Test func aLostPassageShowsTheDigestAndSaysSo() {
    let lost = Citation(PassageID(source: "doe-2020", number: ParagraphNumber(3)))
    let text = view(state(citations: [lost])).text
    #expect(text.contains("lost in the copy"))
    #expect(text.contains("Says nothing of it."))
    #expect(text.contains("the passage was not found in your copy"))
  }

  @Test func withoutACopyOneLineSaysHowToAttachOne() {
    var state = state(Size(width: 60, height: 14), nil)
    #expect(view(state).text.contains("adduce attach FILE shows your own copy of it here"))
    _ = update(&state, .pressed("t"))
    #expect(state.notice?.text == "no copy of it is attached: adduce attach FILE")
  }

  @Test func tChangesBetweenCopyAndDigests() {
    var state = state()
    _ = update(&state, .pressed("t"))
    #expect(view(state).text.contains("Tells of an attack in Norburg."))
    #expect(!view(state).text.contains("It was on"))
    #expect(view(state).text.contains("t shows the copy"))
    _ = update(&state, .pressed("t"))
    #expect(cited(state).hasPrefix("Tells of"))
  }

  @Test func wordsAreFoundWithin() {
    var state = state()
    _ = update(&state, .pressed("/"))
    for character in "second li" { _ = update(&state, .pressed(.character(character))) }
    #expect(matched(state) == "second / line")
    _ = update(&state, .pressed(.enter))
    _ = update(&state, .pressed("n"))
    #expect(state.notice?.text == "from the beginning again")
    #expect(matched(state) == "second / line")
    _ = update(&state, .pressed("/"))
    for character in "absent" { _ = update(&state, .pressed(.character(character))) }
    #expect(view(state).text.contains("not found within"))
    let before = state.panes.reader?.text.top
    _ = update(&state, .pressed(.escape))
    #expect(state.panes.reader?.text.top == before)
    #expect(matched(state) == "second / line")
  }

  @Test func whatStandsAboveIsFoundToo() {
    var state = state()
    _ = update(&state, .pressed("]"))
    _ = update(&state, .pressed("/"))
    for character in "menu" { _ = update(&state, .pressed(.character(character))) }
    #expect(matched(state) == "Menu")
    _ = update(&state, .pressed(.enter))
    _ = update(&state, .pressed("N"))
    #expect(state.notice?.text == "from the end again")
    _ = update(&state, .pressed("t"))
    _ = update(&state, .pressed("/"))
    for character in "headline" { _ = update(&state, .pressed(.character(character))) }
    #expect(state.panes.reader?.selected?.number == ParagraphNumber(1))
  }

  private func matched(_ state: ExplorerState) -> String {
    let frame = view(state)
    return (0..<frame.size.height).flatMap { row -> [String] in
      let cells = Array(frame.row(row))
      var found: [String] = []
      for (index, cell) in cells.enumerated() where cell.style.marks.contains(.match) {
        let joins = index > 0 && cells[index - 1].style.marks.contains(.match)
        let text = cell.grapheme.map(String.init) ?? ""
        if joins { found[found.count - 1] += text } else { found.append(text) }
      }
      return found
    }.joined(separator: " / ")
  }

  @Test func theFileAndTheAddressAreOpened() {
    var state = state()
    #expect(update(&state, .pressed("o")) == [.open("/tmp/copy.txt")])
    #expect(update(&state, .pressed("O")).isEmpty)
    #expect(state.notice?.text == "no address is known of A made-up article")
  }

  @Test func aHitInATextOpensAtTheHit() throws {
    var state = ExplorerState()
    _ = update(&state, .started(Size(width: 60, height: 14)))
    state.searchedWords = ["second"]
    let row = ListRow(target: .text("doe-2020", paragraph: 3), kind: .text, title: "…")
    #expect(state.open(hit: row) == [.ask(.reader, .reading("doe-2020"))])
    _ = update(&state, .answered(.reader, .reading(Self.reading(Self.copy()))))
    #expect(cited(state).hasPrefix("Nothing of it"))
    #expect(matched(state) == "second")
  }

  @Test func pagesAreShown() {
    let copy = Self.copy(pages: [0, 60])
    #expect(view(state(Size(width: 60, height: 14), copy)).text.contains("fuzzy 93 % · p. 1"))
  }

  /// However one moves in whatever text, on whatever screen: nothing traps, and as long as the text is
  /// longer than the screen no row of it is left empty.
  @Test(arguments: UInt64(0)..<60)
  func movingStaysInside(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["a", "norburg", "سوق", "喀布尔", String(repeating: "x", count: 90)]
    let lines = (0..<Int.random(in: 5...120, using: &random)).map { _ in
      (0..<Int.random(in: 1...200, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
    }
    var copy = Self.copy(lines)
    copy.spans = [:]
    let size = Size(
      width: .random(in: 24...130, using: &random), height: .random(in: 6...50, using: &random))
    var state = state(size, copy)
    let keys: [Key] = ["j", "k", " ", "b", "G", .home, "}", "{", "]", "[", .control("d"), "t", "n"]
    for _ in 0..<60 {
      guard let key = keys.randomElement(using: &random) else { return }
      _ = update(&state, .pressed(key))
      let width = Int.random(in: 24...130, using: &random)
      _ = update(&state, .resized(Size(width: width, height: size.height)))
      let shown = view(state).text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(shown.count == size.height)
    }
  }
}
