import ArgumentParser
import Foundation
import Interchange
import Library

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a dataset as it was downloaded, so that it is searched beside the casebook.",
    discussion: """
      \(ImportFormats.list)

      A file may be packed (.gz, .zip). What it is, is told by its first row. A newer release of a dataset takes \
      the place of the one before, and what changed is told by id. Rows that cannot be taken are listed and \
      left out.
      """)

  @Argument(help: "Files to import.")
  var files: [String]
  @Option(
    name: .customLong("as"), help: "The format, where it is not recognised: \(ImportFormats.keys).")
  var format: String?
  @Option(help: "What in: shall call the dataset; else the format's name.")
  var name: String?
  @Option(help: "The release, where the file's name does not tell it, such as 25.1.")
  var release: String?
  @Flag(help: "Import nothing where one row cannot be taken.")
  var strict = false

  func validate() throws {
    if files.count > 1, name != nil || release != nil {
      throw ValidationError("--name and --release are of one file; import them one by one.")
    }
    if let name,
      name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    {
      throw ValidationError("“\(name)” is no name; write letters, digits and hyphens.")
    }
    if let format, !ImportFormats.all.contains(where: { $0.key == format }) {
      throw ValidationError("“\(format)” is no format; write one of \(ImportFormats.keys).")
    }
  }

  func run() throws {
    var options = DatasetImport.Options()
    options.format = format
    options.name = name
    options.release = release
    options.isStrict = strict
    let importing = DatasetImport(into: Opening.datasets)
    let interruption = Interruption()
    for file in files {
      let meter = ProgressMeter(file)
      do throws(ImportRefusal) {
        let report = try importing.run(file, options) { progress in
          meter.show(progress)
          return !interruption.wasAskedFor
        }
        meter.end()
        tell(report, meter)
      } catch {
        meter.end()
        if case .rows(_, _, let problems) = error { Self.list(problems) }
        Printing.complain(error.message, error.remedy)
        throw interruption.wasAskedFor ? ExitCodes.interrupted : ExitCodes.problems
      }
    }
  }

  private func tell(_ report: DatasetImport.Report, _ meter: ProgressMeter) {
    let about = report.dataset.manifest
    Printing.line(
      "\(about.file): \(about.title) \(about.version), \(Self.rows(about.rows)) taken as in:\(about.name)"
        + (about.encoding == FileEncoding.utf8.rawValue ? "" : ", read as \(about.encoding)"))
    if about.refused > 0 {
      Self.list(Array(report.problems.prefix(20)))
      Printing.remark(
        "\(Self.rows(about.refused)) could not be taken; all are listed in \(report.dataset.problems)"
      )
    }
    guard let difference = report.difference else { return }
    Printing.line(
      "  since \(difference.former): \(difference.added) added, \(difference.changed) changed, "
        + "\(difference.removed) removed, \(difference.same) the same; listed in \(report.dataset.changes)"
    )
    let columns = difference.columns.prefix(8).map { "\($0.name) in \($0.events)" }
    if !columns.isEmpty { Printing.line("  changed: \(columns.joined(separator: ", "))") }
  }

  static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  private static func list(_ problems: [ImportProblem]) {
    for problem in problems.prefix(20) { Printing.complain(problem.description) }
  }
}
