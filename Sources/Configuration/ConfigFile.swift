public import Casebook
public import Explorer
import Foundation

/// The reader's config file: one YAML file that says what differs from the standard settings.
public struct ConfigFile: Sendable {
  /// How long it may be, in bytes.
  public static let longest = 1 << 18

  /// Where it lies, or would.
  public let path: String

  /// Any path; whether something is there shows when it is read.
  public init(path: String) { self.path = path }

  /// `$XDG_CONFIG_HOME/adduce/config.yaml`, or below `~/.config`; a relative path there counts as unset (XDG 0.8).
  public init(environment: [String: String]) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let named = environment["XDG_CONFIG_HOME"] ?? ""
    path = (named.hasPrefix("/") ? named : home + "/.config") + "/adduce/config.yaml"
  }

  /// The folder that it lies in.
  public var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Whether there is one; without it the standard settings hold.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// What the file says, laid over the standard settings, and every problem found, sorted by place.
  ///
  /// Whatever has a problem is as if it were not in the file, and the rest holds. Problems call the file by its
  /// last name.
  public func read() -> (settings: Settings, problems: [CasebookProblem]) {
    guard exists else { return (Settings(), []) }
    let collector = ProblemCollector()
    let name = URL(fileURLWithPath: path).lastPathComponent
    let file = YAMLFile(
      path: path, name: name, unreadable: "Make it a file that you may read, or take it away.",
      twice: "Keep one of them; several values of one key are a list.", longest: Self.longest)
    var reader = ConfigReader(file: name, collector: collector)
    if let node = file.compose(collector) { reader.read(node) }
    return (reader.settings, collector.problems.sorted { $0.place < $1.place })
  }
}
