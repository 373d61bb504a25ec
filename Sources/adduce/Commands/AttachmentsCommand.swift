import ArgumentParser
import Casebook
import Documents
import Library
import Model
import Query

struct AttachmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachments",
    abstract: "List your own copies of sources, and how their passages were found in them.")

  @Option(help: "The casebook's folder; else ADDUCE_CASEBOOK, else the bundled one.")
  var casebook: String?

  func run() throws {
    let folder = Opening.folder(casebook)
    let attachments = Opening.attachments(of: folder).attachments
    guard let library = try Opening.attachedLibrary(folder), !attachments.isEmpty else {
      Printing.remark("nothing is attached; adduce attach FILE attaches a copy of a source")
      return
    }
    Printing.table(
      try attachments.map { attachment in
        let states = try library.anchors(of: attachment.source)
        return [
          attachment.source.rawValue, attachment.format.words, AnchorCounts(states).words,
          attachment.path, attachment.file.state.words,
        ]
      })
  }
}

extension AttachedCopy.File {
  /// What has become of a file; empty where nothing has.
  fileprivate var words: String {
    switch self {
    case .same: ""
    case .changed: "changed since"
    case .missing: "not there any more"
    }
  }
}

struct DetachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detach", abstract: "Forget your own copy of a source; the file itself stays.")

  @Argument(help: "Sources whose copies to forget.")
  var sources: [String]
  @Option(help: "The casebook's folder; else ADDUCE_CASEBOOK, else the bundled one.")
  var casebook: String?

  func run() throws {
    let attached = Opening.attachments(of: Opening.folder(casebook))
    var failed = false
    for source in sources {
      let id = RecordID(source)
      if id.isWellFormed, try attached.detach(id) {
        Printing.line("\(source): detached")
      } else {
        Printing.complain("no copy of “\(source)” is attached", "adduce attachments lists them.")
        failed = true
      }
    }
    if failed { throw ExitCodes.problems }
  }
}
