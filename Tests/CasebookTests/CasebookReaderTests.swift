import Foundation
import Model
import Testing

@testable import Casebook

/// The made-up casebook of the tests.
let fixture = CasebookFolder(
  path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/casebook").path)

/// A copy of the made-up casebook in which one file can be changed.
final class ChangedCasebook {
  let folder: CasebookFolder

  init() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path
    try FileManager.default.copyItem(atPath: fixture.path, toPath: path)
    folder = CasebookFolder(path: path)
  }

  func write(_ text: String, to file: String) throws {
    try text.write(toFile: folder.path + "/" + file, atomically: true, encoding: .utf8)
  }

  /// What is wrong when a file holds `text`; a ‸ in it marks the place expected.
  func problems(_ text: String, in file: String) throws -> [CasebookProblem] {
    try write(text.replacingOccurrences(of: "‸", with: ""), to: file)
    return CasebookReader.read(folder).1
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }
}

@Suite struct CasebookReaderTests {
  @Test func readsEveryKindOfRecord() throws {
    let (contents, problems) = CasebookReader.read(fixture)
    #expect(problems == [])
    #expect(contents.title == "A made-up casebook")
    let kinds = Dictionary(grouping: contents.records, by: \.kind).mapValues(\.count)
    #expect(
      kinds == [.source: 2, .group: 2, .person: 2, .place: 2, .event: 3, .relation: 2, .theme: 1])
    #expect(contents.passages.count == 4)
  }

  @Test func anEventKeepsWhatItsSourcesSay() throws {
    let (contents, _) = CasebookReader.read(fixture)
    let found = contents.records.first { $0.id == "norburg-attack" }
    guard case .event(let event)? = found else {
      Issue.record("no event")
      return
    }
    #expect(event.dates.map(\.description) == ["2020-04-30", "2020-04-29"])
    #expect(event.figures(.killed) == [CasualtyFigure(7, .moreThan)])
    #expect(event.figures(.killedAndWounded) == [CasualtyFigure(20, .atLeast)])
    #expect(event.participants.map(\.property.rawValue) == ["perpetrator", "claimant", "victim"])
    let claim = event.participants[1]
    #expect(claim.basis == .reported && claim.through == .words("a leaflet"))
    #expect(event.participants[2].value == .reference(.words("passers-by")))
    #expect(
      event.statements.of(.killed)[0].citations.map(\.passage.description) == [
        "doe-2020#2", "doe-2020#4",
      ])
    #expect(event.statements[1].citations[0].via == ["herald-2020-05-01"])
    #expect(event.statements[1].id == "norburg-attack/date.2")
  }

  /// Each row: the file's text with ‸ where the problem is, and a part of what it says.
  @Test(arguments: [
    ("- id: x\n  name: X\n  ‸colour: red\n", "no such key"),
    ("- ‸name: X\n", "“id” is missing"),
    ("- id: ‸Bad Id\n  name: X\n", "lower-case"),
    ("- { id: x, name: X, facts: [‸{ property: strength, value: many }] }", "names no passage"),
    (
      "- { id: x, name: X, facts: [{ property: ‸colour, value: v, cites: \"doe-2020#2\" }] }",
      "declares no such"
    ),
    (
      "- { id: x, name: X, facts: [{ property: strength, value: v, cites: ‸doe-2020 }] }",
      "no passage"
    ),
    (
      "- { id: x, name: X, facts: [{ property: strength, value: v, cites: ‸\"doe-2020#99\" }] }",
      "no such passage"
    ),
    (
      "- { id: x, name: X, facts: [{ property: strength, value: v, cites: ‸\"doe-2020#2 via nothing\" }] }",
      "no record"
    ),
    (
      "- { id: x, name: X, facts: [{ property: strength, value: v, by: ‸norburg, cites: \"doe-2020#2\" }] }",
      "is a place"
    ),
    (
      "- { id: x, name: X, facts: [{ property: strength, value: v, basis: ‸sure, cites: \"doe-2020#2\" }] }",
      "no such basis"
    ),
    (
      "- { id: x, name: X, facts: [{ property: strength, value: v, as-of: 2016-‸13, cites: \"doe-2020#2\" }] }",
      "month"
    ),
    ("- { id: x, name: X }\n- { id: ‸x, name: Y }", "the id is taken at"),
    ("- id: x\n  name: ‸[a, b]\n", "no plain text"),
    ("‸just words", "no mapping"),
    ("a: [1, 2\nb: ‸3", "no YAML"),
    ("- { id: x, name: X, aliases: [{ text: A, in: ‸nobody }] }", "no record"),
  ])
  func problemsNamePlaceAndRemedy(marked: String, says: String) throws {
    let casebook = try ChangedCasebook()
    let problems = try casebook.problems(marked, in: "groups/changed.yaml")
    let before = marked.prefix { $0 != "‸" }
    let line = before.filter { $0 == "\n" }.count + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let found = problems.first { $0.place.file == "groups/changed.yaml" }
    #expect(found?.message.contains(says) == true, "\(problems.map(\.description))")
    #expect(found?.place.line == line, "\(problems.map(\.description))")
    if says != "no YAML" {
      #expect(found?.place.column == column, "\(problems.map(\.description))")
    }
    #expect(found?.remedy.hasSuffix(".") == true)
  }

  @Test func allProblemsAreToldAtOnceInOrder() throws {
    let casebook = try ChangedCasebook()
    let problems = try casebook.problems(
      "- { id: A, name: X }\n- { id: B, name: Y }\n- { name: Z }", in: "groups/changed.yaml")
    #expect(problems.map(\.place.line) == [1, 2, 3])
  }

  @Test func passagesAreNumberedWithoutGaps() throws {
    let casebook = try ChangedCasebook()
    let problems = try casebook.problems(
      "source: doe-2020\npassages:\n  - { number: 1, digest: a }\n  - { number: 3, digest: b }\n  - { number: 3, digest: c }\n  - { number: 4, digest: d }\n",
      in: "passages/doe-2020.yaml")
    #expect(problems.map(\.message) == ["passage 2 was expected here"])
  }

  @Test func aPlaceMayNotLieInItself() throws {
    let casebook = try ChangedCasebook()
    let problems = try casebook.problems(
      "- { id: a, name: A, type: city, within: b }\n- { id: b, name: B, type: city, within: a }",
      in: "places/loop.yaml")
    #expect(problems.count == 2 && problems.allSatisfy { $0.message.contains("lies in itself") })
  }

  @Test func aFileThatIsNoTextIsToldOf() throws {
    let casebook = try ChangedCasebook()
    try Data([0xFF, 0xFE, 0x00]).write(
      to: URL(fileURLWithPath: casebook.folder.path + "/groups/bad.yaml"))
    #expect(CasebookReader.read(casebook.folder).1.first?.message.contains("UTF-8") == true)
    let nowhere = CasebookReader.read(CasebookFolder(path: "/nowhere")).1
    #expect(nowhere.first?.place.file == "casebook.yaml")
  }

  @Test func theStampChangesWithAnyFile() throws {
    let casebook = try ChangedCasebook()
    let before = casebook.folder.stamp
    #expect(casebook.folder.stamp == before)
    try casebook.write("[]", to: "groups/new.yaml")
    #expect(casebook.folder.stamp != before)
  }
}
