import Anchoring
import ArgumentParser
import Casebook
import Documents
import Foundation
import Model

struct FingerprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Write the fingerprints of a coded source, from the copy that was coded.",
    discussion: """
      They go to fingerprints/SOURCE.yaml of the casebook. Readers' own copies are recognised by them, and \
      passages found in them; the wording cannot be read back.
      """)

  @Argument(help: "The source's id.")
  var source: String
  @Argument(help: "The article as plain text, a paragraph a line, as it was coded.")
  var file: String
  @Option(help: "The casebook's folder; else ADDUCE_CASEBOOK, else the bundled one.")
  var casebook: String?
  @Option(help: "Write nothing; print this passage of the file with its words numbered.")
  var number: Int?

  func run() throws {
    let text: String
    do {
      text = try String(contentsOfFile: file, encoding: .utf8)
    } catch {
      Printing.complain(
        "\(file) cannot be read as UTF-8 text", "Give the plain text that was coded.")
      throw ExitCodes.problems
    }
    if let number { return try show(number, of: text) }
    try write(text)
  }

  private func write(_ text: String) throws {
    let folder = Opening.folder(casebook)
    let (contents, problems) = CasebookReader.read(folder)
    let others = problems.filter { !$0.isOfFingerprints }
    guard others.isEmpty else {
      for problem in others.prefix(20) { Printing.line("\(folder.path)/\(problem)") }
      Printing.complain("the casebook has other problems", "Mend them first.")
      throw ExitCodes.problems
    }
    let id = RecordID(source)
    let coded = contents.passages.filter { $0.id.source == id }.count
    guard coded > 0 else {
      Printing.complain("no passages of “\(source)” are coded", "Name a held source's id.")
      throw ExitCodes.problems
    }
    let found = SourceFingerprints.lines(of: text).count
    guard found == coded else {
      Printing.complain(
        "\(file) has \(found) paragraphs, \(coded) passages of \(source) are coded",
        "Give the text that was coded: each of its lines that is not blank is a passage.")
      throw ExitCodes.problems
    }
    let prints: SourceFingerprints
    do throws(SpansOutside) {
      prints = try SourceFingerprints(of: text, spans: contents.spans(of: id))
    } catch {
      let named = error.spans.map { "\(source)#\($0)" }.joined(separator: ", ")
      Printing.complain(
        "\(file) has no such words: \(named)",
        "Mend these citations; --number prints a passage with its words numbered.")
      throw ExitCodes.problems
    }
    let path = "\(folder.path)/fingerprints"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try prints.file(of: id).write(
        toFile: "\(path)/\(source).yaml", atomically: true, encoding: .utf8)
    } catch {
      Printing.complain(
        "\(path)/\(source).yaml cannot be written: \(error.localizedDescription)",
        "Give a casebook that you may write to.")
      throw ExitCodes.problems
    }
    Printing.line(
      "\(path)/\(source).yaml: \(prints.passages.count) passages, \(prints.spans.count) spans")
  }

  private func show(_ number: Int, of text: String) throws {
    let lines = SourceFingerprints.lines(of: text)
    guard lines.indices.contains(number - 1) else {
      Printing.complain("\(file) has \(lines.count) paragraphs", "Give a number from 1 to that.")
      throw ExitCodes.problems
    }
    let line = String(lines[number - 1])
    let words = Words(line)
    Printing.line(
      (0..<words.count).map { index in
        let range = words.range(index)
        return "\(index + 1) \(String(decoding: Array(line.utf8)[range], as: UTF8.self))"
      }.joined(separator: "  "))
  }
}
