import Casebook
import Foundation
import Library
import Model
import Query

/// How soon work ends that nobody wants any longer: the library of a day, and the reading of a casebook's files, given
/// up at moments all through them.
enum StopBench {
  private static let moments = 60

  static func run() async throws {
    let casebook = CasebookFolder(path: "Data/khorasan")
    let cache = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-bench").path
    try? FileManager.default.removeItem(atPath: cache)
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let store = try SQLiteStore.open(casebook, cache: cache)
    let day = DayNumber(year: 2018, month: 1, day: 1) ?? .distantFuture
    try await measure("the library of a day") {
      // Another one each time: what was made is kept.
      _ = try await Collections([store]).answer(.known(by: day, .overview))
    }
    try await measure("the reading of the files") {
      try? FileManager.default.removeItem(atPath: cache + "/adduce")
      _ = try SQLiteStore.open(casebook, cache: cache)
    }
  }

  private static func measure(
    _ name: String, _ work: @escaping @Sendable () async throws -> Void
  ) async throws {
    let clock = ContinuousClock()
    try await work()
    let whole = try await clock.measure { try await work() }
    var (timing, longest) = (Bench.Timing("\(name), from Esc to its end"), Duration.zero)
    for moment in 0..<moments {
      let task = Task { try await work() }
      try await Task.sleep(for: whole * moment / moments)
      let took = await clock.measure {
        task.cancel()
        _ = await task.result
      }
      timing.add(took)
      longest = max(longest, took)
    }
    print("\(name): \(whole) in all, \(longest) from Esc to its end at most")
    timing.print()
  }
}
