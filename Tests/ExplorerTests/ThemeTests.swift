import Canvas
import Model
import Query
import Testing

@testable import Explorer

/// Pages of themes: each kind by its structure, each cell with its citations.
@Suite struct ThemeTests {
  private static func theme(
    _ kind: String, _ members: [(label: String, value: String, link: RecordID?)]
  ) -> Dossier {
    let statements = members.enumerated().map { index, member in
      Statement(
        id: RecordID("theme/member.\(index + 1)"), subject: "theme", property: .member,
        label: member.label, value: .text(member.value), link: member.link,
        citations: index.isMultiple(of: 2) ? Fixture.citations : [Fixture.citations[1]])
    }
    var dossier = Dossier(
      record: .theme(
        Theme(
          id: "theme", title: "A made-up theme", kind: Term(key: kind, label: kind),
          statements: statements)),
      names: [
        "theme": "A made-up theme", "siege": "Siege of Souburg", "herald": "Herald, 1 May 2020",
      ])
    dossier.dates = ["siege": (try? ExtendedDate(reading: "2020-05/2020-07"))].compactMapValues {
      $0
    }
    return dossier
  }

  private static func text(_ dossier: Dossier, width: Int) -> String {
    PlainText.record(dossier, width: width)
  }

  @Test func phasesStandAlongALineWithTheirDates() {
    let dossier = Self.theme(
      "phases", [("First", "raising money in the towns", nil), ("Second", "war", "siege")])
    expectScreen(
      Self.text(dossier, width: 50),
      """
       A made-up theme
       theme · phases

       ●  First
       │  raising money in the towns
       │  › doe-2020 ¶2 via Herald, 1 May 2020
       │  › doe-2020 ¶4
       │
       ●  Second
          war
          → Siege of Souburg · May to July 2020
          › doe-2020 ¶4
      """)
  }

  @Test func aSuccessionSaysItsOrderAndNoMore() {
    let dossier = Self.theme("succession", [("Head", "Ann", nil), ("Deputy", "Ben", nil)])
    let lines = Self.text(dossier, width: 50).split(separator: "\n").map(String.init)
    #expect(lines.last == " ▼")
    #expect(lines.contains(" ○  Head") && lines.contains(" ○  Deputy"))
    #expect(
      lines.filter { $0.contains("▼") }.count == 1, "nobody is said to follow on the one above")
  }

  @Test func entriesOfOneLabelStandTogether() {
    let dossier = Self.theme(
      "factors", [("Gain", "money", nil), ("Gain", "men", nil), ("Lack", "arms", nil)])
    let text = Self.text(dossier, width: 50)
    #expect(text.split(separator: "\n").filter { $0.contains("Gain") }.count == 1)
    #expect(text.contains(" ▪ Lack\n   arms"))
  }

  static let rows: [(label: String, value: String, link: RecordID?)] = [
    ("Norburg", "two districts", nil), ("Souburg", "a camp", nil), ("Souburg", "a market", nil),
  ]

  @Test func aTableHasAColumnOfPassagesWhereThereIsRoom() {
    expectScreen(
      Self.text(Self.theme("table", Self.rows), width: 76),
      """
       A made-up theme
       theme · table

       Norburg │ two districts                         │ › doe-2020 ¶2 via
               │                                       │   Herald, 1 May 2020
               │                                       │ › doe-2020 ¶4
       ────────┼───────────────────────────────────────┼─────────────────────────
       Souburg │ a camp                                │ › doe-2020 ¶4
               ├───────────────────────────────────────┼─────────────────────────
               │ a market                              │ › doe-2020 ¶2 via
               │                                       │   Herald, 1 May 2020
               │                                       │ › doe-2020 ¶4
      """)
    let narrow = Self.text(Self.theme("table", Self.rows), width: 40)
    #expect(narrow.contains("Norburg │ two districts\n         │ › doe-2020 ¶2 via Herald"))
    #expect(!Self.text(Self.theme("table", Self.rows), width: 20).contains("│"))
  }

  static let cells: [(label: String, value: String, link: RecordID?)] = [
    ("Enemy / Red", "the near one", nil), ("Enemy / Blue", "the far one", nil),
    ("Minorities", "the one opposes what the other does", nil), ("Means / Blue", "a network", nil),
  ]

  @Test func labelsWithColumnsMakeAGrid() {
    expectScreen(
      Self.text(Self.theme("table", Self.cells), width: 70),
      """
       A made-up theme
       theme · table

                  │ Red                        │ Blue
       ───────────┼────────────────────────────┼───────────────────────────
       Enemy      │ the near one               │ the far one
                  │ › doe-2020 ¶2 via Herald,  │ › doe-2020 ¶4
                  │   1 May 2020               │
                  │ › doe-2020 ¶4              │
       ───────────┼────────────────────────────┴───────────────────────────
       Minorities │ the one opposes what the other does
                  │ › doe-2020 ¶2 via Herald, 1 May 2020
                  │ › doe-2020 ¶4
       ───────────┼────────────────────────────┬───────────────────────────
       Means      │                            │ a network
                  │                            │ › doe-2020 ¶4
      """)
  }

  /// The cursor marks a cell and not its neighbours, and every cell leads to its own passages.
  @Test func theCursorGoesThroughCells() {
    var fixture = Fixture(width: 120, height: 24)
    fixture.press(.enter, "z")
    fixture.act(.answered(.record, .dossier(Self.theme("table", Self.cells))))
    #expect(fixture.selectedText == "the near one")
    fixture.press("j")
    #expect(fixture.selectedText.hasPrefix("› doe-2020 ¶2"))
    fixture.press("j", "j")
    #expect(fixture.selectedText == "the far one")
    fixture.press("c")
    #expect(fixture.state.panes.reader?.selected?.number.rawValue == 4)
  }

  /// Every member and every citation can be stood on, however it is laid out.
  @Test(arguments: [12, 20, 30, 41, 64, 80, 120, 200])
  func nothingIsLeftOut(width: Int) {
    let wanted = { (dossier: Dossier) in
      dossier.record.statements.reduce(0) { $0 + 1 + $1.citations.count }
    }
    for kind in ["phases", "succession", "table", "typology", "enumeration"] {
      for members in [Self.rows, Self.cells, []] {
        let dossier = Self.theme(kind, members)
        let page = RecordPage(dossier, width: width)
        #expect(page.items.count == wanted(dossier), "\(kind)")
        for item in page.items.indices { #expect(!page.page.lines(of: item).isEmpty, "\(kind)") }
        let text = Self.text(dossier, width: width)
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(kind)\n\(text)") }
      }
    }
  }

  @Test func themesAreAList() {
    var fixture = Fixture()
    fixture.press("6")
    #expect(fixture.text.contains("6 Themes") && fixture.state.focus == .index)
  }
}
