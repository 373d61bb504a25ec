import Canvas

extension Command {
  /// As people write it: `halfPageDown` is `half-page-down`. The one place where names are made.
  var name: String { Self.names[self] ?? rawValue }

  /// The command of that name; nil where nothing is so called.
  init?(named name: String) {
    guard let command = Self.commands[name] else { return nil }
    self = command
  }

  private static let names = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, hyphenated($0.rawValue)) })
  private static let commands = Dictionary(uniqueKeysWithValues: names.map { ($1, $0) })

  private static func hyphenated(_ text: String) -> String {
    text.reduce(into: "") { name, character in
      name += character.isUppercase ? "-" + character.lowercased() : String(character)
    }
  }
}

/// Names that were perhaps meant.
public enum NearestNames {
  /// At most three of the names that differ least from a text: those that it begins, else those of
  /// which at most half the letters must be taken away or put in.
  public static func of(_ text: String, among names: [String]) -> [String] {
    let text = text.lowercased()
    let begun = names.filter { !text.isEmpty && $0.hasPrefix(text) }
    if !begun.isEmpty { return Array(begun.prefix(3)) }
    let near = names.map { (name: $0, edits: Array(text).difference(from: Array($0)).count) }
      .filter { $0.edits * 2 <= max($0.name.count, text.count) }
    return near.sorted { $0.edits < $1.edits }.prefix(3).map(\.name)
  }

  /// “Perhaps x or y.” with a blank after it, or nothing at all.
  public static func hint(for text: String, among names: [String]) -> String {
    let near = of(text, among: names)
    return near.isEmpty ? "" : "Perhaps \(near.joined(separator: " or ")). "
  }
}

extension Scope {
  /// Where it is, as part of a sentence.
  var words: String {
    switch self {
    case .everywhere: "everywhere"
    case .lists: "in the lists"
    case .record: "in a record"
    case .reader: "in the reader"
    }
  }
}

extension Keymap {
  /// The rows that hold in a pane, its own before those of everywhere.
  func rows(in scope: Scope) -> [Binding] {
    let own = table.filter { $0.scope == scope }
    return scope == .everywhere ? own : own + table.filter { $0.scope == .everywhere }
  }

  /// The row of a command in a pane; nil where it is none of it.
  func row(of command: Command, in scope: Scope) -> Binding? {
    rows(in: scope).first { $0.command == command }
  }

  /// Keys that run a command in a pane, those of another command left out.
  func keys(of command: Command, in scope: Scope) -> [[Key]] {
    rows(in: scope).filter { $0.command == command }.flatMap(\.keys).filter {
      self.command(for: $0, in: scope) == command
    }
  }

  /// The first key of a command in a pane, as people read it; nil where no key runs it.
  func keyName(of command: Command, in scope: Scope) -> String? {
    keys(of: command, in: scope).first.map { $0.map(\.name).joined(separator: " ") }
  }
}
