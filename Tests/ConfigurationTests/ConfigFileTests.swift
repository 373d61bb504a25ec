import Canvas
import Casebook
import Configuration
@testable import Explorer
import Foundation
import Testing

/// A config file with some text, which goes with this.
final class ConfigOnDisk {
  private let file: ConfigFile
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "adduce-config-\(UUID())")

  init(_ bytes: Data) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent("config.yaml")
    try bytes.write(to: url)
    file = ConfigFile(path: url.path)
  }

  convenience init(_ text: String) throws { try self.init(Data(text.utf8)) }

  /// What the file comes to, while it is there.
  func read() -> (settings: Settings, problems: [CasebookProblem]) {
    withExtendedLifetime(self) { file.read() }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

@Suite struct ConfigFileTests {
  /// What is wrong with a file, and where.
  struct Bad: CustomTestStringConvertible {
    let text: String
    /// `line:column: “value”: message`, without the remedy.
    let problems: [String]
    var testDescription: String { text }

    init(_ text: String, _ problems: String...) {
      self.text = text
      self.problems = problems
    }
  }

  static let bad: [Bad] = [
    Bad("keys: [j]", "1:7: “keys” is no mapping"),
    Bad("- a", "1:1: the config is no mapping"),
    Bad("themes: 16", "1:1: “themes”: the config has no such key"),
    Bad("theme: blue", "1:8: “blue”: no such theme"),
    Bad("theme: [16]", "1:8: “theme” is no plain text"),
    Bad("lessons: perhaps", "1:10: “perhaps”: “lessons” is neither on nor off"),
    Bad("theme: 16\ntheme: 256", "1:1: “theme”: a key stands twice in one mapping"),
    Bad("keys:\n\t- a", "2:1: no YAML: found character that cannot start any token"),
    Bad("keys:\n  nowhere: {down: x}", "2:3: “nowhere”: “keys” has no such key"),
    Bad("keys:\n  lists: j", "2:10: “lists” is no mapping"),
    Bad("keys:\n  lists: {dwon: x}", "2:11: “dwon”: there is no such command"),
    Bad("keys:\n  lists: {facts: D}", "2:11: “facts”: it does nothing under “lists”"),
    Bad("keys:\n  everywhere: {down: Entre}", "2:22: “Entre”: there is no such key"),
    Bad("keys:\n  everywhere: {down: g Entre}", "2:22: “g Entre”: “Entre” in it is no key"),
    Bad("keys:\n  everywhere: {down: []}", "2:22: “down” has no key"),
    Bad("keys:\n  everywhere: {down: ''}", "2:22: this is no key"),
    Bad("keys:\n  everywhere: {down: {a: b}}", "2:22: this is no key"),
    Bad("keys:\n  everywhere: {zoom: C-c}", "2:22: “C-c”: C-c always leaves adduce"),
    Bad("keys:\n  everywhere: {zoom: C-i}", "2:22: “C-i”: a terminal sends Tab for C-i"),
    Bad(
      "keys:\n  everywhere:\n    zoom: [w, j]",
      "3:15: “j”: it is the key of down"),
    Bad(
      "keys:\n  everywhere:\n    zoom: w\n    down: w",
      "4:11: “w”: it is the key of zoom"),
    Bad("keys:\n  everywhere: {zoom: [w, w]}", "2:26: “w”: it stands here twice"),
    Bad("keys:\n  everywhere: {zoom: [w, w w]}", "2:26: “w w”: it and “w” begin alike"),
    Bad(
      "keys:\n  everywhere: {zoom: g}",
      "2:22: “g”: it begins “g g”, the keys of top"),
    Bad(
      "keys:\n  reader: {find: j j}",
      "2:18: “j j”: it begins with “j”, the key of down"),
    Bad("colours:\n  dates: red", "2:3: “dates”: “colours” has no such key"),
    Bad("colours:\n  date: rde", "2:9: “rde”: there is no such colour"),
    Bad("colours:\n  date: red blue", "2:9: “red blue”: this is a second colour"),
    Bad("colours:\n  date: \"#12\"", "2:9: “#12”: there is no such colour"),
    Bad("colours:\n  date: 256", "2:9: “256”: there is no such colour"),
    Bad("defaults:\n  list: events", "2:9: “events”: no such list"),
    Bad("defaults:\n  casebook: there", "2:13: “there”: the casebook's path is not whole"),
    Bad(
      "theme: no\ndefaults:\n  mouse: 3\n  colour: 4",
      "1:8: “no”: no such theme", "3:10: “3”: “mouse” is neither on nor off",
      "4:3: “colour”: “defaults” has no such key"),
  ]

  @Test(arguments: bad) func everyProblemHasItsPlace(_ bad: Bad) throws {
    let problems = try ConfigOnDisk(bad.text).read().problems
    let told = problems.map { problem in
      let value = problem.value.isEmpty ? "" : "“\(problem.value)”: "
      return "\(problem.place.line):\(problem.place.column): \(value)\(problem.message)"
    }
    #expect(told == bad.problems)
    for problem in problems {
      #expect(problem.place.file == "config.yaml")
      #expect(problem.remedy.count > 5 && problem.remedy.hasSuffix("."), "\(problem)")
    }
  }

  @Test func whatIsWrongIsLeftOutAndTheRestHolds() throws {
    let config = try ConfigOnDisk(
      """
      theme: blue
      keys:
        everywhere:
          zoom: j
          date: D
      defaults: {list: people}
      """)
    let (settings, problems) = config.read()
    #expect(problems.count == 2)
    #expect(settings.theme == .automatic && settings.firstList == .people)
    #expect(settings.keymap.command(for: ["j"], in: .lists) == .down)
    #expect(settings.keymap.command(for: ["z"], in: .lists) == .zoom)
    #expect(settings.keymap.command(for: ["D"], in: .lists) == .date)
    #expect(settings.keymap.command(for: ["d"], in: .lists) == nil)
  }

  static let unreadable: [(String, Data, String)] = [
    ("no UTF-8", Data([0x74, 0xFF, 0xFE]), "the file is no UTF-8 text"),
    ("too long", Data(repeating: 0x23, count: ConfigFile.longest + 1), "the file is longer than"),
    ("nested too deep", Data(repeating: UInt8(ascii: "["), count: 200_000), "no YAML"),
  ]

  @Test(arguments: unreadable)
  func whatIsNoConfigIsRefused(_ name: String, _ bytes: Data, _ message: String) throws {
    let (settings, problems) = try ConfigOnDisk(bytes).read()
    #expect(settings == Settings())
    #expect(problems.count == 1 && problems.allSatisfy { $0.message.hasPrefix(message) })
  }

  @Test func aFolderInItsPlaceIsToldOf() {
    let (settings, problems) = ConfigFile(path: NSTemporaryDirectory()).read()
    #expect(settings == Settings() && problems.map(\.message) == ["the file cannot be read"])
  }

  @Test(arguments: ["", "# nothing\n", "keys:\ncolours:\ndefaults:\n", "keys: {lists: }"])
  func anEmptyFileChangesNothing(_ text: String) throws {
    let (settings, problems) = try ConfigOnDisk(text).read()
    #expect(settings == Settings() && problems.isEmpty)
  }

  @Test func itLiesWhereXDGSays() {
    #expect(
      ConfigFile(environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/x"]).path
        == "/x/adduce/config.yaml")
    for unset in [["HOME": "/h"], ["HOME": "/h", "XDG_CONFIG_HOME": "relative"]] {
      #expect(ConfigFile(environment: unset).path == "/h/.config/adduce/config.yaml")
    }
    let (settings, problems) = ConfigFile(path: "/nowhere/config.yaml").read()
    #expect(settings == Settings() && problems.isEmpty)
  }
}
