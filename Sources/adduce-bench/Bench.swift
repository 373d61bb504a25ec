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
/// Two parts: the bundled casebook as the explorer meets it, and the index alone over made-up events
/// (their number as the first argument, 100,000 where there is none).
@main
struct Bench {
  static func main() throws {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    try casebook()
    try index(of: count)
  }

  /// Runs `work` and prints how long one run took, in milliseconds.
  static func measure(_ name: String, runs: Int = 500, _ work: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
      let took = try clock.measure(work).components
      times.append(Double(took.seconds) * 1000 + Double(took.attoseconds) / 1e15)
    }
    times.sort()
    func text(_ time: Double) -> String { String(format: "%9.3f", time) }
    print(
      Cells.padded(name, to: 52), text(times[times.count / 2]), text(times[times.count * 99 / 100]),
      "ms (median, p99 of \(runs))")
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
      var state = ExplorerState()
      var effects = update(&state, .started(size))
      while !effects.isEmpty {
        guard case .ask(let slot, let request) = effects.removeFirst() else { continue }
        effects += update(&state, .answered(slot, try store.answerNow(request)))
      }
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

  private static func index(of count: Int) throws {
    let words = (0..<2000).map { "word\(String($0, radix: 36))" }
    var state: UInt64 = 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let documents = (0..<count).map { number in
      // Words of low numbers are common, as in texts.
      let text = (0..<20).map { _ in words[random(random(2000) + 1)] }.joined(separator: " ")
      let first = Int32(number * 10_000 / count)
      return IndexedDocument(texts: [text], days: first...(first + Int32(random(8) == 0 ? 9 : 0)))
    }
    print("index of \(count) made-up events of 20 words")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-bench.adx")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try measure("build and write", runs: 1) {
      var builder = IndexBuilder()
      builder.add(documents, section: "event")
      try builder.write(to: path)
    }
    try measure("open (checksum over the file)", runs: 20) { _ = try IndexFile(mapping: path) }
    let index = try IndexFile(mapping: path)
    let (rare, common) = (words[1990], words[0])
    func window(_ bitmap: Bitmap) { _ = bitmap.window(from: 0, count: 50) }
    measure("rare word, first 50") { window(index.documents(word: rare)) }
    measure("common word, first 50") { window(index.documents(word: common)) }
    measure("two common words, first 50") {
      window(index.documents(word: common).and(index.documents(word: words[1])))
    }
    measure("prefix of 4 letters, first 50", runs: 50) { window(index.documents(prefix: "word")) }
    measure("prefix of 5 letters, first 50", runs: 100) { window(index.documents(prefix: "word1")) }
    measure("common word within a month, first 50") {
      let days = index.documents(overlapping: 5000...5030, in: "event", isSorted: true)
      window(index.documents(word: common).and(days))
    }
    measure("exact count of a common word") { _ = index.documents(word: common).count }
  }
}
