import ArgumentParser
import Explorer
import Model
import Query
import Text

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a record, a passage (roul-2016#12) or a statement by its id.")

  @Argument(help: "The id.")
  var id: String
  @Flag(help: "One JSON object; the fields are documented in Sources/Interchange/FIELDS.md.")
  var json = false
  @OptionGroup var option: CasebookOption

  func run() throws {
    let output = RecordOutput(store: try option.open())
    if let passage = PassageID(id) { return try show(passage, output) }
    let wanted = RecordID(id)
    let subject = RecordOutput.subject(of: wanted)
    let dossier = try output.dossier(subject)
    guard wanted != subject else {
      if json {
        output.json(dossier)
      } else {
        Printing.line(PlainText.record(dossier, width: min(100, Printing.width(otherwise: 100))))
      }
      return
    }
    guard let statement = dossier.record.statements.first(where: { $0.id == wanted }) else {
      let problem = StoreProblem.noSuchRecord(id)
      Printing.complain(problem.message, problem.remedy)
      throw ExitCodes.problems
    }
    if json { return output.json(wanted, in: dossier) }
    var only = dossier
    only.record = .theme(
      Theme(
        id: subject, title: dossier.name(of: subject),
        kind: Term(key: dossier.record.kind.rawValue, label: dossier.record.kind.rawValue),
        statements: [statement]))
    only.relations = []
    only.mentions = []
    Printing.line(PlainText.record(only, width: min(100, Printing.width(otherwise: 100))))
  }

  private func show(_ id: PassageID, _ output: RecordOutput) throws {
    let facts = try output.ask(.facts(id))
    let reading = try output.reading(id.source)
    if json { return output.json(id, in: reading) }
    let passage = reading.passages[id.number.rawValue - 1]
    Printing.line("\(id.words) · \(passage.kind.rawValue) · \(Harmless.line(reading.source.name))")
    for line in Cells.wrapped(Harmless.line(passage.digest), to: 96) { Printing.line("  " + line) }
    guard case .facts(let list) = facts else { return }
    Printing.line(list.isEmpty ? "no fact rests on it" : "\(list.count) facts rest on it")
    Printing.table(
      list.map { ["", $0.statement.id.rawValue, $0.statement.label, $0.value, $0.subject] })
  }
}
