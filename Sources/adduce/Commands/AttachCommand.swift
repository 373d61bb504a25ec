import Anchoring
import ArgumentParser
import Casebook
import Documents
import Foundation
import Library
import Model

struct AttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Attach your own copy of a source, so that citations open it at the passage.",
    discussion: """
      Text, HTML, PDF, DOCX and EPUB files. Which source a file is a copy of is found by the casebook's \
      fingerprints. The text is kept with your data; the file stays where it is.
      """)

  @Argument(help: "Files to attach.")
  var files: [String]
  @Option(name: .customLong("as"), help: "The source's id, where it is not recognised.")
  var source: String?
  @Option(help: "The casebook's folder; else ADDUCE_CASEBOOK, else the bundled one.")
  var casebook: String?

  func validate() throws {
    if source != nil, files.count > 1 {
      throw ValidationError("--as names the source of one file; attach them one by one.")
    }
  }

  func run() throws {
    let folder = Opening.folder(casebook)
    let prints = try Opening.fingerprints(folder)
    let attached = Opening.attachments(of: folder)
    var failed = false
    for file in files {
      let isAttached = try attach(file, prints, attached)
      failed = failed || !isAttached
    }
    // What follows from the copies is built now, so that the explorer need not.
    _ = try Opening.attachedLibrary(folder)
    if failed { throw ExitCodes.problems }
  }

  private func attach(
    _ file: String, _ prints: [RecordID: SourceFingerprints], _ attached: AttachmentFolder
  ) throws -> Bool {
    let document: DocumentText
    do throws(DocumentProblem) {
      document = try DocumentReader.read(path: file)
    } catch {
      Printing.complain(error.message, error.remedy)
      return false
    }
    let copy = CopyText(document.text)
    guard let (id, score) = source.map({ named($0, prints, copy) }) ?? recognised(prints, copy)
    else {
      complain(file, prints, copy)
      return false
    }
    let former = attached.attachments.first { $0.source == id }
    do {
      try attached.attach(document, at: file, as: id, score: score)
    } catch {
      Printing.complain(
        "\(file) could not be kept: \(error.localizedDescription)",
        "Set XDG_DATA_HOME to a folder that can be written.")
      return false
    }
    let found = prints[id]?.locate(in: copy)
    Printing.line(
      "\(file): \(document.format.words), \(id), \(score) % of its fingerprints; "
        + AnchorCounts(found?.passages.values.map(\.state) ?? []).words)
    if let former { Printing.line("  in place of \(former.path)") }
    return true
  }

  private func named(
    _ source: String, _ prints: [RecordID: SourceFingerprints], _ copy: CopyText
  ) -> (RecordID, Int)? {
    let id = RecordID(source)
    return prints[id].map { (id, $0.score(in: copy)) }
  }

  private func recognised(
    _ prints: [RecordID: SourceFingerprints], _ copy: CopyText
  ) -> (RecordID, Int)? {
    Recognition.best(of: prints, in: copy).map { ($0.source, $0.score) }
  }

  private func complain(
    _ file: String, _ prints: [RecordID: SourceFingerprints], _ copy: CopyText
  ) {
    let known = prints.keys.sorted().map(\.rawValue).joined(separator: ", ")
    if let source {
      Printing.complain(
        "the casebook has no fingerprints of “\(source)”", "Name one of: \(known).")
      return
    }
    let nearest = prints.map { ($0.key, $0.value.score(in: copy)) }.max { $0.1 < $1.1 }
    let near = nearest.map { "; nearest is \($0.0) with \($0.1) %" } ?? ""
    Printing.complain(
      "\(file): no source of the casebook is recognised in it\(near)",
      "If you know which it is, name it: --as SOURCE, one of \(known).")
  }
}

/// How many passages were found how, in words.
struct AnchorCounts {
  private let states: [AnchorState]

  init(_ states: [AnchorState]) { self.states = states }

  /// How many are lost.
  var lost: Int { states.count { $0 == .lost } }

  /// `20 exact, 1 moved, 3 fuzzy, 1 lost`
  var words: String {
    let fuzzy = states.count { if case .fuzzy = $0 { true } else { false } }
    let counts = [
      (states.count { $0 == .exact }, "exact"), (states.count { $0 == .moved }, "moved"),
      (fuzzy, "fuzzy"), (lost, "lost"),
    ]
    let named = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return named.isEmpty ? "no passages" : named.joined(separator: ", ")
  }
}
