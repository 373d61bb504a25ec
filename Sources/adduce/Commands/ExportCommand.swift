import Anchoring
public import ArgumentParser
import Casebook
import Foundation
public import Interchange
import Library
import Model
import Query

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what a query finds for other programs.",
    discussion: """
      Formats, and what they hold where --kind does not say otherwise:
        csv          a table (RFC 4180): events; or any one other kind
        jsonl        JSON Lines, as list --json: every record and passage
        geojson      events as points (RFC 7946), or without a place
        markdown     a dossier for pandoc, a footnote a fact: all but sources
        csl          CSL-JSON: sources; of --kind events the works they rest on
        bibtex, ris  the same
        annotations  W3C Web Annotations: facts about passages
        ftm          FollowTheMoney entities and links: all but themes

      Each export tells its query, its date, how many records it has, the versions of casebook and \
      datasets, and how the passages it cites were found in your copies: in the file, or, for csv, csl, \
      ris and ftm, which have no place for that, in FILE.provenance.json beside --output FILE, or on \
      standard error.

      In csv a cell that a spreadsheet would run as a formula begins with an apostrophe, and an unknown \
      number is empty. Sources/Interchange/FIELDS.md documents every format.
      """)

  @Argument(help: "csv, jsonl, geojson, markdown, csl, bibtex, ris, annotations or ftm.")
  var format: ExportFormat
  @Argument(
    parsing: .allUnrecognized,
    help: "A query: words, \"a phrase\", =name, group: place: kind: date: killed: (see README).")
  var query: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      "groups, people, places, events, relations, themes, sources, statements or passages; again for more.",
      valueName: "kind"))
  var kind: [RecordKind] = []
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to; else standard output.", valueName: "file"))
  var output: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "With markdown: writes the works cited there as CSL-JSON, for pandoc --citeproc.",
      valueName: "file"))
  var bibliography: String?
  @OptionGroup var option: CasebookOption

  func validate() throws {
    if bibliography != nil, format != .markdown {
      throw ValidationError("--bibliography goes with markdown.")
    }
  }

  func run() throws {
    let order = Exporter.Order(format, try Queries.read(query), kinds: kind)
    if let problem = order.problem {
      Printing.complain(problem.message, problem.remedy)
      throw ExitCode(64)
    }
    let exporter = try exporter(order)
    do {
      let result = try ExportFile.write(to: output) { file in
        try exporter.run { try file.write($0) }
      }
      if let bibliography {
        try ExportFile.write(to: bibliography) { file in
          try exporter.writeBibliography(of: result.works) { try file.write($0) }
        }
      }
      try tell(result.provenance)
    } catch let problem as StoreProblem {
      Printing.complain(problem.message, problem.remedy)
      throw ExitCodes.problems
    } catch let problem as ExportFile.Problem {
      Printing.complain(problem.message, problem.remedy)
      throw ExitCodes.problems
    }
  }

  private func exporter(_ order: Exporter.Order) throws -> Exporter {
    let library = try option.open()
    return Exporter(
      order, program: ExplorerExports.program, date: ExplorerExports.today,
      bibliography: bibliography,
      fingerprint: format == .annotations
        ? ExplorerExports.fingerprints(option.casebook) : { _ in nil }
    ) { try library.answerNow($0) }
  }

  /// What has no place in the file is told beside it.
  private func tell(_ provenance: Provenance) throws {
    if provenance.count == 0 { Printing.remark("nothing found") }
    guard !format.holdsProvenance else { return }
    if let output {
      try ExportFile.write(to: output + ".provenance.json") { file in
        try file.write(provenance.json.line + "\n")
      }
    } else {
      for line in provenance.lines { Printing.remark(line) }
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
