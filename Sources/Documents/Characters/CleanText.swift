import Text

/// The characters of a stranger's text, made fit for a paragraph of a document.
enum CleanText {
  /// A text on one line: any run of blanks, breaks and controls is one blank, none at either end.
  ///
  /// Signs that show nothing (soft hyphens, marks of direction, zero-width blanks, selectors, tags)
  /// are left out, and private-use characters, which fonts of PDF files have for bullets, are blanks.
  /// What `Harmless` would still show as a code is shown so.
  static func line(_ text: some StringProtocol) -> String {
    if isClean(text.utf8) { return String(text) }
    var clean = String.UnicodeScalarView()
    var isParted = false
    for scalar in text.unicodeScalars {
      switch fate(of: scalar) {
      case .blank: isParted = true
      case .none: continue
      case .itself:
        if isParted && !clean.isEmpty { clean.append(" ") }
        isParted = false
        clean.append(scalar)
      }
    }
    return Harmless.line(String(clean))
  }

  /// Whether bytes are ASCII that needs no change.
  private static func isClean(_ bytes: some Sequence<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for byte in bytes {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }

  private enum Fate { case itself, blank, none }

  private static func fate(of scalar: Unicode.Scalar) -> Fate {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0: return .blank
    case 0x21..<0x7F: return .itself
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: return .none
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F:
      return .none
    case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF, 0xFDD0...0xFDEF: return .none
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .blank
    default:
      if scalar.value & 0xFFFE == 0xFFFE { return .none }
      return scalar.properties.isWhitespace ? .blank : .itself
    }
  }
}
