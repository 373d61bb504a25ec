import TestSupport

extension SeededGenerator {
  /// Ranges of scalars that make trouble: controls, marks, Arabic, CJK, emoji, bidirectional signs.
  static let mixed: [ClosedRange<UInt32>] = [
    0x00...0x7F, 0x20...0x7E, 0x80...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x590...0x6FF,
    0x900...0x97F, 0x1E00...0x1FFF, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x4E80,
    0xAC00...0xAC40, 0xFB50...0xFDFF, 0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x1F1E6...0x1F1FF,
    0x1F300...0x1F6FF, 0xE0000...0xE007F,
  ]

  mutating func text(of ranges: [ClosedRange<UInt32>], length: ClosedRange<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
