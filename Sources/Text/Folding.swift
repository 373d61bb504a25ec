/// One spelling for texts and queries alike: case, marks, ligatures, Arabic letter forms, quotation
/// marks and hyphens do not tell two spellings apart.
///
/// This is the only place where texts are folded; the index and every query go through it.
public enum Folding {
  /// The folded words of a text, parted by one blank each. Idempotent.
  public static func fold(_ text: some StringProtocol) -> String {
    words(text).joined(separator: " ")
  }

  /// What one scalar folds to is appended to a word.
  ///
  /// Marks fold to nothing; what is neither in the table nor a mark is put into lower case.
  static func fold(_ scalar: Unicode.Scalar, onto word: inout String.UnicodeScalarView) {
    let value = scalar.value
    if value < 0x80 {
      let isUpper = (0x41...0x5A).contains(value)
      word.append(isUpper ? Unicode.Scalar(UInt8(value | 0x20)) : scalar)
      return
    }
    if let folded = tableEntry(scalar) {
      for value in folded {
        if let scalar = Unicode.Scalar(value) { word.append(scalar) }
      }
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isMark(lower) {
      word.append(lower)
    }
  }

  private static func tableEntry(_ scalar: Unicode.Scalar) -> ArraySlice<UInt16>? {
    guard let wanted = UInt16(exactly: scalar.value) else { return nil }
    let table = FoldingTable.scalars
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low] == wanted else { return nil }
    return FoldingTable.folded[
      Int(FoldingTable.offsets[low])..<Int(FoldingTable.offsets[low + 1])]
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
