import Canvas
import Casebook
import Explorer
import Yams

/// The keys of the commands of one place, as a config file has them.
struct ConfigKeys {
  /// A rule, and where it stands.
  struct Placed {
    let rule: KeyRule
    /// Each key's.
    let nodes: [Node]
    let line: Int
    let column: Int
  }

  private(set) var rules: [Placed] = []

  init(_ scope: String, _ node: Node, of entry: Entry) {
    if node.null != nil { return }
    guard let mapping = node.mapping else {
      entry.problem(
        at: node, "“\(scope)” is no mapping",
        remedy: "Write lines of the form “command: key” below it.")
      return
    }
    for (name, value) in mapping {
      guard Self.isCommand(name, in: scope, entry),
        let keys = Self.keys(of: value, named: name.string ?? "", entry)
      else { continue }
      let place = entry.place(of: name)
      rules.append(
        Placed(
          rule: KeyRule(scope: scope, command: name.string ?? "", keys: keys.map(\.keys)),
          nodes: keys.map(\.node), line: place.line, column: place.column))
    }
  }

  private static func isCommand(_ node: Node, in scope: String, _ entry: Entry) -> Bool {
    let name = node.string ?? ""
    let known = Keymap.commands(in: scope)
    if known.contains(name) { return true }
    let scopes = Keymap.scopes(of: name)
    if scopes.isEmpty {
      entry.problem(
        at: node, value: name, "there is no such command",
        remedy: NearestNames.hint(for: name, among: known) + "adduce config lists them all.")
    } else {
      entry.problem(
        at: node, value: name, "it does nothing under “\(scope)”",
        remedy: "Write it under \(scopes.joined(separator: " or ")).")
    }
    return false
  }

  /// Nil where one of them has a problem.
  private static func keys(
    of node: Node, named name: String, _ entry: Entry
  ) -> [(keys: [Key], node: Node)]? {
    if node.scalar?.string == "none" { return [] }
    let nodes = node.sequence.map(Array.init) ?? [node]
    if nodes.isEmpty {
      entry.problem(
        at: node, "“\(name)” has no key", remedy: "Write a key, a list of them, or none.")
      return nil
    }
    let read = nodes.map { item in sequence(item, entry).map { (keys: $0, node: item) } }
    return read.contains { $0 == nil } ? nil : read.compactMap(\.self)
  }

  /// `T`, `g t`, `C-x`.
  private static func sequence(_ node: Node, _ entry: Entry) -> [Key]? {
    guard let text = node.scalar?.string, text.contains(where: { $0 != " " }) else {
      entry.problem(
        at: node, "this is no key",
        remedy: "Write a key such as T, \"g t\", C-x, F5 or Enter, or a list of them.")
      return nil
    }
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = Key(configured: String(word)) else {
        entry.problem(
          at: node, value: text,
          text.contains(" ") ? "“\(word)” in it is no key" : "there is no such key",
          remedy:
            "Write a letter or sign as it is, Space, Enter, Tab, Up, PgDn, F1 to F12, C-x or M-x.")
        return nil
      }
      if let other = Self.sent[key] {
        entry.problem(
          at: node, value: text, "a terminal sends \(other) for \(key.name)",
          remedy: "Write \(other), or choose another key.")
        return nil
      }
      keys.append(key)
    }
    guard !keys.contains(Keymap.fixedKey) else {
      entry.problem(
        at: node, value: text, "C-c always leaves adduce", remedy: "Choose another key.")
      return nil
    }
    return keys
  }

  /// What a terminal sends for keys that it cannot tell apart.
  private static let sent: [Key: String] = [
    .control("i"): "Tab", .control("m"): "Enter", .control("j"): "Enter",
    .control("h"): "Backspace",
  ]
}

extension Key {
  /// A key as a config file may call it: as the help does, the arrows by words too, any case after `C-`.
  init?(configured name: String) {
    let arrows: [String: Key] = ["Up": .up, "Down": .down, "Left": .left, "Right": .right]
    if let arrow = arrows[name] {
      self = arrow
    } else if name.count == 3, name.hasPrefix("C-"), let letter = name.last,
      letter.isASCII, letter.isLetter
    {
      self = .control(Character(letter.lowercased()))
    } else {
      self.init(named: name)
    }
  }
}
