import Library
import Model
import Query
import Testing

/// What rests on a work or a passage, held against the statements themselves.
@Suite struct RestingTests {
  private func resting(
    _ store: SQLiteStore, on ground: RestingFacts.Ground
  ) throws -> RestingFacts {
    guard case .resting(let facts) = try store.answerNow(.resting(ground)) else {
      return RestingFacts(name: "")
    }
    return facts
  }

  /// Every statement of the fixture, by its id.
  private func statements(_ store: SQLiteStore) throws -> [RecordID: Statement] {
    let request = RowRequest(.statement, count: 1000)
    guard case .rows(let window) = try store.answerNow(.rows(request)) else { return [:] }
    var found: [RecordID: Statement] = [:]
    for case .record(let id) in window.rows.map(\.target) {
      let subject = RecordID(String(id.rawValue.prefix { $0 != "/" }))
      guard case .dossier(let dossier) = try store.answerNow(.dossier(subject)) else { continue }
      for statement in dossier.record.statements { found[statement.id] = statement }
    }
    return found
  }

  @Test(arguments: [
    RestingFacts.Ground.work("doe-2020"), .work("herald-2020-05-01"), .work("no-such-work"),
    .passage(PassageID(source: "doe-2020", number: ParagraphNumber(2))),
    .passage(PassageID(source: "doe-2020", number: ParagraphNumber(4))),
    .passage(PassageID(source: "doe-2020", number: ParagraphNumber(9))),
  ])
  func factsArePartedByWhetherSomethingElseSupportsThem(ground: RestingFacts.Ground) throws {
    let store = try LibraryFixture().open()
    let all = try statements(store)
    let found = try resting(store, on: ground)
    let cite = all.values.filter { $0.citations.contains(where: ground.carries) }
    let alone = cite.filter { $0.citations.allSatisfy(ground.carries) }
    #expect(Set(found.alone.map(\.statement.id)) == Set(alone.map(\.id)))
    let shared = Set(cite.map(\.id)).subtracting(alone.map(\.id))
    #expect(Set(found.shared.map(\.statement.id)) == shared)
  }

  @Test func aWorkIsNamedAndAnIDThatIsPartOfAnotherIsNotTakenForIt() throws {
    let store = try LibraryFixture().open()
    #expect(try resting(store, on: .work("doe-2020")).name == "doe-2020, A made-up article")
    let herald = try resting(store, on: .work("herald-2020-05-01"))
    #expect(herald.name == "Herald, 1 May 2020" && !herald.alone.isEmpty)
    #expect(try resting(store, on: .work("herald-2020-05")).alone.isEmpty)
    #expect(try resting(store, on: .work("%")).alone.isEmpty)
  }
}
