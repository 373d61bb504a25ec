import Foundation

/// Two names, and whether they are one and the same.
struct NamePair {
  let one: String
  let other: String
  let isMatch: Bool
  /// Of a fixed hash of both names: half of the pairs are for tuning, the others for the proof.
  let isHeldOut: Bool
  /// About another romanisation of a name, as its row says; or of two people.
  let isRomanisation: Bool

  init(_ one: String, _ other: String, isMatch: Bool, half: String, isRomanisation: Bool = true) {
    self.one = one
    self.other = other
    self.isMatch = isMatch
    self.isRomanisation = isRomanisation
    isHeldOut = NamePair.hash(half) & 1 == 1
  }

  /// FNV-1a, mixed once more so that the last bit depends on every letter.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }

  /// The pairs of `names/labelled-pairs.csv`.
  static func labelled(_ path: String) throws -> [NamePair] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = cells(String(line))
      guard cells.count >= 8 else { return nil }
      let about = (cells[6] + " " + cells[7]).lowercased()
      let marks = ["transliteration", "romanisation", "wade-giles", "phonetic replacement"]
      let isNegative = cells[4] != "true" && cells[1] == "Person"
      return NamePair(
        cells[2], cells[3], isMatch: cells[4] == "true", half: cells[2] + "|" + cells[3],
        isRomanisation: isNegative || marks.contains { about.contains($0) })
    }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var wasQuote = false
    for character in line {
      if character == "\"" {
        if !isQuoted, wasQuote { cells[cells.count - 1].append(character) }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      }
      wasQuote = false
      if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
