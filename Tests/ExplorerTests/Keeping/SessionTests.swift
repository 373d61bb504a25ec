import Canvas
import Foundation
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

@Suite struct SessionTests {
  /// The session as a file would give it back.
  private static func stored(_ state: ExplorerState) throws -> Session {
    try JSONDecoder().decode(Session.self, from: JSONEncoder().encode(state.session))
  }

  private static func again(
    _ fixture: Fixture, width: Int = 120, height: Int = 16
  ) throws -> Fixture {
    Fixture(
      width: width, height: height,
      Memory(session: try stored(fixture.state), reviewed: fixture.state.reviewed.ids))
  }

  static let walks: [String] = [
    "", "j", "2 j", "2 j Enter", "j j", "j Enter", "2 Enter j j", "2 Enter c", "2 Enter c j z",
    "\\ siege Enter", "2 \\ siege Enter Enter", "2 x X", "j x k X", "j x X X j", "3", "j 2 j z",
    "2 Enter c ]", "2 \\ siege Enter \\ -norburg Enter z",
  ]

  @Test(arguments: walks) func theNextStartIsWhereTheLastOneEnded(_ keys: String) throws {
    var fixture = Fixture()
    for key in Key.typed(keys) { fixture.press(key) }
    fixture.press(.escape)
    fixture = Fixture()
    for key in Key.typed(keys) { fixture.press(key) }
    fixture.state.notice = nil
    let next = try Self.again(fixture)
    #expect(next.text == fixture.text)
    #expect(next.selectedText == fixture.selectedText)
    #expect(next.state.notice == nil && next.state.isZoomed == fixture.state.isZoomed)
    #expect(next.state.session == fixture.state.session, "and is kept the same again")
  }

  @Test func anyWalkComesBack() throws {
    var random = SeededGenerator(for: "any walk comes back")
    let keys = Key.typed("j k j 1 2 3 6 Enter Enter c ] [ Tab S-Tab z x X G g g J K Backspace t")
    for _ in 0..<60 {
      var fixture = Fixture(width: random.pick([40, 80, 120, 200]), height: random.pick([10, 24]))
      for _ in 0..<random.below(25) { fixture.press(random.pick(keys)) }
      fixture.state.overlays = []
      fixture.state.pending = []
      fixture.state.notice = nil
      let size = fixture.state.size
      let next = try Self.again(fixture, width: size.width, height: size.height)
      #expect(next.text == fixture.text)
      #expect(next.state.notice == nil)
    }
  }

  @Test func whatIsGoneGivesWayAndIsToldOf() throws {
    var fixture = Fixture(width: 90)
    fixture.press("j", "2", "j", .enter)
    var session = fixture.state.session
    session.place.record?.record = "gone"
    session.place.record?.name = "A record of yore"
    session.place.events.cursor.record = "gone"
    session.place.events.cursor.name = "A record of yore"
    var state = ExplorerState()
    var effects = update(&state, .started(Size(width: 90, height: 16), Memory(session: session)))
    while !effects.isEmpty {
      guard case .ask(let slot, let request) = effects.removeFirst() else { continue }
      if case .dossier("gone") = request {
        effects += update(&state, .failed(slot, .noSuchRecord("gone")))
      } else if let reply = Fixture.reply(to: request) {
        effects += update(&state, .answered(slot, reply))
      }
    }
    #expect(state.notice?.text == "no longer there: A record of yore")
    #expect(state.panes.record.dossier?.record.id == "siege", "the row where it stood")
    #expect(state.panes.events.scope == "red-band")
  }

  @Test func aGroupThatIsGoneLiftsTheScope() {
    var fixture = Fixture()
    fixture.press("j")
    var session = fixture.state.session
    session.place.scope?.record = "gone-band"
    session.place.lists[0].cursor.record = "gone-band"
    session.place.lists[0].cursor.name = "Gone Band"
    let next = Fixture(Memory(session: session))
    #expect(next.state.notice?.text == "no longer there: Gone Band")
    #expect(next.state.panes.events.scope == nil && next.state.panes.index.isOnAll)
    #expect(next.text.contains("3 wider") || next.text.contains("1/3"))
  }

  @Test func aPassageAndAFactThatAreGoneAreToldOf() {
    var fixture = Fixture()
    fixture.press("2", .enter, "c")
    var session = fixture.state.session
    session.place.reader?.passage = 99
    session.place.record?.statement = "norburg-attack/none.1"
    let next = Fixture(Memory(session: session))
    let text = next.state.notice?.text ?? ""
    #expect(text.contains("doe-2020 ¶99") && text.contains("the fact “norburg-attack/none.1”"))
    #expect(next.text.contains("Reader"))
  }

  @Test func aFilterWithoutWordsIsToldOf() {
    var fixture = Fixture()
    let area = QueryExpression.records(.place, ["norburg"], typed: "a box on the map")
    _ = fixture.state.add(Filter(origin: .map, words: "a box", expression: area))
    _ = fixture.state.add(Filter(typed: "siege", .word("siege", isPrefix: true)))
    let next = Fixture(Memory(session: fixture.state.session))
    #expect(next.state.panes.events.filters.map(\.words) == ["siege"])
    #expect(next.state.notice?.text == "no longer there: the filter [a box]")
  }

  @Test func anythingInAFileIsBorne() throws {
    var session = Fixture().state.session
    session.place.focus = "nowhere"
    session.place.first = "event"
    session.place.events.cursor = .init(row: -7, top: 1_000_000)
    session.place.lists = [.init(kind: "source", cursor: .init(row: 1_000_000, top: -3))]
    session.place.reader = .init(source: "doe-2020", passage: -1, citations: [.init(passage: "x")])
    session.place.record = .init(record: "siege", name: "", statement: nil, item: -4, top: -1)
    for width in [24, 40, 80, 120] {
      var next = Fixture(width: width, height: 10, Memory(session: session))
      #expect(next.state.focus == .index && next.state.panes.reader == nil)
      next.press("5", "j", "k", .tab)
      #expect(!next.text.isEmpty)
    }
  }

  @Test func theFirstQuestionsAreThoseOfThePlace() {
    var fixture = Fixture()
    fixture.press("j", "2", "j", .enter)
    var state = ExplorerState()
    let effects = update(
      &state, .started(Size(width: 120, height: 16), Memory(session: fixture.state.session)))
    let asked = effects.compactMap { effect -> Slot? in
      if case .ask(let slot, _) = effect { slot } else { nil }
    }
    #expect(
      Set(asked) == [.overview, .record, .indexPlace, .eventsPlace, .index, .events, .months])
    #expect(asked.count == 7, "each of them once")
  }
}
