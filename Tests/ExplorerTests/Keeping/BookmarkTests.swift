import Canvas
import Foundation
import Model
import Testing

@testable import Explorer

@Suite struct BookmarkTests {
  @Test func aLetterLeadsBackToItsPlace() throws {
    var fixture = Fixture()
    fixture.press("2", .enter, "c")
    let there = fixture.text
    fixture.press("m", "a")
    #expect(fixture.state.notice?.text == "a marks “doe-2020 ¶2 · Attack in Norburg”")
    let marked = fixture.state.keepsakes
    guard case .keep(.mark(let bookmark))? = fixture.effects.last else {
      Issue.record("nothing is kept")
      return
    }
    #expect(marked.bookmarks == [bookmark])
    // Another day, from a file.
    let kept = try JSONDecoder().decode(Keepsakes.self, from: JSONEncoder().encode(marked))
    #expect(kept == marked)
    fixture = Fixture(Memory(keepsakes: kept))
    fixture.press("j")
    let before = fixture.text
    fixture.press("'", "a")
    #expect(fixture.state.notice?.text.hasPrefix("a: doe-2020 ¶2 · Attack in Norburg") == true)
    fixture.state.notice = nil
    #expect(fixture.text == there)
    fixture.press("'", "'")
    #expect(fixture.text == before)
    fixture.press("'", "'")
    #expect(fixture.text == there, "and there again")
    fixture.press(.backspace, .backspace, .backspace)
    #expect(fixture.text == before, "the trail has it too")
  }

  @Test func theBoxShowsWhatIsTaken() {
    var fixture = Fixture(width: 60, height: 12)
    fixture.press("j", "m", "b", "2", "m", "a", "m")
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    expectScreen(
      rows[8...].joined(separator: "\n"),
      """
      ─ Mark this place ──────────────────────────────────────────
         a  Attack in Norburg · Red Band
         b  Red Band
       a to z marks “Attack in Norburg · Red B…” · Esc leaves
      """)
    fixture.press(.escape, "'", .down, .enter)
    #expect(fixture.state.notice?.text.hasPrefix("b: Red Band") == true)
    #expect(fixture.state.focus == .index && fixture.state.panes.index.cursor == 1)
  }

  @Test func aLetterIsTakenOverAndTakenAway() {
    var fixture = Fixture()
    fixture.press("m", "a", "j", "m", "a")
    #expect(fixture.state.notice?.text == "a marks “Red Band”, no longer “all groups”")
    fixture.press("'", "D")
    #expect(fixture.state.keepsakes.bookmarks.isEmpty)
    #expect(fixture.effects.last == .keep(.unmark(letter: "a")))
    fixture.press("U", .escape)
    #expect(fixture.state.keepsakes.bookmarks.map(\.title) == ["Red Band"])
    fixture.press("'", "z")
    #expect(fixture.state.notice?.text == "no place is marked z; m z marks this one")
    fixture.press("'", "'")
    #expect(fixture.state.notice?.text.contains("none was gone to yet") == true)
  }

  @Test(arguments: [(24, 6), (40, 10), (80, 24), (3, 2)])
  func thePromptsFitAnyScreen(width: Int, height: Int) {
    for keys in [
      "m a ' ↓ ↑ D U", "\\ date:2016-13", "\\ siege Enter \\", "/ tal C-o s", "F",
      "/ tal C-o Enter Esc F D u D",
      "2 x X X X",
    ] {
      var fixture = Fixture(width: width, height: height)
      for key in Key.typed(keys) {
        fixture.press(key)
        #expect(
          fixture.text.split(separator: "\n", omittingEmptySubsequences: false).count <= height + 1)
      }
    }
  }

  @Test func manyLettersFitNoScreenAndAreScrolled() {
    var fixture = Fixture(width: 40, height: 10)
    for letter in "abcdefghijklmnopqrstuvwxyz" { fixture.press("m", .character(letter)) }
    fixture.press("'")
    for _ in 0..<25 { fixture.press(.down) }
    #expect(fixture.text.contains("   z  all groups") && !fixture.text.contains("   a  all"))
  }
}
