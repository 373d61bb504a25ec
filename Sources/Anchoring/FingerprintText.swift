extension Fingerprint: CustomStringConvertible {
  /// One line of ASCII letters, digits, `-` and `_`, beginning with the letter of the form: `w` for a
  /// passage, `s` for a span. About 60 characters for a paragraph of 80 words.
  ///
  /// After the letter stands base64url (RFC 4648, section 5, without padding) of: the number of words,
  /// seven bits a byte, the lowest first, the high bit set in all but the last; the grains, head
  /// before tail, lowest bit first, filled up to a byte; the check, where there is one; two bytes a
  /// chosen run, the twelve bits of its hash and above them in four bits, less one, how many words after
  /// the run before it (or the place before the first word) it begins.
  public var description: String {
    var bytes: [UInt8] = []
    var left = words
    while left >= 0x80 {
      bytes.append(UInt8(left & 0x7F) | 0x80)
      left >>= 7
    }
    bytes.append(UInt8(left))
    bytes += packedGrains
    if Self.checkBits(words: words, isSpan: isSpan) > 0 { bytes.append(check) }
    var last = -1
    for seed in seeds {
      let pair = seed.value | UInt16(seed.offset - last - 1) << 12
      bytes.append(UInt8(pair & 0xFF))
      bytes.append(UInt8(pair >> 8))
      last = seed.offset
    }
    return (isSpan ? "s" : "w") + Base64URL.text(bytes)
  }

  private var packedGrains: [UInt8] {
    let depth = Grain.depth(words: words)
    var bytes = [UInt8](repeating: 0, count: (2 * depth * grains.count + 7) / 8)
    var at = 0
    for grain in grains {
      for half in [grain.bits, grain.bits >> 6] {
        for bit in 0..<depth {
          bytes[at / 8] |= UInt8(half >> UInt16(bit) & 1) << UInt8(at % 8)
          at += 1
        }
      }
    }
    return bytes
  }

  /// Reads what `description` prints; nil where the text is not exactly that of some fingerprint.
  public init?(_ text: some StringProtocol) {
    guard let form = text.utf8.first, form == UInt8(ascii: "w") || form == UInt8(ascii: "s"),
      let bytes = Base64URL.bytes(text.utf8.dropFirst())
    else { return nil }
    var reader = Reader(bytes: bytes)
    let isSpan = form == UInt8(ascii: "s")
    guard let words = reader.number(),
      let grains = isSpan ? [] : reader.grains(words),
      let check = Self.checkBits(words: words, isSpan: isSpan) > 0 ? reader.byte() : 0,
      let seeds = reader.seeds(),
      seeds.isEmpty == (isSpan || words < Self.seeded),
      seeds.last.map({ $0.offset + Winnowing.run <= words }) ?? true
    else { return nil }
    self.init(words: words, isSpan: isSpan, grains: grains, check: check, seeds: seeds)
    // One text a fingerprint: spare bits are zero, numbers as short as can be.
    guard description.utf8.elementsEqual(text.utf8) else { return nil }
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func byte() -> UInt8? {
      guard at < bytes.count else { return nil }
      at += 1
      return bytes[at - 1]
    }

    /// Up to 2^28, which is more than a text has words.
    mutating func number() -> Int? {
      var number = 0
      for shift in [0, 7, 14, 21] {
        guard let byte = byte() else { return nil }
        number |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return number }
      }
      return nil
    }

    mutating func grains(_ words: Int) -> [Grain]? {
      let depth = Grain.depth(words: words)
      let first = at
      at += (2 * depth * words + 7) / 8
      guard at <= bytes.count else { return nil }
      func half(_ number: Int) -> UInt16 {
        (0..<depth).reduce(0) { half, bit in
          let place = number * depth + bit
          return half | UInt16(bytes[first + place / 8] >> UInt8(place % 8) & 1) << UInt16(bit)
        }
      }
      return (0..<words).map { Grain(bits: half(2 * $0) | half(2 * $0 + 1) << 6) }
    }

    mutating func seeds() -> [Winnowing.Seed]? {
      var seeds: [Winnowing.Seed] = []
      var offset = -1
      while let low = byte() {
        guard let high = byte() else { return nil }
        let pair = UInt16(low) | UInt16(high) << 8
        offset += Int(pair >> 12) + 1
        seeds.append(Winnowing.Seed(offset: offset, value: pair & 0xFFF))
      }
      return seeds
    }
  }
}
