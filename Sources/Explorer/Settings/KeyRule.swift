public import Canvas

/// What a config file says of one command's keys in one place.
public struct KeyRule: Equatable, Sendable {
  /// Where: one of `Keymap.scopes`.
  public var scope: String
  /// One of `Keymap.commands(in:)`.
  public var command: String
  /// Its keys, each a sequence of one or more; none takes the command's keys away.
  public var keys: [[Key]]

  /// Takes the parts as they are.
  public init(scope: String, command: String, keys: [[Key]]) {
    self.scope = scope
    self.command = command
    self.keys = keys
  }
}

/// A key of a rule that another command has already.
public struct KeyConflict: Equatable, Sendable {
  /// The rule, by its place among those given.
  public var rule: Int
  /// Which of its keys, by its place.
  public var key: Int
  /// What is wrong, as a clause without a full stop.
  public var message: String
  /// What would do, as a full sentence.
  public var remedy: String
}

extension Keymap {
  /// Leaves adduce whatever the table says, so that nobody is shut in.
  public static let fixedKey = Key.control("c")

  /// The names of the places where keys hold.
  public static let scopes = Scope.allCases.map(\.rawValue)

  /// The names of the commands that may have keys in a place, in the order of the table: its own and, as
  /// a pane may give a command of everywhere other keys, those.
  public static func commands(in scope: String) -> [String] {
    guard let scope = Scope(rawValue: scope) else { return [] }
    var seen: Set<Command> = []
    return standard.rows(in: scope).map(\.command).filter { seen.insert($0).inserted }
      .map(\.name)
  }

  /// The places in which a command may have keys; none where no command is so called.
  public static func scopes(of command: String) -> [String] {
    scopes.filter { commands(in: $0).contains(command) }
  }

  /// The standard table with rules laid over it. A rule that gives a key twice is left out whole and told of;
  /// a rule of a place or a command that is not there is left out silently.
  public static func standard(with rules: [KeyRule]) -> (keymap: Keymap, conflicts: [KeyConflict]) {
    var conflicts: [KeyConflict] = []
    var left = Array(rules.enumerated())
    while true {
      let keymap = left.reduce(standard) { $0.changed(by: $1.element) }
      guard let conflict = keymap.firstConflict(of: left) else { return (keymap, conflicts) }
      conflicts.append(conflict)
      left.removeAll { $0.offset == conflict.rule }
    }
  }

  /// Every row as a rule, and whether it is other than in the standard table.
  public var rules: [(rule: KeyRule, isChanged: Bool)] {
    table.map { row in
      let rule = KeyRule(
        scope: row.scope.rawValue, command: row.command.name,
        keys: row.keys.filter { $0 != [Self.fixedKey] })
      return (rule, standardKeys(of: row) != row.keys)
    }
  }

  /// The keys that a row has in the standard table; nil where it has no such row.
  func standardKeys(of row: Binding) -> [[Key]]? {
    Self.standard.table.first { $0.command == row.command && $0.scope == row.scope }?.keys
  }

  private func changed(by rule: KeyRule) -> Keymap {
    guard let scope = Scope(rawValue: rule.scope), let command = Command(named: rule.command),
      let row = row(of: command, in: scope)
    else { return self }
    var keys = rule.keys
    if command == .quit { keys = keys.filter { $0 != [Self.fixedKey] } + [[Self.fixedKey]] }
    let new = Binding(keys: keys, command: command, scope: scope, help: row.help, hint: row.hint)
    var table = table
    if let index = table.firstIndex(where: { $0.command == command && $0.scope == scope }) {
      table[index] = new
    } else {
      table.append(new)
    }
    return Keymap(table: table)
  }

  private func firstConflict(of rules: [(offset: Int, element: KeyRule)]) -> KeyConflict? {
    // The later of two rules is the one that is told of.
    for (index, rule) in rules.reversed() {
      for (at, keys) in rule.keys.enumerated() where keys != [Self.fixedKey] {
        guard let (message, remedy) = objection(to: keys, of: rule, at: at) else { continue }
        return KeyConflict(rule: index, key: at, message: message, remedy: remedy)
      }
    }
    return nil
  }

  private func objection(
    to keys: [Key], of rule: KeyRule, at index: Int
  ) -> (message: String, remedy: String)? {
    guard let scope = Scope(rawValue: rule.scope), let command = Command(named: rule.command)
    else { return nil }
    let earlier = rule.keys.prefix(index)
    if earlier.contains(keys) { return ("it stands here twice", "Keep one of them.") }
    // What holds everywhere meets the keys of every pane, as far as a sequence may hide one.
    let near = table.filter { $0.scope == scope || $0.scope == .everywhere || scope == .everywhere }
    for row in near where row.command != command || row.scope != scope {
      if row.scope == scope, row.keys.contains(keys) {
        return (
          "it is the key of \(row.command.name)",
          "Choose another, or give \(row.command.name) another under \(scope.rawValue), or none."
        )
      }
      for other in row.keys where Self.beginAlike(keys, other) {
        let theirs = other.map(\.name).joined(separator: " ")
        let message =
          keys.count < other.count
          ? "it begins “\(theirs)”, the keys of \(row.command.name)"
          : "it begins with “\(theirs)”, the key of \(row.command.name)"
        return (message, Self.remedy)
      }
    }
    let other = earlier.first { Self.beginAlike(keys, $0) }
    return other.map { other in
      ("it and “\(other.map(\.name).joined(separator: " "))” begin alike", Self.remedy)
    }
  }

  private static let remedy = "Choose keys of which none begins another."

  /// Whether the longer of two sequences could never be typed to its end.
  private static func beginAlike(_ one: [Key], _ other: [Key]) -> Bool {
    one.count != other.count && (other.starts(with: one) || one.starts(with: other))
  }
}
