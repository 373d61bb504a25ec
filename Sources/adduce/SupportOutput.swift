import Casebook
import Model

/// What `check --support` prints: each fact that is weakly supported on a line, in which ways, and how many there are.
struct SupportOutput {
  let contents: CasebookContents

  func print() {
    let statements = contents.records.flatMap(\.statements)
    var rows: [[String]] = []
    for statement in statements {
      let ways = WeakSupport.allCases.filter { $0.holds(for: statement) }
      guard !ways.isEmpty else { continue }
      rows.append([
        statement.id.rawValue, ways.map(\.rawValue).joined(separator: ","),
        statement.citations.map(\.description).joined(separator: ", "),
      ])
    }
    Printing.table(rows)
    for way in WeakSupport.allCases {
      Printing.line("\(way.rawValue): \(statements.count(where: way.holds)) of \(statements.count)")
    }
  }
}
