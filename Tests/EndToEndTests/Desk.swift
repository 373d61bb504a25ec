import Foundation

/// Somebody's folder, with the made-up casebook, an article and a home for the program's data; it goes with
/// this.
final class Desk {
  let home = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
  /// The made-up article that the casebook codes.
  let article: String
  var casebook: String { home + "/casebook" }
  var environment: [String: String] {
    ["XDG_DATA_HOME": home + "/data", "XDG_CACHE_HOME": home + "/cache"]
  }

  init() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().path
    article = tests + "/Fixtures/articles/doe-2020.txt"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: tests + "/Fixtures/casebook", toPath: casebook)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  func run(_ arguments: String...) throws -> CommandLineTests.Result {
    try CommandLineTests.run(arguments, casebook: casebook, environment: environment)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(home)/\(name)", encoding: .utf8)
  }

  /// Writes a file; its path.
  func file(_ name: String, _ text: String) throws -> String {
    try text.write(toFile: "\(home)/\(name)", atomically: true, encoding: .utf8)
    return "\(home)/\(name)"
  }
}
