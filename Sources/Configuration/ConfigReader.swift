import Canvas
import Casebook
import Explorer
import Yams

/// What a config file holds, key by key.
struct ConfigReader {
  /// The keys of the file, in the order in which it is written.
  static let keys = ["theme", "colours", "lessons", "defaults", "keys"]
  static let defaults = ["list", "mouse", "linear", "casebook", "datasets"]

  let file: String
  let collector: ProblemCollector
  private(set) var settings = Settings()

  init(file: String, collector: ProblemCollector) {
    self.file = file
    self.collector = collector
  }

  mutating func read(_ node: Node) {
    // A file of comments alone is empty.
    if node.null != nil { return }
    guard let entry = entry(node, Self.keys, "the config") else { return }
    if let theme = entry.choice("theme", of: Palette.self) { settings.theme = theme }
    if let teaches = isOn("lessons", of: entry) { settings.teaches = teaches }
    readColours(entry)
    readDefaults(entry)
    readKeys(entry)
  }

  private func entry(_ node: Node, _ keys: [String], _ what: String) -> Entry? {
    Entry(node, file: file, keys: Set(keys), what: what, collector)
  }

  /// A part of the file; nil where it is absent or empty, or no mapping.
  private func part(_ key: String, _ keys: [String], of entry: Entry) -> Entry? {
    guard let node = entry[key], node.null == nil else { return nil }
    return self.entry(node, keys, "“\(key)”")
  }

  private func isOn(_ key: String, of entry: Entry) -> Bool? {
    guard let node = entry[key], let text = entry.text(key) else { return nil }
    switch text.lowercased() {
    case "on", "true", "yes": return true
    case "off", "false", "no": return false
    default:
      entry.problem(
        at: node, value: text, "“\(key)” is neither on nor off", remedy: "Write on or off.")
      return nil
    }
  }

  private mutating func readColours(_ entry: Entry) {
    let roles = Style.Role.allCases
    guard let colours = part("colours", roles.map(\.name), of: entry) else { return }
    for role in roles {
      guard let node = colours[role.name], let text = colours.text(role.name) else { continue }
      do throws(ColourProblem) {
        settings.colours[role] = try ColourSetting(reading: text)
      } catch {
        colours.problem(at: node, value: text, error.message, remedy: error.remedy)
      }
    }
  }

  private mutating func readDefaults(_ entry: Entry) {
    guard let defaults = part("defaults", Self.defaults, of: entry) else { return }
    if let list = defaults.choice("list", of: FirstList.self) { settings.firstList = list }
    if let mouse = isOn("mouse", of: defaults) { settings.usesMouse = mouse }
    if let linear = isOn("linear", of: defaults) { settings.isLinear = linear }
    settings.datasets = defaults.texts("datasets").map(\.text)
    settings.casebooks = defaults.texts("casebook").compactMap { text, node in
      if text.hasPrefix("/") || text.hasPrefix("~/") { return text }
      defaults.problem(
        at: node, value: text, "the casebook's path is not whole",
        remedy: "Write it from / on, or from ~/ on.")
      return nil
    }
  }

  private mutating func readKeys(_ entry: Entry) {
    guard let keys = part("keys", Keymap.scopes, of: entry) else { return }
    let read = Keymap.scopes.flatMap { scope in
      keys[scope].map { ConfigKeys(scope, $0, of: keys).rules } ?? []
    }
    // The order of the file, so that of two rules the later one is told of.
    let rules = read.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    let (keymap, conflicts) = Keymap.standard(with: rules.map(\.rule))
    settings.keymap = keymap
    for conflict in conflicts {
      let rule = rules[conflict.rule]
      let name = rule.rule.keys[conflict.key].map(\.name).joined(separator: " ")
      keys.problem(
        at: rule.nodes[conflict.key], value: name, conflict.message, remedy: conflict.remedy)
    }
  }
}
