/// Texts from strangers made fit for a screen or a file: the only door to either.
public enum Harmless {
  /// A text on one line in which nothing acts or hides.
  ///
  /// Tabs become blanks; other controls become their pictures (`␛`, `␊`); C1 controls, characters
  /// that change direction, hide or join what should be seen apart, tags, private-use and
  /// noncharacters become `<U+202E>`. A joiner stays between letters or emoji, where it belongs, and
  /// so does a variation selector after an emoji or symbol. Idempotent.
  public static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    if !text.unicodeScalars.contains(where: isSuspect) { return text }
    var safe = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if !isSuspect(scalar) || isAtHome(scalar, after: safe.last, before: next) {
        safe.append(scalar)
      } else {
        safe.append(contentsOf: visible(scalar).unicodeScalars)
      }
    }
    return String(safe)
  }

  /// Whether a scalar may act, hide or reorder.
  private static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: return true
    case 0x20..<0x7F: return false
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: return true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F: return true
    case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF: return true
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0xFDD0...0xFDEF: return true
    default: return scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether a suspect belongs where it stands: after what has been put out, so that nothing is at
  /// home beside a sign that was replaced, and before what is not suspect itself.
  private static func isAtHome(
    _ scalar: Unicode.Scalar, after: Unicode.Scalar?, before: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D:
      guard let after, let before, !isSuspect(before) else { return false }
      return isJoined(after) && isJoined(before)
    case 0xFE0E, 0xFE0F: return after.map { $0.properties.isEmoji } ?? false
    default: return false
    }
  }

  /// Whether a joiner may stand beside it: a letter or mark of a script that joins, or an emoji.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0xFE0F || scalar.properties.isEmojiModifier { return true }
    if scalar.value < 0x590 { return false }
    switch scalar.properties.generalCategory {
    case .otherLetter, .nonspacingMark, .spacingMark: return true
    default: return scalar.properties.isEmoji
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: return " "
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "␀")
    case 0x7F: return "␡"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }
}
