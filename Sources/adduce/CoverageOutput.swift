import Casebook
import Model

/// The tables of `check --coverage`, in Markdown: `Data/README.md` shows the first as it is printed.
struct CoverageOutput {
  private let coverage: Coverage

  init(_ contents: CasebookContents) {
    coverage = Coverage(of: contents)
  }

  func print() {
    Printing.markdown(
      heads: [
        "source", "passages", "with facts", "groups", "people", "places", "events", "relations",
        "themes", "statements", "works", "rival values",
      ],
      coverage.rows.map { row in
        [row.source?.rawValue ?? "all"]
          + [
            row.passages, row.passagesWithFacts, row.groups, row.people, row.places, row.events,
            row.relations, row.themes, row.statements, row.works, row.rivals,
          ].map(String.init)
      })
    guard !coverage.rivals.isEmpty else { return }
    Printing.line("")
    Printing.markdown(
      heads: ["record", "question", "value", "sources"], coverage.rivals.flatMap(rows))
  }

  /// One row a value; the record and the question stand in the first.
  private func rows(of rivals: RivalValues) -> [[String]] {
    rivals.statements.enumerated().map { index, statement in
      let value = statement.value.words(\.rawValue)
      let isStated = statement.basis == .stated
      return [
        index == 0 ? rivals.subject.rawValue : "", index == 0 ? rivals.question : "",
        isStated ? value : "\(value) [\(statement.basis.rawValue)]",
        statement.citations.map(\.description).joined(separator: ", "),
      ]
    }
  }
}
