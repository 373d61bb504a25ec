import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct NetworkOverlayTests {
  private static func opened(width: Int = 90, height: Int = 22) -> Fixture {
    var fixture = Fixture(width: width, height: height)
    fixture.press("j", "N")
    return fixture
  }

  private static func overlay(_ fixture: Fixture) -> NetworkOverlay? {
    fixture.state.overlay?.part as? NetworkOverlay
  }

  @Test func theRecordStandsAmongItsRelations() {
    expectScreen(
      Self.opened().text.split(separator: "\n", omittingEmptySubsequences: false)[1...20]
        .joined(separator: "\n"), Self.picture)
  }

  static let picture = """
     Network · Red Band
     5 relations of all times · 2 undated                                                 1/5
                     Part of, pledged to or split from
                   ┌── pledged to · 2014-10 ─────────▶  Blue Band   ─ Old Band
                   │
                   │ Leaders and members
     ┌──────────┐  ├◀─ leads · 2013/2015 ─────────────  Ann
     │ Red Band ├──┤
     │ group    │  │ Rivals
     └──────────┘  ├◀╌ rival of · undated [alleged] ╌▶  the wardens
                   │
                   │ Allies, cooperation and support
                   ├◀─ allied with · 2016~ ──────────▶┬ Green Band
                   └◀─ supports · undated ────────────┘
    ────────────────────────────────────────────────────────────────── citation 1 of 2 ───────
     Red Band pledged to Blue Band · October 2014
       as the article has it
       › doe-2020 ¶2 via Herald, 1 May 2020
       › doe-2020 ¶4

    """

  @Test func enterWalksAlongAnEdgeAndBackspaceComesBackToIt() {
    var fixture = Self.opened()
    #expect(fixture.text.contains("Red Band pledged to Blue Band"))
    fixture.press(.enter)
    #expect(Self.overlay(fixture)?.center == "blue-band")
    #expect(fixture.text.contains("Network · Red Band › Blue Band"))
    #expect(fixture.text.contains("Red Band pledged to Blue Band"), "the edge it came by")
    fixture.press(.backspace)
    #expect(Self.overlay(fixture)?.center == "red-band")
    #expect(fixture.text.contains("Network · Red Band\n"))
    fixture.press(.backspace)
    #expect(fixture.text.contains("where the walk began"))
    fixture.press("q")
    #expect(fixture.state.overlay == nil)
  }

  @Test func aPartyWithoutARecordIsNotWalkedTo() {
    var fixture = Self.opened()
    while !fixture.text.contains("Red Band rival of the wardens"), !fixture.text.contains("5/5 ") {
      fixture.press("j")
    }
    fixture.press(.enter)
    #expect(fixture.text.contains("no record of its own"))
    #expect(Self.overlay(fixture)?.center == "red-band")
  }

  @Test func cOpensThePassageOfTheEdge() {
    var fixture = Self.opened()
    #expect(fixture.text.contains("citation 1 of 2"))
    fixture.press("[")
    #expect(fixture.text.contains("no further citation that way"))
    fixture.press("]")
    #expect(fixture.text.contains("citation 2 of 2"))
    fixture.press("c")
    #expect(fixture.state.overlay == nil && fixture.state.focus == .reader)
    #expect(fixture.state.panes.reader?.selected?.number.rawValue == 4)
    fixture.press(.backspace)
    #expect(fixture.state.panes.record.id == "red-band")
  }

  /// At a date: what had begun by then and was not over; the rest is counted, the undated stand apart.
  @Test func atADateTheStateOfTheWorldIsShown() {
    var fixture = Self.opened(width: 100, height: 30)
    fixture.press("a")
    fixture.type("2014-06")
    #expect(fixture.text.contains("As it stood  2014-06"))
    fixture.press(.enter)
    #expect(fixture.text.contains("relations as they stood in 2014-06"))
    #expect(
      fixture.text.contains(
        "1 stood · 0 possibly · 2 undated · 2 hidden: 2 began later, 0 had ended"))
    #expect(fixture.text.contains("Undated: may have stood then, or not"))
    #expect(!fixture.text.contains("pledged to · 2014-10"))
    fixture.press(">")
    #expect(fixture.text.contains("as they stood in 2014-10") && fixture.text.contains("2 stood"))
    fixture.press(">", ">")
    #expect(fixture.text.contains("as they stood in 2016"))
    #expect(fixture.text.contains("possibly allied with · 2016~"), "its year is approximate")
    fixture.press(">")
    #expect(fixture.text.contains("nothing is told to begin or end further that way"))
    fixture.press(.escape)
    #expect(fixture.state.overlay != nil && fixture.text.contains("5 relations of all times"))
  }

  @Test func whatIsNoDateIsSaid() {
    var fixture = Self.opened()
    fixture.press("a")
    fixture.type("8/8/2016")
    fixture.press(.enter)
    #expect(fixture.state.notice?.isProblem == true)
    #expect(Self.overlay(fixture)?.editor != nil)
    fixture.press(.escape)
    #expect(Self.overlay(fixture)?.editor == nil && fixture.state.overlay != nil)
  }

  @Test func theCursorStaysOnItsEdgeWhenTheDateChanges() {
    var fixture = Self.opened(width: 120, height: 30)
    fixture.press("j")
    let before = Self.overlay(fixture)?.edge(in: fixture.state.overlaySize)?.relation.id
    fixture.press("a")
    fixture.type("2014")
    fixture.press(.enter)
    #expect(Self.overlay(fixture)?.edge(in: fixture.state.overlaySize)?.relation.id == before)
  }

  @Test func keysGoFromSideToSideAndSectionToSection() {
    var fixture = Self.opened(width: 120, height: 30)
    #expect(Self.overlay(fixture)?.cursor == 0)
    fixture.press("l")
    #expect(Self.overlay(fixture)?.cursor == 2)
    fixture.press("h", .tab)
    #expect(Self.overlay(fixture)?.cursor == 1)
    fixture.press("G")
    #expect(Self.overlay(fixture)?.cursor == 4)
    fixture.press(.backTab, "g")
    #expect(fixture.state.overlay != nil)
  }

  @Test func itIsForGroupsAndPeople() {
    var fixture = Fixture(width: 90, height: 22)
    fixture.press(.tab, "N")
    #expect(fixture.state.overlay == nil && fixture.text.contains("N is for a group or a person"))
  }

  @Test func aRowOfADatasetIsNoPassage() {
    var fixture = Self.opened()
    var network = NetworkFixture.network(of: "red-band")
    network.datasets = ["doe-2020": "A Dataset 1.0"]
    fixture.act(.answered(.network, .network(network)))
    #expect(fixture.text.contains("line 2 of A Dataset 1.0"))
    fixture.press("c")
    #expect(
      fixture.state.overlay != nil && fixture.text.contains("it rests on line 2 of A Dataset 1.0"))
  }

  @Test func anEdgeWithoutCitationsSaysSo() {
    var fixture = Self.opened()
    var network = Network(of: "red-band")
    network.add([
      NetworkFixture.relation(
        "bare", .alliance, .record("red-band"), .record("blue-band"), citations: [])
    ])
    fixture.act(.answered(.network, .network(network)))
    #expect(fixture.text.contains("no citation is given"))
    fixture.press("c", "]", .enter)
    #expect(fixture.text.contains("Network"))
    fixture.act(.answered(.network, .network(Network(of: "blue-band"))))
    #expect(fixture.text.contains("no collection here tells of a relation of it"))
    fixture.press("c", "]", .enter, "j", "h", "l", .tab, ">", "o")
    #expect(fixture.state.overlay == nil)
  }

  @Test(arguments: [(24, 6), (40, 10), (56, 12), (80, 24), (120, 36), (200, 60)])
  func everySizeHoldsEveryKey(width: Int, height: Int) {
    var fixture = Self.opened(width: width, height: height)
    let keys: [Key] = [
      "j", "k", "l", "h", .tab, .backTab, "]", "[", ">", "<", "G", .pageDown, .pageUp, .home, "a",
      "2", "0", "1", "4", .enter, .escape, .enter, .backspace,
    ]
    for key in keys {
      fixture.press(key)
      #expect(fixture.state.overlay != nil, "\(key.name)")
      #expect(view(fixture.state).size == Size(width: width, height: height))
    }
    fixture.act(.answered(.network, .network(NetworkFixture.random(7, edges: 80))))
    fixture.press("O")
    #expect(fixture.state.overlay == nil)
  }

  /// The edge under the cursor is always on the screen.
  @Test(arguments: [(40, 10), (80, 24), (120, 36)]) func theCursorIsInView(width: Int, height: Int)
  {
    var fixture = Self.opened(width: width, height: height)
    var network = NetworkFixture.random(3, edges: 60)
    network.center = "red-band"
    var same = Network(of: "red-band")
    same.add(
      network.relations.map { relation in
        var relation = relation
        if relation.from == .record("center") { relation.from = .record("red-band") }
        if relation.to == .record("center") { relation.to = .record("red-band") }
        return relation
      })
    fixture.act(.answered(.network, .network(same)))
    for _ in 0..<70 {
      fixture.press("j")
      let frame = view(fixture.state)
      let marked = (0..<frame.size.height).filter { row in
        frame.row(row).contains { $0.style.marks.contains(.selected) }
      }
      #expect(marked.contains { $0 >= 3 }, "\(frame.text)")
    }
  }
}
