import Anchoring
import Canvas
import Casebook
import Documents
import Explorer
import Foundation
import Library
import Model
import Query

/// A text of a thousand pages, attached as the copy of a source and read: made-up notes, of which 35
/// paragraphs in the middle are its passages.
enum CopyBench {
  private static let source: RecordID = "roul-2016"

  static func run() throws {
    let work = NSTemporaryDirectory() + "adduce-copy-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: work) }
    let casebook = CasebookFolder(path: work + "/khorasan")
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: "Data/khorasan", toPath: casebook.path)
    // Ten notes a paragraph, so that every part that the casebook cites is there.
    let notes = MadeUpEvents(count: 17_000).map(\.note)
    let paragraphs = stride(from: 0, to: notes.count, by: 10).map {
      notes[$0..<min($0 + 10, notes.count)].joined(separator: " ")
    }
    let article = paragraphs[800..<835].joined(separator: "\n")
    let spans = CasebookReader.read(casebook).0.spans(of: source)
    try SourceFingerprints(of: article, spans: spans).file(of: source).write(
      toFile: casebook.path + "/fingerprints/\(source).yaml", atomically: true, encoding: .utf8)
    let file = work + "/book.txt"
    try paragraphs.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    print("a text of \(notes.reduce(0) { $0 + $1.split(separator: " ").count }) words")
    let folder = AttachmentFolder(casebook, data: work)
    let (prints, _) = CasebookReader.fingerprints(casebook)
    try Bench.measure("attach: read, recognise, keep, find passages, index", runs: 5) {
      let document = try DocumentReader.read(path: file)
      guard let found = Recognition.best(of: prints, in: CopyText(document.text)) else { return }
      try folder.attach(document, at: file, as: found.source, score: found.score)
      _ = try AttachedLibrary.open(casebook, data: work, cache: work)
    }
    try read(casebook, work)
  }

  /// From the key on a citation to the frame with its passage, in the process.
  private static func read(_ casebook: CasebookFolder, _ work: String) throws {
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      guard let copies = try AttachedLibrary.open(casebook, data: work, cache: work) else { return }
      let store = Collections([try SQLiteStore.open(casebook, cache: work), copies])
      var state = ExplorerState()
      try act(.started(size), on: &state, store)
      for key in "/kind:event civil hospital" {
        try act(.pressed(.character(key)), on: &state, store)
      }
      try act(.pressed(.enter), on: &state, store)
      try Bench.measure("open a citation in it, \(size.width)x\(size.height)", runs: 50) {
        var state = state
        try act(.pressed("c"), on: &state, store)
        _ = view(state)
      }
    }
  }

  private static func act(
    _ action: Action, on state: inout ExplorerState, _ store: Collections
  ) throws {
    for effect in update(&state, action) {
      guard case .ask(let slot, let request) = effect else { continue }
      try act(.answered(slot, try store.answerNow(request)), on: &state, store)
    }
  }
}
