import Model
import Testing

@testable import Casebook

/// What a casebook must hold to be whole, each rule broken once in the made-up casebook.
@Suite struct CompletenessTests {
  /// Each row: a file, its text with ‸ where the problem is, and a part of what it says.
  @Test(arguments: [
    (
      "groups/new.yaml",
      "- { id: new, name: New, aliases: [{ text: New, in: ‸herald-2020-05-01 }] }",
      "not coded"
    ),
    (
      "groups/new.yaml", "- { id: new, name: New, aliases: [‸{ text: New }] }",
      "no source is named"
    ),
    (
      "groups/new.yaml",
      """
      - id: new
        name: New
        facts:
          - ‸{ property: detail, value: v, cites: "doe-2020#4 via herald-2020-05-01" }
      """,
      "not said to be cited by that passage"
    ),
    (
      "groups/new.yaml",
      """
      - id: new
        name: New
        facts:
          - ‸{ property: detail, value: v, as-of: 2020-06, cites: "doe-2020#3" }
      """,
      "begins after doe-2020"
    ),
    (
      "events/new.yaml",
      "- { id: new, title: New, kind: attack, dates: [‸{ date: 2021, cites: \"doe-2020#3\" }] }",
      "begins after doe-2020"
    ),
    (
      "groups/new.yaml",
      """
      - id: new
        name: New
        facts:
          - ‸{ property: detail, value: v, rival: size, cites: "doe-2020#3" }
      """,
      "no other value of new"
    ),
    ("groups/new.yaml", "- ‸{ id: new, name: New }", "nothing points to it"),
    ("sources/new.yaml", "- ‸{ id: new, publisher: New }", "nothing is stated of this source"),
    (
      "passages/doe-2020.yaml",
      """
      source: doe-2020
      passages:
        - { number: 1, kind: title, digest: a }
        - { number: 2, digest: b }
        - { number: 3, digest: c }
        - { number: 4, kind: note, digest: d }
        - ‸{ number: 5, digest: e }
      """, "nothing is coded from this paragraph"
    ),
    (
      "passages/doe-2020.yaml",
      """
      source: doe-2020
      passages:
        - { number: 1, kind: title, digest: a }
        - { number: 2, digest: b }
        - ‸{ number: 3, digest: c, facts: none }
        - { number: 4, kind: note, digest: d }
      """, "said to state nothing, but is cited"
    ),
  ])
  func whatIsMissingIsToldWithItsPlace(file: String, marked: String, says: String) throws {
    let problems = try ChangedCasebook().problems(marked, in: file)
    let before = marked.prefix { $0 != "‸" }
    #expect(problems.count == 1, "\(problems)")
    let found = try #require(problems.first)
    #expect(found.message.contains(says), "\(found)")
    #expect(found.place.file == file)
    #expect(found.place.line == before.filter { $0 == "\n" }.count + 1)
    #expect(found.place.column == before.reversed().prefix { $0 != "\n" }.count + 1)
    #expect(found.remedy.hasSuffix("."))
  }

  /// A place that only holds others, a relation between two that nothing else is said of, and a
  /// passage that states nothing are whole.
  @Test func whatIsNamedElsewhereIsNoOrphan() throws {
    let casebook = try ChangedCasebook()
    try casebook.write("- { id: empty, name: Empty, type: country }", to: "places/empty.yaml")
    try casebook.write(
      "- { id: town, name: Town, type: city, within: empty, aliases: [{ text: Town, in: doe-2020 }] }",
      to: "places/town.yaml")
    try casebook.write("- { id: pair, name: Pair }", to: "groups/pair.yaml")
    let problems = try casebook.problems(
      "- { id: edge, type: alliance, from: pair, to: red-band, cites: \"doe-2020#3\" }",
      in: "relations/edge.yaml")
    #expect(problems == [])
  }

  /// After a fault the rest cannot be judged whole, and nothing is said of it.
  @Test func oneFaultIsOneProblem() throws {
    let problems = try ChangedCasebook().problems("- { id: siege", in: "events/events.yaml")
    #expect(problems.allSatisfy { !$0.message.contains("nothing is coded") }, "\(problems)")
  }

  @Test func coverageCountsBySourceAndInAll() throws {
    let coverage = Coverage(of: CasebookReader.read(fixture).0)
    #expect(coverage.rows.map(\.source) == ["doe-2020", nil])
    let row = try #require(coverage.rows.first)
    #expect(row.passages == 4 && row.passagesWithFacts == 3)
    #expect(row.groups == 1 && row.people == 1 && row.places == 0)
    #expect(row.events == 3 && row.relations == 2 && row.themes == 1)
    #expect(row.statements == 17 && row.works == 1 && row.rivals == 1)
    #expect(coverage.rivals.map(\.subject) == ["norburg-attack"])
    #expect(coverage.rivals.first?.question == "date")
  }
}
