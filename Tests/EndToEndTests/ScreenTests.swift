import Foundation
import Testing

/// The screens of `Tests/Screens`, as the program prints them over the bundled casebook.
@Suite struct ScreenTests {
  static let sizes = ["80x24", "120x36", "200x60"]
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Screens").path

  /// The library is built once for all.
  private static let cache = FileManager.default.temporaryDirectory
    .appendingPathComponent("adduce-screens-\(UUID())").path

  /// A name, and the keys that lead there.
  struct Screen: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let screens: [Screen] = {
    let list = (try? String(contentsOfFile: folder + "/list.txt", encoding: .utf8)) ?? ""
    return list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return Screen(
        name: String(parts[0]),
        keys: parts.dropFirst().first?.trimmingCharacters(in: .whitespaces) ?? "")
    }
  }()

  @Test func thereAreScreens() { #expect(Self.screens.count >= 10) }

  @Test(arguments: screens) func aScreenIsAsItIsKept(_ screen: Screen) throws {
    for size in Self.sizes {
      let path = "\(Self.folder)/\(screen.name)-\(size).txt"
      let kept = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let result = try CommandLineTests.run(
        ["explore", ExplorerProgramTests.casebook, "--picture", size, "--keys", screen.keys],
        casebook: ExplorerProgramTests.casebook, environment: ["XDG_CACHE_HOME": Self.cache])
      #expect(result.status == 0, "\(result.errors)")
      let lines = zip(
        kept.split(separator: "\n", omittingEmptySubsequences: false),
        result.output.split(separator: "\n", omittingEmptySubsequences: false)
      ).enumerated().filter { $1.0 != $1.1 }
      let differences = lines.prefix(4).map { "line \($0 + 1):\n  kept |\($1.0)\n  now  |\($1.1)" }
      #expect(
        result.output == kept,
        "\(screen.name) at \(size); make screens draws them\n\(differences.joined(separator: "\n"))"
      )
    }
  }
}
