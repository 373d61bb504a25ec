import ArgumentParser
import Casebook
import Library
import Model

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a casebook against its format; exit 1 where it has problems.")

  @Argument(help: "The casebook's folder; else ADDUCE_CASEBOOK, else the bundled one.")
  var casebook: String?

  @Flag(help: "Print how much of each source is coded, and every question on which values differ.")
  var coverage = false
  @Flag(help: "Print every fact that rests on one source or one report, or is second-hand.")
  var support = false

  func run() throws {
    let folder = Opening.folder(casebook)
    let (contents, problems) = CasebookReader.read(folder)
    for problem in problems { Printing.line("\(folder.path)/\(problem)") }
    guard problems.isEmpty else {
      Printing.complain(problems.count == 1 ? "1 problem" : "\(problems.count) problems")
      throw ExitCodes.problems
    }
    if support { return SupportOutput(contents: contents).print() }
    if coverage { return CoverageOutput(contents).print() }
    let statements = contents.records.map(\.statements.count).reduce(0, +)
    Printing.line(
      "\(folder.path): \(contents.records.count) records, \(statements) statements, "
        + "\(contents.passages.count) passages, no problems")
    try checkCopies(folder)
  }

  /// How passages are found in the reader's own copies; those that are lost fail the check.
  private func checkCopies(_ folder: CasebookFolder) throws {
    guard let library = try Opening.attachedLibrary(folder) else { return }
    var lost = 0
    for attachment in Opening.attachments(of: folder).attachments {
      let anchors = try library.anchors(of: attachment.source)
      let counts = AnchorCounts(anchors)
      lost += counts.lost
      Printing.line("\(attachment.source) in \(attachment.path): \(counts.words)")
      for (index, anchor) in anchors.enumerated() where anchor == .lost {
        Printing.line("  \(attachment.source)#\(index + 1): lost")
      }
    }
    if lost > 0 { throw ExitCodes.problems }
  }
}
