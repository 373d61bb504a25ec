/// What a letter or group of letters stands for in a romanised name: `sh` and `ou` are one sound.
enum Sound: UInt8, CaseIterable {
  // Vowels, and what comes and goes with them; they are no part of a skeleton.
  case a, e, i, o, u, w, h
  // Consonants.
  case b, p, f, m, n, l, r
  case k, g, q, kh, gh
  case s, z, sh, j, ch, t, d, th, dh

  var isVowel: Bool { rawValue <= Sound.w.rawValue }

  /// The group of consonants that romanisations mistake for each other; nil for the others.
  var group: UInt8? {
    switch self {
    case .a, .e, .i, .o, .u, .w, .h: nil
    case .b, .p, .f: 1
    case .m: 2
    case .n: 3
    case .l: 4
    case .r: 5
    case .k, .g, .q, .kh, .gh: 6
    case .s, .z, .sh, .j, .ch, .t, .d, .th, .dh: 7
    }
  }
}

/// A romanised name as its sounds, with the keys under which its other romanisations are found.
struct Sounds: Equatable, Sendable {
  /// Raw values of `Sound`, and digits from 64; empty where a name has letters that are not Latin.
  var codes: [UInt8]

  init(codes: [UInt8] = []) { self.codes = codes }

  /// Where digits begin among the codes.
  static let digits: UInt8 = 64

  /// Adds the sounds of another word; what doubles at the seam is written once.
  mutating func append(_ other: Sounds) {
    let doubles = codes.last != nil && codes.last == other.codes.first
    codes += doubles ? other.codes.dropFirst() : other.codes[...]
  }

  /// The groups of the consonants, hashed: with all of them, and without those that some write as
  /// no consonant (`kh` as h, `j` as y); nil where there is nothing to compare: no consonant or no
  /// vowel.
  ///
  /// Two names in romanisations of each other agree in one of the two.
  var keys: (with: UInt64, without: UInt64)? {
    var keys = (with: Self.seed, without: Self.seed)
    var consonants = 0
    var vowels = 0
    for (index, code) in codes.enumerated() {
      let sound = Sound(rawValue: code)
      if sound?.isVowel == true { vowels += 1 }
      guard let group = sound.map(\.group) ?? code else { continue }
      consonants += 1
      keys.with = (keys.with ^ UInt64(group)) &* 0x100_0000_01B3
      if sound != .kh, !isGlide(index) {
        keys.without = (keys.without ^ UInt64(group)) &* 0x100_0000_01B3
      }
    }
    return consonants > 0 && vowels > 0 ? keys : nil
  }

  /// Whether a sound is a `j` that may be written for `y`, as in Fajzabad.
  private func isGlide(_ index: Int) -> Bool {
    guard codes[index] == Sound.j.rawValue, index > 0, codes[index - 1] <= Sound.u.rawValue else {
      return false
    }
    return index + 1 == codes.count || codes[index + 1] > Sound.w.rawValue
  }

  /// Of FNV-1a, whose hash the keys are.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
}
