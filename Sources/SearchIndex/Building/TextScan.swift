import Text

/// Cuts texts into the terms that `Folding.terms` gives, as bytes.
///
/// Texts of ASCII are cut here, byte by byte; others go through `Folding`. Each term comes with a
/// byte before it, the key space of words, so that it is a key as it stands.
struct TextScan: ~Copyable {
  private var word = RawBytes(capacity: 1 << 10)
  private var part = RawBytes(capacity: 1 << 10)
  private var ends: [Int] = []

  /// What a byte of ASCII is: the letter or digit it folds to, or one of these.
  private static let other: UInt8 = 0
  private static let apostrophe: UInt8 = 1
  private static let hyphen: UInt8 = 2
  private static let kinds: [UInt8] = (0..<128).map { byte in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: UInt8(byte)
    case 0x41...0x5A: UInt8(byte | 0x20)
    case 0x27, 0x60: apostrophe
    case 0x2D: hyphen
    default: other
    }
  }

  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  /// Gives each term of a text in UTF-8, with the byte before it, and its position.
  @inline(__always)
  mutating func terms(
    of text: UnsafeRawBufferPointer, isASCII: Bool,
    _ take: (UnsafeRawBufferPointer, Int) -> Void
  ) {
    if isASCII {
      scan(text, take)
    } else {
      for term in Folding.terms(String(decoding: text, as: UTF8.self)) {
        var text = term.text
        part.removeAll()
        part.append(IndexFormat.wordSpace)
        text.withUTF8 { part.append(UnsafeRawBufferPointer($0)) }
        take(part.bytes, term.position)
      }
    }
  }

  @inline(__always)
  private mutating func scan(
    _ text: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer, Int) -> Void
  ) {
    word.removeAll()
    word.reserve(text.count + 1)
    let out = word.start.assumingMemoryBound(to: UInt8.self)
    out[0] = IndexFormat.wordSpace
    // The letters of the compound so far, after the byte before them; where its last word begins.
    var count = 1
    var wordStart = 1
    var position = 0
    Self.kinds.withUnsafeBufferPointer { kinds in
      func isLetter(_ at: Int) -> Bool {
        at < text.count && kinds[Int(text[at] & 0x7F)] > Self.hyphen
      }
      for index in 0...text.count {
        let kind = index < text.count ? kinds[Int(text[index] & 0x7F)] : Self.other
        if kind > Self.hyphen {
          out[count] = kind
          count += 1
          continue
        }
        if count == 1 { continue }
        if kind != Self.other, count > wordStart, isLetter(index + 1) {
          if kind == Self.hyphen {
            ends.append(count)
            wordStart = count
          }
          continue
        }
        take(UnsafeRawBufferPointer(start: out, count: count), position)
        if !ends.isEmpty {
          if count > wordStart { ends.append(count) }
          var from = 1
          for end in ends {
            part.removeAll()
            part.append(IndexFormat.wordSpace)
            part.append(UnsafeRawBufferPointer(start: out + from, count: end - from))
            take(part.bytes, position)
            position += 1
            from = end
          }
          ends.removeAll(keepingCapacity: true)
        } else {
          position += 1
        }
        count = 1
        wordStart = 1
      }
    }
  }
}
