/// Tests of all documents of a block.
///
/// Sixteen documents at a time are tested in vectors, without branches, and become a byte each; a
/// multiplication gathers eight such bytes into eight bits.
extension ColumnBlock {
  /// Gives 64 documents at a time: which of them pass a test, a bit each.
  @inline(__always)
  func visit(_ test: BoundsTest, _ take: (UInt64, Int) -> Void) {
    if isEmpty || leastLow > test.low.upperBound || greatestHigh < test.high.lowerBound { return }
    let rounded = (count + 63) & ~63
    withUnsafeTemporaryAllocation(byteCount: rounded, alignment: 64) { passed in
      for index in count..<rounded { passed[index] = 0 }
      fill(passed, test)
      for first in stride(from: 0, to: rounded, by: 64) {
        take(Self.bits(of: passed, from: first), first)
      }
    }
  }

  /// 64 bytes, each 0 or 1, as bits.
  @inline(__always)
  private static func bits(of bytes: UnsafeMutableRawBufferPointer, from first: Int) -> UInt64 {
    var bits: UInt64 = 0
    for part in 0..<8 {
      let eight = bytes.load(fromByteOffset: first &+ 8 &* part, as: UInt64.self)
      // Byte i times the factor's bit 56 - 7i stands at bit 56 + i; no two products share a bit.
      let gathered = (UInt64(littleEndian: eight) &* 0x0102_0408_1020_4080) >> 56
      bits |= gathered << UInt64(8 &* part)
    }
    return bits
  }

  private func fill(_ passed: UnsafeMutableRawBufferPointer, _ test: BoundsTest) {
    guard let codes, lowWidth <= 2, let test = CodeTest(test, base: Int(base)) else {
      for index in 0..<count { passed[index] = bounds(index).map(test.holds) ?? false ? 1 : 0 }
      return
    }
    switch lowWidth {
    case 0: fill(passed, test, codes, Nothing.self, codes)
    case 1: fill(passed, test, codes, UInt8.self, codes + count)
    default: fill(passed, test, codes, UInt16.self, codes + 2 * count)
    }
  }

  private func fill<Low: ColumnCode>(
    _ passed: UnsafeMutableRawBufferPointer, _ test: CodeTest, _ lows: UnsafeRawPointer,
    _: Low.Type, _ highs: UnsafeRawPointer
  ) {
    switch highWidth {
    case 0: fill(passed, test, lows, Low.self, highs, Nothing.self)
    case 1: fill(passed, test, lows, Low.self, highs, UInt8.self)
    default: fill(passed, test, lows, Low.self, highs, UInt16.self)
    }
  }

  @inline(__always)
  private func fill<Low: ColumnCode, High: ColumnCode>(
    _ passed: UnsafeMutableRawBufferPointer, _ test: CodeTest, _ lows: UnsafeRawPointer,
    _: Low.Type, _ highs: UnsafeRawPointer, _: High.Type
  ) {
    // Both sides of every comparison are vectors: with a number on one side it is not inlined.
    let (none, open) = (Codes(repeating: Low.greatest), Codes(repeating: Low.greatest - 1))
    let openHigh = Codes(repeating: High.greatest)
    let (zeros, ones) = (Codes(repeating: 0), Codes(repeating: 1))
    let whole = count & ~(Codes.scalarCount - 1)
    for first in stride(from: 0, to: whole, by: Codes.scalarCount) {
      let (lowCodes, highCodes) = (Low.codes(lows, first), High.codes(highs, first))
      let isOpen = lowCodes .== open
      let start = lowCodes.replacing(with: zeros, where: isOpen)
      let sum = start &+ highCodes
      var passes = (sum .>= test.leastHigh) .& (sum .<= test.greatestHigh)
      passes.replace(with: test.beyond, where: sum .< start)
      passes.replace(with: test.openHigh, where: highCodes .== openHigh)
      if !test.isLowFree {
        var isLow = (lowCodes .>= test.leastLow) .& (lowCodes .<= test.greatestLow)
        isLow.replace(with: test.openLow, where: isOpen)
        passes = passes .& isLow
      }
      passes = passes .& (lowCodes .!= none)
      passed.storeBytes(
        of: SIMD16<UInt8>(truncatingIfNeeded: zeros.replacing(with: ones, where: passes)),
        toByteOffset: first, as: SIMD16<UInt8>.self)
    }
    for index in whole..<count {
      passed[index] = bounds(index).map(test.given.holds) ?? false ? 1 : 0
    }
  }
}

/// The codes of 16 documents.
private typealias Codes = SIMD16<UInt16>

/// A test in the codes of a block, so that it needs no more than 16 bits.
private struct CodeTest {
  let given: BoundsTest
  /// The codes of a low that pass, and the sums of both codes that do; none where the least is
  /// greater than the greatest.
  let leastLow: Codes
  let greatestLow: Codes
  let leastHigh: Codes
  let greatestHigh: Codes
  /// Whether an open low, an open high and a sum beyond 16 bits pass.
  let openLow: SIMDMask<Codes.MaskStorage>
  let openHigh: SIMDMask<Codes.MaskStorage>
  let beyond: SIMDMask<Codes.MaskStorage>
  /// Whether every low passes.
  let isLowFree: Bool

  /// Nil where sums beyond 16 bits would have to be told apart.
  init?(_ test: BoundsTest, base: Int) {
    func bounds(_ range: ClosedRange<Int32>) -> (Int, Int) {
      (Int(range.lowerBound) - base, Int(range.upperBound) - base)
    }
    func codes(_ first: Int, _ last: Int) -> (Codes, Codes) {
      let isNone = first > 0xFFFF || last < 0
      return (
        Codes(repeating: isNone ? 1 : UInt16(clamping: first)),
        Codes(repeating: isNone ? 0 : UInt16(clamping: last))
      )
    }
    let (lows, highs) = (bounds(test.low), bounds(test.high))
    let greatestSum = 2 * 0xFFFF
    guard highs.0 <= 0x10000, highs.1 <= 0xFFFF || highs.1 >= greatestSum else { return nil }
    given = test
    (leastLow, greatestLow) = codes(lows.0, lows.1)
    (leastHigh, greatestHigh) = codes(highs.0, highs.1)
    openLow = SIMDMask(repeating: test.low.contains(.min))
    openHigh = SIMDMask(repeating: test.high.contains(.max))
    beyond = SIMDMask(repeating: highs.1 >= greatestSum)
    isLowFree = lows.0 <= 0 && lows.1 >= 0xFFFF && test.low.contains(.min)
  }
}

/// The codes of a width, of 16 documents from one on.
private protocol ColumnCode {
  /// The greatest, which is a mark.
  static var greatest: UInt16 { get }
  static func codes(_ codes: UnsafeRawPointer, _ first: Int) -> Codes
}

extension UInt8: ColumnCode {
  fileprivate static var greatest: UInt16 { 0xFF }
  @inline(__always)
  fileprivate static func codes(_ codes: UnsafeRawPointer, _ first: Int) -> Codes {
    Codes(truncatingIfNeeded: codes.loadUnaligned(fromByteOffset: first, as: SIMD16<UInt8>.self))
  }
}

extension UInt16: ColumnCode {
  fileprivate static var greatest: UInt16 { 0xFFFF }
  @inline(__always)
  fileprivate static func codes(_ codes: UnsafeRawPointer, _ first: Int) -> Codes {
    codes.loadUnaligned(fromByteOffset: first &* 2, as: Codes.self)
  }
}

/// The width 0: all codes are 0, so that none is a mark.
private enum Nothing: ColumnCode {
  static var greatest: UInt16 { 0xFFFF }
  @inline(__always)
  static func codes(_ codes: UnsafeRawPointer, _ first: Int) -> Codes { Codes(repeating: 0) }
}
