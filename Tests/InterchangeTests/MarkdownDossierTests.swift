import Foundation
import Interchange
import Model
import Query
import Testing

@Suite struct MarkdownDossierTests {
  private func lines(
    bibliography: String? = nil, _ ids: Set<RecordID>
  ) throws -> [String] {
    try ExportFixture().export(.markdown, bibliography: bibliography) { ids.contains($0) }.text
      .components(separatedBy: "\n")
  }

  @Test func aFactHasAFootnoteAndFactsOnTheSamePassageShareIt() throws {
    let text = try lines(["bombing"]).joined(separator: "\n")
    #expect(
      text.contains(
        """
        # Events

        ## Bombing, “Town”

        `bombing` · Bombing

        - **Date**: August to September 2016[^1]
        - **Place**: Town[^1]
        - **Claimant**: Red Band[^1]
        - **Perpetrator**: Blue Front (alleged)[^2]
        - **Killed**: more than 70[^1]
        - **Killed**: 74[^1]

        [^1]: [@doe-2020, para. 2, words 3-9], resting on [@herald-2019], fuzzy 93 % in the copy.

        [^2]: [@roe-2021, para. 1].
        """), "\(text)")
  }

  @Test func footnotesOfAllSectionsHaveNumbersOfTheirOwn() throws {
    let text = try lines(["bombing", "red"])
    let notes = text.filter { $0.hasPrefix("[^") }.map { $0.prefix { $0 != ":" } }
    #expect(notes.count == 3 && Set(notes).count == 3)
  }

  @Test func aRowOfADatasetIsItsOwnSource() throws {
    let text = try lines(["ged-7"]).joined(separator: "\n")
    #expect(
      text.contains("- **Killed**: 7 (2-12)\n- **Row**: UCDP GED 25.1, 7 (ged.csv, line 12)\n"))
    #expect(text.contains("- **Sources of the row**: [@wire-2016]\n") && !text.contains("[^"))
  }

  @Test func whatSourcesSayDoesNothing() throws {
    let text = try lines(["red"])
    #expect(text.contains("Also called =RB."))
    #expect(
      text.contains("- **Strength**: about \\*200\\* people, \\[some\\] say \\@home[^1]"), "\(text)"
    )
  }

  /// Dates of a fact as written, and how its line says them.
  @Test(arguments: [
    ("2016-08", "as of August 2016"), ("2016-08/..", "from August 2016"),
    ("../2016", "until 2016"),
  ])
  func whenAFactHeldIsSaid(date: String, words: String) throws {
    var fixture = try ExportFixture()
    var statement = ExportFixture.statement("red", "strength", .text("200"))
    statement.asOf = try ExtendedDate(reading: date)
    statement.by = .record("doe")
    fixture.dossiers = [
      Dossier(record: .group(Group(id: "red", name: "Red Band", statements: [statement])))
    ]
    let text = try fixture.export(.markdown, kinds: [.group]).text
    #expect(text.contains("- **Strength**: 200 (by doe; \(words))[^1]\n"), "\(text)")
  }

  @Test func pandocIsToldOfTheBibliography() throws {
    let text = try lines(bibliography: "a \"b\".json", ["bombing"])
    #expect(
      Array(text.prefix(6)) == [
        "---", "title: \"Dossier: everything\"", "date: 2026-11-21", "lang: en",
        "bibliography: \"a \\\"b\\\".json\"", "---",
      ])
    #expect(text.dropLast().last == "# Works cited")
    #expect(text.contains("- Passages cited: 1 fuzzy, 1 no copy"))
    #expect(text.contains("- Dataset: UCDP GED (ged), version 25.1. UCDP, CC BY 4.0"))
  }

  @Test func itsWorksAreWrittenAsCSL() throws {
    let fixture = try ExportFixture()
    let exporter = Exporter(
      Exporter.Order(.markdown), program: "p", date: .distantPast
    ) { try fixture.ask($0) }
    let result = try exporter.run { _ in }
    #expect(result.works == ["doe-2020", "herald-2019", "roe-2021", "wire-2016"])
    var text = ""
    try exporter.writeBibliography(of: result.works + ["nobody"]) { text += $0 }
    for id in result.works { #expect(text.contains("\"id\":\"\(id)\"")) }
    #expect(!text.contains("nobody"))
  }
}
