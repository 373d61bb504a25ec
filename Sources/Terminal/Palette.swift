/// A theme: which of a terminal's colours say what. None says anything by colour alone.
public enum Palette: String, CaseIterable, Sendable {
  /// The terminal's own 16 colours, or none where it has none or NO_COLOR (no-color.org) is set.
  case automatic = "auto"
  /// Of the terminal's own 16 colours, those that are readable on a light and on a dark ground.
  case sixteen = "16"
  /// Of the 256 colours, tones that keep a contrast of 4.5:1 to black and to white (WCAG 2, 1.4.3).
  case indexed = "256"
  /// Tones chosen for that contrast, put into places of the terminal's palette while adduce runs.
  case trueColour = "truecolour"
  /// Light on black in the terminal's bright colours, bold and underlined; nothing dim.
  case highContrast = "high-contrast"
  /// No colour at all: bold, underlined, reverse and dim.
  case mono = "mono"

  /// All of them as one types them.
  public static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// What the terminal can show.
  struct Abilities: Equatable {
    /// How many colours its description has.
    var colours: Int
    /// Whether colours of its palette can be set.
    var canChange: Bool
    /// Whether it says, in COLORTERM or its description, that it shows any colour.
    var saysTrueColour: Bool
    /// Whether NO_COLOR is set.
    var wantsNone: Bool
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
      terminal.canChange && terminal.saysTrueColour && terminal.colours >= 256
        ? self : Palette.indexed.resolved(for: terminal)
    }
  }
}
