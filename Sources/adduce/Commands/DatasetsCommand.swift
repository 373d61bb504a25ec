import ArgumentParser
import Foundation
import Library

struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets", abstract: "List the datasets that are imported, or forget one.")

  @Option(help: "Forget a dataset, by its name.")
  var remove: String?
  @Option(help: "List what changed with the release of a dataset that is in use.")
  var changes: String?
  @Option(help: "List the rows of a dataset that could not be taken.")
  var problems: String?

  func run() throws {
    let folder = Opening.datasets
    if let remove { return try forget(remove, folder) }
    if let name = changes ?? problems { return try list(name, folder) }
    let datasets = folder.datasets
    if datasets.isEmpty {
      Printing.remark("no dataset is imported; adduce import FILE imports one")
    }
    for dataset in datasets {
      let about = dataset.manifest
      Printing.line(
        "\(about.name)\t\(about.title)\t\(about.version)\t\(ImportCommand.rows(about.rows))")
      Printing.line(
        "  \(about.file), imported \(about.imported.formatted(.iso8601.year().month().day()))")
      Printing.line("  SHA-256 \(about.checksum)")
      if !about.attribution.isEmpty { Printing.line("  \(about.attribution)") }
      if about.refused > 0 {
        Printing.line("  \(ImportCommand.rows(about.refused)) could not be taken")
      }
    }
  }

  private func forget(_ name: String, _ folder: DatasetFolder) throws {
    do {
      if try folder.remove(name) {
        return Printing.line("\(name) is forgotten; its file stays where it is")
      }
    } catch {
      Printing.complain(
        "\(name) cannot be forgotten: \(error.localizedDescription)",
        "Check who may write in \(folder.path).")
      throw ExitCodes.problems
    }
    throw unknown(name, folder)
  }

  private func list(_ name: String, _ folder: DatasetFolder) throws {
    guard let dataset = folder.dataset(name) else { throw unknown(name, folder) }
    let path = changes == nil ? dataset.problems : dataset.changes
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      return Printing.remark(changes == nil ? "all rows were taken" : "there was no release before")
    }
    for line in text.split(separator: "\n") { Printing.line(String(line)) }
  }

  private func unknown(_ name: String, _ folder: DatasetFolder) -> ExitCode {
    let known = folder.datasets.map(\.manifest.name).joined(separator: ", ")
    Printing.complain(
      "there is no dataset “\(name)”", known.isEmpty ? "None is imported." : "There are: \(known).")
    return ExitCodes.problems
  }
}
