import CNcurses
import Text

/// Graphemes as curses can hold them.
///
/// curses counts by the system's `wcwidth`, and a cell of its is a base with at most four marks.
enum CursesCells {
  /// How many marks a cell holds beside its base (CCHARW_MAX is 5).
  private static let mostMarks = 4

  /// What most cells hold, and all agree to be one column wide: ASCII, lines and blocks, and what maps are drawn with; nil
  /// for all else. `pieces` says the same of them, and takes longer.
  static func plain(_ grapheme: Character) -> wchar_t? {
    let scalars = grapheme.unicodeScalars
    guard let first = scalars.first?.value, scalars.dropFirst().isEmpty else { return nil }
    switch first {
    case 0x20..<0x7F, 0x2500..<0x25A0, 0x2800..<0x2900: return wchar_t(bitPattern: first)
    default: return nil
    }
  }

  /// A grapheme in cells that fill `columns` exactly, each ended by 0.
  ///
  /// A spacing mark, as Indic scripts have them, is a cell of its own; a flag is shown by its two
  /// letters, because terminals do not agree how wide half a flag is. A cluster whose width curses
  /// sees otherwise (joined emoji, keycaps) is shown by its first scalar and a blank where needed,
  /// so that columns stay straight.
  static func pieces(of grapheme: Character, columns: Int) -> [[wchar_t]] {
    if let letters = flag(grapheme), letters.count == columns { return letters }
    var cells: [(width: Int, scalars: [Unicode.Scalar])] = []
    for scalar in grapheme.unicodeScalars {
      let width = Int(adduce_wcwidth(scalar.value))
      if width > 0 || cells.isEmpty {
        cells.append((width, [scalar]))
      } else if width == 0, scalar.value != 0x200D, scalar.value != 0xFE0F,
        cells[cells.count - 1].scalars.count <= mostMarks
      {
        cells[cells.count - 1].scalars.append(scalar)
      }
    }
    guard let first = cells.first else { return [] }
    let total = cells.reduce(0) { $0 + $1.width }
    if total == columns, cells.allSatisfy({ $0.width > 0 }) {
      return cells.map { ended($0.scalars.map(\.value)) }
    }
    guard first.width == columns || first.width == 1 else {
      return Array(repeating: ended([0x20]), count: columns)
    }
    return [ended(first.scalars.map(\.value))]
      + Array(repeating: ended([0x20]), count: columns - first.width)
  }

  /// Sets a mark, such as the one that ends a right-to-left run, behind the last of a grapheme's cells.
  static func append(_ mark: wchar_t, to pieces: inout [[wchar_t]]) {
    guard var last = pieces.popLast() else { return }
    // Room for it: of the base, three marks, this one and the 0.
    last = Array(last.dropLast().prefix(mostMarks)) + [mark, 0]
    pieces.append(last)
  }

  /// The letters of a flag, such as those of 🇵🇰.
  private static func flag(_ grapheme: Character) -> [[wchar_t]]? {
    let letters = grapheme.unicodeScalars.map { scalar -> UInt32? in
      (0x1F1E6...0x1F1FF).contains(scalar.value) ? scalar.value - 0x1F1E6 + 0x41 : nil
    }
    guard !letters.isEmpty, letters.allSatisfy({ $0 != nil }) else { return nil }
    let shown = letters.compactMap { $0.map { ended([$0]) } }
    // Half a flag stands alone.
    return shown.count == 1 ? shown + [ended([0x20])] : shown
  }

  private static func ended(_ scalars: [UInt32]) -> [wchar_t] {
    scalars.map { wchar_t(bitPattern: $0) } + [0]
  }
}
