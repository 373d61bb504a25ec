public import Canvas

extension Key: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral {
  /// A character typed as it is.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}

extension Key {
  /// As people read it: `j`, `↓`, `C-d`, `Space`.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }

  /// The arrows as they are called where there is no key for their signs.
  private static let spelled: [String: Key] = [
    "Up": .up, "Down": .down, "Left": .left, "Right": .right,
  ]

  /// A key by the name that `name` gives it; a letter is its own name, an arrow also `Up`. Nil where nothing
  /// is so called.
  public init?(named name: String) {
    let known: [Key] =
      [
        .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home,
        .end,
        .pageUp, .pageDown, " ",
      ] + (1...12).map(Key.function)
    if let key = known.first(where: { $0.name == name }) ?? Self.spelled[name] {
      self = key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.count == 3, let character = name.last, name.hasPrefix("C-") {
      self = .control(character)
    } else if name.count == 3, let character = name.last, name.hasPrefix("M-") {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// Keys written one after the other with blanks between them; a word that names no key stands for
  /// its letters: `/ quetta Space hosp Enter`.
  public static func typed(_ text: String) -> [Key] {
    text.split(separator: " ").flatMap { word in
      Key(named: String(word)).map { [$0] } ?? word.map(Key.character)
    }
  }
}
