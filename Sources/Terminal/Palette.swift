import Canvas

extension Palette {
  /// What the terminal can show.
  struct Abilities: Equatable {
    /// How many colours its description has.
    var colours: Int
    /// Whether colours of its palette can be set.
    var canChange: Bool
    /// Whether its description takes colours by their parts.
    var isDirect: Bool
    /// Whether it says, in COLORTERM or its description, that it shows any colour.
    var saysTrueColour: Bool
    /// Whether NO_COLOR is set.
    var wantsNone: Bool
    /// Whether it shows any colour, and its description has no way to say which.
    var wantsAnotherDescription: Bool {
      saysTrueColour && colours == 256 && !canChange && !isDirect
    }
  }

  /// The nearest theme that a terminal can show; never `automatic`. What the reader asks for by name comes
  /// before NO_COLOR, as no-color.org has it.
  func resolved(for terminal: Abilities) -> Palette {
    switch self {
    case .mono: .mono
    case .automatic:
      terminal.wantsNone ? .mono : Palette.sixteen.resolved(for: terminal)
    case .sixteen, .highContrast: terminal.colours >= 8 ? self : .mono
    case .indexed: terminal.colours >= 256 ? self : Palette.sixteen.resolved(for: terminal)
    case .trueColour:
      terminal.isDirect
        || terminal.canChange && terminal.saysTrueColour && terminal.colours >= 256
        ? self : Palette.indexed.resolved(for: terminal)
    }
  }
}
