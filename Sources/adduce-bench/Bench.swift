import Canvas
import Casebook
import Explorer
import Foundation
import Library
import Model
import Query
import SearchIndex
import Text

/// Measurements, printed as median and 99th percentile of many runs; never part of the tests.
///
///     adduce-bench                      the bundled casebook, as the explorer meets it
///     adduce-bench index [N]            the index alone, over N made-up events (1,000,000)
///     adduce-bench library [N] FOLDER   N made-up events as a dataset below FOLDER (an XDG_DATA_HOME)
///     adduce-bench keys [N] FOLDER [VIEW]   keys pressed in every view, over the casebook and that dataset
///     adduce-bench peers [N] FOLDER     `index`, and in FOLDER what `Peers/peers.py` compares it with
///     adduce-bench names                names of towns and labelled pairs, beside other methods
///     adduce-bench copy                 a text of a thousand pages, attached and read
///     adduce-bench stop                 how soon long work ends after Esc
///     adduce-bench csv FILE             a CSV file read into fields
///     adduce-bench import FILE          a table of events imported, beside the sqlite3 shell
///     adduce-bench anchors [SEED]       passages found again in altered copies; `anchors details` names them
@main
struct Bench {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let part = arguments.isEmpty ? "" : arguments.removeFirst()
    let count = arguments.first.flatMap { Int($0) }
    if count != nil { arguments.removeFirst() }
    switch (part, arguments.first) {
    case ("", _): try casebook()
    case ("index", let folder): try MillionBench.run(count: count ?? 1_000_000, folder: folder)
    case ("library", let folder?): try LibraryBench.run(count: count ?? 1_000_000, folder: folder)
    case ("keys", let folder?):
      try KeysBench.run(
        count: count ?? 1_000_000, folder: folder, view: arguments.dropFirst().first)
    case ("peers", let folder?): try MillionBench.peers(count: count ?? 1_000_000, folder: folder)
    case ("csv", let file?): try CSVBench.run(path: file)
    case ("import", let file?): try ImportBench.run(path: file)
    case ("names", _): try NamesBench.run()
    case ("copy", _): try CopyBench.run()
    case ("stop", _): try await StopBench.run()
    case ("anchors", let details):
      try AnchorsBench.run(details: details == "details", firstSeed: UInt64(count ?? 11))
    default:
      print(
        """
        adduce-bench [index [N] | library [N] FOLDER | keys [N] FOLDER | peers [N] FOLDER | names | anchors [SEED] | copy | stop | csv FILE | import FILE]
        """)
    }
  }

  /// Runs `work` and prints how long one run took, in milliseconds.
  static func measure(_ name: String, runs: Int = 500, _ work: () throws -> Void) rethrows {
    var timing = Timing(name)
    for _ in 0..<runs { try timing.take(work) }
    timing.print()
  }

  /// How long something takes, of many runs.
  struct Timing {
    private let name: String
    private var times: [Double] = []

    init(_ name: String) { self.name = name }

    /// Runs `work` once more.
    mutating func take(_ work: () throws -> Void) rethrows {
      add(try ContinuousClock().measure(work))
    }

    /// Adds a run that was measured elsewhere.
    mutating func add(_ duration: Duration) {
      let took = duration.components
      times.append(Double(took.seconds) * 1000 + Double(took.attoseconds) / 1e15)
    }

    func print() {
      let sorted = times.sorted()
      func text(_ time: Double) -> String { String(format: "%9.3f", time) }
      Swift.print(
        Cells.padded(name, to: 52), text(sorted[sorted.count / 2]),
        text(sorted[sorted.count * 99 / 100]), "ms (median, p99 of \(sorted.count))")
    }
  }

  private static func casebook() throws {
    let folder = CasebookFolder(path: "Data/khorasan")
    let cache = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-bench").path
    try? FileManager.default.removeItem(atPath: cache)
    defer { try? FileManager.default.removeItem(atPath: cache) }
    print("casebook \(folder.path)")
    measure("read and check the casebook", runs: 20) { _ = CasebookReader.read(folder) }
    try measure("build its library (first start)", runs: 5) {
      try? FileManager.default.removeItem(atPath: cache + "/adduce")
      _ = try SQLiteStore.open(folder, cache: cache)
    }
    try measure("open the library", runs: 100) { _ = try SQLiteStore.open(folder, cache: cache) }
    let store = try SQLiteStore.open(folder, cache: cache)
    for query in [
      "q", "quetta", "\"civil hospital\"", "group:LeJ-A", "date:2016-08..2016-11 kabul",
    ] {
      let expression = try QueryReader.read(query)
      try measure("search \(query)") { _ = try store.answerNow(.search(expression, limit: 12)) }
    }
    try measure("dossier of is-khorasan") { _ = try store.answerNow(.dossier("is-khorasan")) }
    try measure("reading of roul-2016") { _ = try store.answerNow(.reading("roul-2016")) }
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      var state = try RehearsedExplorer(size, store).state
      measure("draw the first screen, \(size.width)x\(size.height)") { _ = view(state) }
      let record = Action.answered(.record, try store.answerNow(.dossier("is-khorasan")))
      measure("take and draw the longest record, \(size.width)x\(size.height)") {
        var state = state
        _ = update(&state, record)
        _ = view(state)
      }
      measure("key j and its update, \(size.width)x\(size.height)") {
        _ = update(&state, .pressed(.character("j")))
      }
    }
  }
}
