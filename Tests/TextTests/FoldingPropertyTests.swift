import Foundation
import TestSupport
import Testing

@testable import Text

/// What holds for any text, and for every scalar of Unicode.
@Suite struct FoldingPropertyTests {
  /// Every assigned scalar but most ideographs and private ones.
  private static let scalars: [Unicode.Scalar] = [
    0x0...0x33FF, 0x4DC0...0x4E20, 0x9FF0...0xABFF, 0xAC00...0xAC80, 0xD780...0xDFFF,
    0xF900...0x16FFF, 0x18D00...0x18D40, 0x1A000...0x1FFFF, 0x2F7F0...0x2FA30, 0xE0000...0xE01FF,
  ].joined().compactMap(Unicode.Scalar.init).filter { $0.properties.age != nil }

  /// A text in which trouble is likely: a scalar of any script, plain letters and joints.
  private static func text(_ generator: inout SeededGenerator) -> String {
    let plain = Array("aZ7 lT-'’‐ʿ --''".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      let dice = Int.random(in: 0..<8, using: &generator)
      if dice == 0 {
        let length = Int.random(in: 0..<23, using: &generator)
        text.append(contentsOf: "Jhangvi2016@Z[`az{/09:".unicodeScalars.prefix(length))
      } else {
        let some = dice < 4 ? plain : scalars
        text.append(some[Int.random(in: 0..<some.count, using: &generator)])
      }
    }
    return String(text)
  }

  @Test func bytesAreScannedAsTheRuleHasIt() {
    var generator = SeededGenerator(seed: 1_971)
    for _ in 0..<4000 {
      let text = Self.text(&generator)
      var scanned: [String] = []
      Folding.scanTerms(text) { scanned.append("\(String(decoding: $0, as: UTF8.self))@\($1)") }
      #expect(scanned.map(\.bytes) == FoldingReference.terms(text).map(\.bytes), "\(text.values)")
      let terms = Folding.terms(text).map { "\($0.text)@\($0.position)" }
      #expect(terms.map(\.bytes) == scanned.map(\.bytes), "\(text.values)")
    }
  }

  @Test func partsOfATextAreScannedToo() {
    let text = "Abū Bakr al-Baghdādī"
    #expect(Folding.words(text.dropFirst(4)) == ["bakr", "al", "baghdadi"])
    let cut = text.utf8.dropFirst(3).prefix(4)
    #expect(Folding.words(Substring(cut)).joined().utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func foldingIsIdempotent() {
    var generator = SeededGenerator(seed: 20_161_108)
    for _ in 0..<4000 {
      let text = Self.text(&generator)
      let once = Folding.fold(text)
      #expect(Folding.fold(once).bytes == once.bytes, "\(text.values)")
    }
    for scalar in Self.scalars {
      let once = Folding.fold("a\(scalar)b")
      #expect(Folding.fold(once).bytes == once.bytes, "\(scalar.value)")
    }
  }

  @Test func whatIsCanonicallyEquivalentFoldsAlike() {
    for scalar in Self.scalars {
      let text = "a" + String(scalar) + "b"
      let decomposed = text.decomposedStringWithCanonicalMapping
      if decomposed.bytes == text.bytes { continue }
      #expect(Folding.fold(decomposed).bytes == Folding.fold(text).bytes, "\(scalar.value)")
    }
    var generator = SeededGenerator(seed: 1_945)
    for _ in 0..<3000 {
      let text = Self.text(&generator)
      let folded = Folding.terms(text)
      #expect(Folding.terms(text.decomposedStringWithCanonicalMapping) == folded, "\(text.values)")
      #expect(Folding.terms(text.precomposedStringWithCanonicalMapping) == folded, "\(text.values)")
    }
  }

  /// Letters and numbers; signs for apostrophes and accents are the module's own affair.
  @Test func lettersFoldAsTheirCompatibilityDecomposition() {
    let own: Set<UInt32> = Set(
      [0x13F, 0x140, 0x37A] + Array(0xFC5E...0xFC63) + Array(0xFE70...0xFE7F))
    for scalar in Self.scalars where !own.contains(scalar.value) {
      let decomposed = String(scalar).decomposedStringWithCompatibilityMapping
      let isFraction = decomposed.contains("\u{2044}")
      let isWord = Folding.words(String(scalar)) != []
      if isFraction || !isWord { continue }
      #expect(
        Folding.fold("a\(decomposed)b").bytes == Folding.fold("a\(scalar)b").bytes,
        "\(scalar.value)")
    }
  }

  @Test func noMarkAndNoCapitalIsLeft() {
    for scalar in Self.scalars {
      for folded in Folding.fold("a\(scalar)b").unicodeScalars {
        let category = folded.properties.generalCategory
        #expect(category != .nonspacingMark && category != .enclosingMark, "\(scalar.value)")
        let lower = String(folded).lowercased()
        let isCherokee = (0x13A0...0x13F5).contains(folded.value)
        #expect(isCherokee || lower.bytes == String(folded).bytes, "\(scalar.value)")
      }
    }
  }

  @Test func digitsOfAllScriptsAreASCII() {
    for scalar in Self.scalars where scalar.properties.generalCategory == .decimalNumber {
      let digit = scalar.properties.numericValue.map { String(Int($0)) }
      #expect(Folding.fold(String(scalar)) == digit, "\(scalar.value)")
    }
  }

  @Test func nothingIsFoldedTwiceOver() {
    for value in FoldingTable.folded where value > 0x7F {
      #expect(!FoldingTable.scalars.contains(value), "\(value)")
    }
    #expect(FoldingTable.offsets.count == FoldingTable.scalars.count + 1)
    #expect(FoldingTable.offsets.last.map(Int.init) == FoldingTable.folded.count)
    #expect(zip(FoldingTable.scalars, FoldingTable.scalars.dropFirst()).allSatisfy { $0 < $1 })
  }
}

extension String {
  /// Compared as they are: `==` on strings would take canonical equivalents for equal.
  fileprivate var bytes: [UInt8] { Array(utf8) }
  fileprivate var values: [String] { unicodeScalars.map { String($0.value, radix: 16) } }
}
