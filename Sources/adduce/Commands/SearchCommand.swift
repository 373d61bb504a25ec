import ArgumentParser
import Model
import Query

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search records and passages of every kind.")

  @Argument(
    parsing: .allUnrecognized,
    help: "A query: words, \"a phrase\", =name, group: place: kind: date: killed: (see README).")
  var query: [String]
  @Flag(help: "One JSON object a line; the fields are documented in Sources/Interchange/FIELDS.md.")
  var json = false
  @OptionGroup var option: CasebookOption

  func run() throws {
    let expression = try Queries.read(query)
    let output = RecordOutput(store: try option.open())
    guard case .hits(let hits) = try output.ask(.search(expression, limit: Int(Int32.max))) else {
      preconditionFailure("a search is answered with hits")
    }
    for (index, window) in hits.enumerated() {
      if json {
        try output.json(window)
      } else {
        let certainty =
          switch window.isCertain {
          case true?: ", certainly in these dates"
          case false?: ", possibly in these dates"
          case nil: ""
          }
        Printing.line(
          "\(index > 0 ? "\n" : "")\(window.kind.plural) (\(window.total))\(certainty)")
        output.text(window)
      }
    }
    if hits.isEmpty, !json { Printing.complain("nothing found") }
  }
}
