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
}
