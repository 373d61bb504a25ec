/// One spelling for texts and queries alike: case, marks, ligatures, Arabic letter forms, quotation
/// marks and hyphens do not tell two spellings apart.
///
/// This is the only place where texts are folded; the index and every query go through it. Texts
/// that are canonically equivalent fold alike.
public enum Folding {
  /// The folded words of a text, parted by one blank each. Idempotent.
  public static func fold(_ text: some StringProtocol) -> String {
    var folded: [UInt8] = []
    scan(text) { compound in
      for word in compound {
        if !folded.isEmpty { folded.append(0x20) }
        folded.append(contentsOf: word)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// What a scalar is for the words around it.
  enum Kind: UInt8 {
    /// Of a word.
    case letter
    /// A word of its own.
    case ideograph
    /// Belongs to the word around it and folds to nothing.
    case part
    case apostrophe, hyphen, other
  }

  /// Gives what one scalar folds to, in order, with the kind of each.
  ///
  /// Nothing is given for a scalar that folds to nothing; a blank, of kind `other`, parts words.
  static func fold(_ scalar: Unicode.Scalar, _ take: (Unicode.Scalar, Kind) -> Void) {
    let value = scalar.value
    if value < 0x80 {
      let isUpper = (0x41...0x5A).contains(value)
      return take(isUpper ? Unicode.Scalar(UInt8(value | 0x20)) : scalar, kind(ofFolded: value))
    }
    if (0xAC00...0xD7A3).contains(value) {
      for jamo in jamo(ofSyllable: value) { take(jamo, .letter) }
    } else if let folded = tableEntry(value) {
      for index in folded {
        let value = FoldingTable.folded[index]
        if let scalar = Unicode.Scalar(value) { take(scalar, kind(ofFolded: value)) }
      }
    } else {
      let kind = kind(ofUnfolded: scalar)
      if kind != .part { take(scalar, kind) }
    }
  }

  /// The conjoining jamo, two or three, that a Hangul syllable is made of.
  private static func jamo(ofSyllable value: UInt32) -> [Unicode.Scalar] {
    let index = value - 0xAC00
    let values = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
    return values.prefix(index % 28 == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
  }

  /// Where in `FoldingTable.folded` stands what a scalar folds to; nil if it stays as it is.
  private static func tableEntry(_ wanted: UInt32) -> Range<Int>? {
    if isPlainIdeograph(wanted) { return nil }
    let table = FoldingTable.scalars
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low] == wanted else { return nil }
    return Int(FoldingTable.offsets[low])..<Int(FoldingTable.offsets[low + 1])
  }

  /// What ASCII and the scalars in `FoldingTable.folded` are.
  private static func kind(ofFolded value: UInt32) -> Kind {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
    case 0x27, 0x60: .apostrophe
    case 0x2D: .hyphen
    case 0..<0x80: .other
    default: isIdeograph(value) ? .ideograph : .letter
    }
  }

  /// What a scalar beyond ASCII is that folds to itself or to nothing.
  private static func kind(ofUnfolded scalar: Unicode.Scalar) -> Kind {
    if isIdeograph(scalar.value) { return .ideograph }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return .letter
    case .nonspacingMark, .enclosingMark: return .part
    case .spacingMark: return properties.canonicalCombiningClass == .notReordered ? .letter : .part
    default:
      let isUnseen = properties.isDefaultIgnorableCodePoint && scalar.value != 0x200B
      return isUnseen ? .part : .other
    }
  }

  private static func isPlainIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2F7FF, 0x2FA20...0x3FFFD: true
    default: false
    }
  }

  /// Ideographs and kana.
  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x31F0...0x31FF, 0xF900...0xFAFF, 0x1B000...0x1B16F:
      true
    default: isPlainIdeograph(value)
    }
  }
}
