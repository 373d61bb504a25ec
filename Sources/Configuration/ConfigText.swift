import Canvas
public import Explorer

/// Settings as a config file, all of them, each marked as changed where it is.
public struct ConfigText {
  /// The file's text; read again it gives the same settings.
  public let text: String

  /// - Parameter path: where the reader's file lies, or would.
  public init(_ settings: Settings, path: String) {
    let standard = Settings()
    var lines = [
      "# What holds, as a file that could be saved as it is at", "# \(path)",
      "# “changed” marks what is otherwise than where nobody chose.", "",
    ]
    func add(_ line: String, isChanged: Bool) {
      lines.append(line + (isChanged ? "  # changed" : ""))
    }
    let themes = Palette.allCases.map(\.rawValue).joined(separator: ", ")
    lines.append("# \(themes)")
    add(
      "theme: \(Self.quoted(settings.theme.rawValue))", isChanged: settings.theme != standard.theme)
    lines.append(
      "# role: colour and attributes, such as cyan, \"208 bold\", \"#5fafff underline\"; else the theme's"
    )
    lines.append(settings.colours.isEmpty ? "colours: {}" : "colours:")
    for role in Style.Role.allCases {
      guard let colour = settings.colours[role] else { continue }
      add("  \(role.name): \(Self.quoted(colour.description))", isChanged: true)
    }
    lines.append("# the sentences at the foot that teach the first keys")
    add("lessons: \(Self.word(settings.teaches))", isChanged: settings.teaches != standard.teaches)
    lines += ["", "defaults:", "  # \(FirstList.allCases.map(\.rawValue).joined(separator: ", "))"]
    add(
      "  list: \(settings.firstList.rawValue)", isChanged: settings.firstList != standard.firstList)
    add("  mouse: \(Self.word(settings.usesMouse))", isChanged: settings.usesMouse)
    add("  linear: \(Self.word(settings.isLinear))", isChanged: settings.isLinear)
    lines.append("  # folders to open where none is named; [] for the usual one")
    add("  casebook: \(Self.list(settings.casebooks))", isChanged: !settings.casebooks.isEmpty)
    lines.append("  # datasets to open where none is named; [] for all that are imported")
    add("  datasets: \(Self.list(settings.datasets))", isChanged: !settings.datasets.isEmpty)
    lines += ["", "# a key, a list of keys, or none"] + Self.keys(settings.keymap)
    text = lines.joined(separator: "\n")
  }

  private static func keys(_ keymap: Keymap) -> [String] {
    var lines = ["keys:"]
    for scope in Keymap.scopes {
      let rules = keymap.rules.filter { $0.rule.scope == scope }
      guard !rules.isEmpty else { continue }
      lines.append("  \(scope):")
      for (rule, isChanged) in rules {
        let keys = rule.keys.map { $0.map(\.name).joined(separator: " ") }
        let value = keys.isEmpty ? "none" : keys.count == 1 ? quoted(keys[0]) : list(keys)
        lines.append("    \(rule.command): \(value)" + (isChanged ? "  # changed" : ""))
      }
    }
    return lines
  }

  private static func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  /// In single quotation marks, in which only they themselves mean something.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
