import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct LinearTests {
  /// What is said after each key.
  private func said(_ keys: [Key], _ fixture: inout Fixture) -> [String] {
    keys.flatMap { key in
      let before = fixture.state
      fixture.press(key)
      return linearText(before: before, after: fixture.state)
    }
  }

  @Test func itBeginsWithWhereOneIs() {
    let fixture = Fixture()
    #expect(linearText(before: nil, after: fixture.state) == ["Groups: all 2"])
    #expect(linearText(before: fixture.state, after: fixture.state) == [])
  }

  @Test func oneLineForEachChange() {
    var fixture = Fixture()
    #expect(
      said(["j", .tab, "j", .enter, "j", "j"], &fixture) == [
        "1 of 2: Red Band, 2 events",
        "Events of Red Band: 1 of 2: 30 April 2020, Attack in Norburg, Norburg, more than 7 killed",
        "2 of 2: May to July 2020, Siege of Souburg, Souburg",
        "Record, Siege of Souburg, event · attack: 1 of 5: Claimed by Red Band [reported]",
        "2 of 5: › doe-2020 ¶2 via Herald, 1 May 2020",
        "3 of 5: Killed more than 7",
      ])
  }

  @Test func passagesWithWhatRestsOnThem() {
    var fixture = Fixture()
    fixture.press(.tab, .enter)
    #expect(
      said(["c", "j"], &fixture) == [
        "Reader, A made-up article: passage 2 of 4, cited, 2 facts: Tells of an attack in Norburg.",
        "passage 3 of 4: Says nothing of it.",
      ])
  }

  @Test func overlaysAreReadByTheirFrames() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "c")
    let facts = said([.enter], &fixture)
    #expect(facts.count == 1 && facts[0].hasSuffix(": Killed more than 7"), "\(facts)")
    #expect(facts[0].hasPrefix("Facts on doe-2020 ¶2"))
    #expect(said(["q"], &fixture).first?.hasPrefix("Reader, A made-up article") == true)
    let date = said(["d"], &fixture)
    #expect(date.count == 1 && date[0].hasPrefix("Date"))
  }

  @Test func noticesAreSaidAgainWhereAKeyDoesNothingElse() {
    var fixture = Fixture()
    let notices = said([.control("y"), .control("y")], &fixture)
    #expect(notices == Array(repeating: "C-y does nothing here; ? shows the keys", count: 2))
    #expect(said(["g"], &fixture).first?.hasPrefix("g, then ") == true)
  }

  @Test func anEmptyListSaysSo() {
    var fixture = Fixture()
    fixture.press("j", "j")
    #expect(said([.tab], &fixture) == ["Events of Blue Band: none"])
  }

  @Test func allOfAPaneCanBeRead() {
    var fixture = Fixture()
    fixture.press("2")
    #expect(
      linearPage(fixture.state) == [
        "Events",
        "30 April 2020, Attack in Norburg, Norburg, more than 7 killed",
        "May to July 2020, Siege of Souburg, Souburg",
        "undated, Talk of unknown date",
      ])
    fixture.press("?")
    #expect(linearPage(fixture.state).contains { $0.contains("one row down") })
  }

  @Test func nothingDrawnIsSaid() {
    var fixture = Fixture()
    for keys: [Key] in [["/", "t", "a", "l"], [.escape, "V"], ["q", "2", "e"], [.escape, "?"]] {
      for line in said(keys, &fixture) + linearPage(fixture.state) {
        let drawn = line.unicodeScalars.filter { (0x2500...0x28FF).contains($0.value) }
        #expect(drawn.isEmpty, "\(line)")
      }
    }
  }
}
