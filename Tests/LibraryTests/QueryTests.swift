import Library
import Model
import Query
import Testing

@Suite struct LibraryQueryTests {
  /// Each row: kind, query, what it finds in display order.
  @Test(arguments: [
    (RecordKind.event, "", ["siege", "norburg-attack", "talk"]),
    (.event, "norb", ["norburg-attack"]),
    (.event, "suicide", ["norburg-attack"]),
    (.event, "NORBURG attack", ["norburg-attack"]),
    (.event, "attack -norburg", ["siege"]),
    (.event, "norburg OR siege", ["siege", "norburg-attack"]),
    (.event, "\"attack in norburg\"", ["norburg-attack"]),
    (.event, "\"norburg attack\"", []),
    (.event, "group:\"Red Band\"", ["norburg-attack"]),
    (.event, "group:al-hamra", ["norburg-attack"]),
    (.event, "group:الحمراء", ["norburg-attack"]),
    (.event, "group:rbx", ["norburg-attack"]),
    (.event, "group:nobody", []),
    (.event, "place:norland", ["norburg-attack"]),
    (.event, "person:\"ana north\"", ["talk"]),
    (.event, "source:herald", ["norburg-attack"]),
    (.event, "source:doe-2020", ["siege", "norburg-attack", "talk"]),
    (.event, "kind:suicide-bombing", ["norburg-attack"]),
    (.event, "kind:Statement", ["talk"]),
    (.event, "hamra", ["norburg-attack"]),
    (.event, "date:2020-04-30", ["norburg-attack"]),
    (.event, "date:2020-04", ["norburg-attack"]),
    (.event, "date:2019-06", ["siege"]),
    (.event, "date:2019-06..2020-04-29", ["siege", "norburg-attack"]),
    (.event, "date:2021..", []),
    (.event, "date:..2019", ["siege"]),
    (.event, "date:undated", ["talk"]),
    (.event, "date:~2020-05", ["norburg-attack"]),
    (.event, "killed:>5", ["norburg-attack"]),
    (.event, "killed:..7", []),
    (.event, "killed:8", ["norburg-attack"]),
    (.event, "killed:unknown", ["siege", "talk"]),
    (.event, "wounded:>0", []),
    (.event, "cites:doe-2020#2", ["norburg-attack"]),
    (.event, "cites:doe-2020#3", ["siege", "talk"]),
    (.event, "cites:herald", ["norburg-attack"]),
    (.passage, "cites:doe-2020#3", ["doe-2020#3"]),
    (.event, "basis:reported", ["norburg-attack"]),
    (.statement, "basis:den", ["red-band/strength.2"]),
    (.event, "asof:2020-05-01", []),
    (.event, "asof:2020-05", ["siege", "norburg-attack", "talk"]),
    (.event, "in:casebook siege", ["siege"]),
    (.event, "in:elsewhere", []),
    (.event, "=RB-X", ["norburg-attack"]),
    (.event, "=rb-x", []),
    (.event, "group:=RB-X", ["norburg-attack"]),
    (.event, "group:\"=red band\"", []),
    (.event, "norb* attack", ["norburg-attack"]),
    (.group, "", ["blue-band", "red-band"]),
    (.group, "hamra", ["red-band"]),
    (.person, "group:red-band", ["ana-north"]),
    (.person, "an north", []),
    (.person, "north", ["ana-north", "anna-north"]),
    (.passage, "strength", ["doe-2020#3"]),
    (.passage, "group:red-band", ["doe-2020#2", "doe-2020#3"]),
    (.source, "", ["doe-2020", "herald-2020-05-01"]),
    (.statement, "kind:denied", ["red-band/strength.2"]),
    (.theme, "siege", ["phases"]),
    (.relation, "kind:splinter", ["blue-splinter-red"]),
  ])
  func finds(kind: RecordKind, query: String, expected: [String]) async throws {
    #expect(try await LibraryFixture().ids(kind, query) == expected)
  }

  @Test func aScopeRestrictsAList() async throws {
    let fixture = try LibraryFixture()
    #expect(try await fixture.ids(.event, "", scope: "blue-band") == ["norburg-attack"])
    #expect(try await fixture.ids(.event, "", scope: "herald-2020-05-01") == ["norburg-attack"])
    #expect(try await fixture.ids(.event, "", scope: "ana-north") == ["talk"])
    await #expect(throws: StoreProblem.noSuchRecord("nobody")) {
      try await fixture.ids(.event, "", scope: "nobody")
    }
  }

  @Test func aWindowIsThatSliceOfTheList() async throws {
    let store = try LibraryFixture().open()
    let request = RowRequest(.event, first: 1, count: 1)
    guard case .rows(let window) = try await store.answer(.rows(request)) else { return }
    #expect(window.total == 3 && window.first == 1)
    #expect(window.rows.map(\.target) == [.record("norburg-attack")])
    #expect(window.rows[0].figures == ">7 killed, ≥20 killed or wounded")
    #expect(window.rows[0].place == "Norburg")
  }

  @Test func datesTellCertainFromPossible() async throws {
    let store = try LibraryFixture().open()
    func certainty(_ query: String) async throws -> [Bool?] {
      let request = RowRequest(.event, expression: try QueryReader.read(query), count: 9)
      guard case .rows(let window) = try await store.answer(.rows(request)) else { return [] }
      return window.rows.map(\.isCertain)
    }
    #expect(try await certainty("date:2020-04-30") == [false])
    #expect(try await certainty("date:2020") == [true])
    // The siege lasted throughout: from May at the latest to July at the earliest.
    #expect(try await certainty("date:2019-06") == [true])
    #expect(try await certainty("date:2019-05-30") == [false])
    #expect(try await certainty("date:2019-05-31") == [true])
    #expect(try await certainty("date:2019-07-02") == [false])
    #expect(try await certainty("") == [nil, nil, nil])
    #expect(try await certainty("date:~2020") == [false, true])
  }

  @Test func aSearchListsTheCertainFirst() async throws {
    let store = try LibraryFixture().open()
    let search = Request.search(try QueryReader.read("date:2019-06..2020-04-29"), limit: 5)
    guard case .hits(let hits) = try await store.answer(search) else { return }
    let events = hits.filter { $0.kind == .event }
    #expect(events.map(\.isCertain) == [true, false])
    #expect(
      events.map { $0.rows.map(\.target) } == [[.record("siege")], [.record("norburg-attack")]])
    #expect(events.flatMap(\.rows).map(\.isCertain) == [true, false])
  }

  /// What is not certainly outside the dates may be outside: `-` turns the two around.
  @Test func leavingDatesOutTurnsCertainAndPossibleAround() async throws {
    let fixture = try LibraryFixture()
    #expect(
      try await fixture.ids(.event, "-date:2020-04-30") == ["siege", "norburg-attack", "talk"])
    #expect(try await fixture.ids(.event, "-date:2019-06") == ["norburg-attack", "talk"])
    #expect(try await fixture.ids(.event, "-date:2019") == ["norburg-attack", "talk"])
  }

  @Test func aHitThatTheTitleDoesNotShowHasItsLine() async throws {
    let store = try LibraryFixture().open()
    let request = RowRequest(.event, expression: try QueryReader.read("passers"), count: 5)
    guard case .rows(let window) = try await store.answer(.rows(request)) else { return }
    #expect(window.rows.map(\.snippet) == ["passers-by"])
  }

  @Test func positionsAreFoundByRecordAndByDay() async throws {
    let store = try LibraryFixture().open()
    let list = RowRequest(.event, count: 0)
    func position(_ anchor: Request.Anchor) async throws -> Int? {
      guard case .position(let position) = try await store.answer(.position(anchor, in: list))
      else { return nil }
      return position
    }
    #expect(try await position(.record("talk")) == 2)
    #expect(try await position(.record("red-band")) == nil)
    #expect(try await position(.day(#require(DayNumber(year: 2019, month: 1, day: 1)))) == 0)
    #expect(try await position(.day(#require(DayNumber(year: 2019, month: 5, day: 2)))) == 1)
    #expect(try await position(.day(#require(DayNumber(year: 2021, month: 1, day: 1)))) == nil)
  }

  @Test func hitsOfEveryKindSayHowTheyWereFound() async throws {
    let store = try LibraryFixture().open()
    let search = Request.search(try QueryReader.read("hamra"), limit: 5)
    guard case .hits(let hits) = try await store.answer(search) else { return }
    #expect(hits.first?.kind == .group)
    #expect(hits.first?.rows.first?.foundBy == "al-Ḥamrāʾ")
    #expect(hits.map(\.kind).contains(.event) && hits.map(\.kind).contains(.passage))
  }
}
