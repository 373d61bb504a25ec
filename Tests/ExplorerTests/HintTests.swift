import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct HintTests {
  @Test(arguments: [0, 1, 8, 9, 10, 80, 81, 82, 300, 676])
  func labelsAreUniqueAndNoneBeginsAnother(count: Int) {
    let labels = HintLabels.labels(count)
    #expect(labels.count == count && Set(labels).count == count)
    #expect(labels.allSatisfy { (1...2).contains($0.count) })
    for one in labels {
      for other in labels where one != other { #expect(!other.hasPrefix(one)) }
    }
    #expect(count > 9 || labels.allSatisfy { $0.count == 1 })
  }

  @Test func moreThanThereAreLettersForHaveNoLabel() {
    #expect(HintLabels.labels(5000).count == 676)
  }

  /// What stands on the screen at each target, without the labels.
  private func texts(_ fixture: Fixture) -> [String] {
    let frame = view(fixture.state)
    return fixture.state.hintTargets.map { target in
      let cells = frame.row(target.place.row).dropFirst(target.place.column).prefix(12)
      return String(cells.compactMap(\.grapheme))
    }
  }

  @Test(arguments: [(120, 16), (90, 16), (60, 12), (200, 60)])
  func labelsStandWhereTheirTargetsAreDrawn(width: Int, height: Int) {
    var fixture = Fixture(width: width, height: height)
    fixture.press(.tab, .enter)
    let found = texts(fixture)
    #expect(found.filter { $0.hasPrefix("doe-2020 ¶") }.count >= (height > 12 ? 2 : 1), "\(found)")
    #expect(found.contains { $0.hasPrefix("Red Band") }, "\(found)")
    fixture.press("c")
    #expect(texts(fixture).contains { $0.hasPrefix("●2") }, "\(texts(fixture))")
  }

  @Test func thePaneInFocusHasTheFirstLabels() {
    var fixture = Fixture()
    fixture.press(.tab, "f")
    expectScreen(
      fixture.text.split(separator: "\n", omittingEmptySubsequences: false)[1...4]
        .joined(separator: "\n"),
      """
       1 Groups                   2 │ 2 Events                             1/3 │ Record                        norburg-attack
       All groups                   │ 2020-04 ███  + 2                         │ Attack in Norburg
      fRed Band                   2 │ 2020-04-30                     >7 killed │ event · attack
      gBlue Band                    │ aAttack in Norburg                       │
      """)
    let frame = view(fixture.state)
    for (row, column, label) in [(3, 0, "f"), (4, 32, "a")] {
      let cell = frame[row: row, column: column]
      let besideIsReversed = frame[row: row, column: column + 1].style.marks.contains(.selected)
      #expect(cell.grapheme == Character(label) && cell.style.role == .key)
      #expect(
        cell.style.marks.contains(.selected) != besideIsReversed, "seen without colours: \(label)")
    }
  }

  @Test func aLabelIsFollowed() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "f")
    let labels = HintLabels.labels(fixture.state.hintTargets.count)
    let index = texts(fixture).firstIndex { $0.contains("¶4") }
    guard let index else {
      Issue.record("\(texts(fixture))")
      return
    }
    fixture.type(labels[index])
    #expect(fixture.state.hinting == nil && fixture.state.focus == .reader)
    #expect(fixture.state.panes.reader?.cited?.number == ParagraphNumber(4))
    fixture.press(.backspace)
    #expect(fixture.selectedText.contains("¶4"), "back to where it was followed")
  }

  @Test func aRowOfAnotherPaneIsOpened() {
    var fixture = Fixture()
    fixture.press("f")
    let aims = fixture.state.hintTargets.map(\.aim)
    let index = aims.firstIndex(of: .row(.events, position: 1))
    fixture.type(HintLabels.labels(aims.count)[index ?? 0])
    #expect(fixture.state.focus == .record && fixture.state.panes.record.id == "siege")
    #expect(fixture.state.panes.events.cursor == 1)
  }

  @Test func aMarkedPassageAndAFactOnItAreFollowed() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "c", "f")
    let aims = fixture.state.hintTargets.map(\.aim)
    let index = aims.firstIndex(of: .passage(3))
    fixture.type(HintLabels.labels(aims.count)[index ?? 0])
    #expect(fixture.text.contains("Facts on doe-2020 ¶4"))
    fixture.press("f")
    #expect(texts(fixture).map { $0.prefix(6) } == ["Killed"])
    fixture.press("a")
    #expect(fixture.state.overlay == nil && fixture.state.panes.record.id == "siege")
  }

  @Test(arguments: [Key.escape, "1", .down]) func anythingElseLeaves(_ key: Key) {
    var fixture = Fixture()
    let before = fixture.text
    fixture.press("f")
    #expect(fixture.text != before)
    fixture.press(key)
    fixture.state.notice = nil
    #expect(fixture.text == before)
  }

  @Test func inASearchTheLetterIsTyped() {
    var fixture = Fixture()
    fixture.press("/", "f")
    #expect(fixture.state.hinting == nil && fixture.text.contains("Search  f"))
  }

  @Test(arguments: [(24, 6), (30, 8), (40, 10)]) func smallScreensHoldThem(width: Int, height: Int)
  {
    var fixture = Fixture(width: width, height: height)
    for keys in [[Key]](arrayLiteral: [], [.tab], [.enter], ["c"]) {
      for key in keys { fixture.press(key) }
      fixture.press("f")
      _ = view(fixture.state)
      fixture.press(.escape)
    }
  }
}
