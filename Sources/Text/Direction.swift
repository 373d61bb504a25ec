/// Which way a text runs.
public enum Direction {
  /// Whether a grapheme is of a script that is written from right to left, as a letter or a digit: Hebrew,
  /// Arabic and their neighbours, by the blocks that Unicode sets aside for such scripts.
  public static func isRightToLeft(_ grapheme: Character) -> Bool {
    guard let value = grapheme.unicodeScalars.first?.value, value >= 0x590 else { return false }
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: return true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
    default: return false
    }
  }
}
