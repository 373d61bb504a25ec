/// The bounds of 4,096 documents, or of fewer at a column's end.
///
/// An entry of the column's directory (20 bytes) says what the least low and the greatest high are,
/// so that a block of which nothing can match is not read; what the lows count from (`base`); where
/// the block's codes begin among the column's data; and how many bytes a code of a low and of a high
/// has. First come the codes of all lows, then those of all highs.
///
/// With widths 0, 1 and 2 a low is `base` and its code; the greatest code says that the document has
/// no bounds, the second greatest that the low is open. A high is the low and its code (`base` and
/// its code where the low is open); the greatest code says that it is open. Where the width is 0 all
/// lows are `base`, or all highs their lows. With width 4 both are as they are, none where the low
/// is above the high. Where the least low is above the greatest high no document has bounds, and
/// there are no codes.
struct ColumnBlock {
  let leastLow: Int32
  let greatestHigh: Int32
  let base: Int32
  let lowWidth: Int
  let highWidth: Int
  /// How many documents.
  let count: Int
  let codes: UnsafeRawPointer?

  /// Whether no document has bounds.
  var isEmpty: Bool { leastLow > greatestHigh }

  /// Nil where the entry is none, or codes lie outside the data.
  init?(
    entry: UnsafeRawBufferPointer, count: Int, codes: (Range<Int>) -> UnsafeRawBufferPointer?
  ) {
    func number(_ at: Int) -> Int32 {
      Int32(littleEndian: entry.loadUnaligned(fromByteOffset: at, as: Int32.self))
    }
    guard entry.count == IndexFormat.columnBlockSize else { return nil }
    (leastLow, greatestHigh, base) = (number(0), number(4), number(8))
    (lowWidth, highWidth) = (Int(entry[16]), Int(entry[17]))
    self.count = count
    let offset = Int(UInt32(bitPattern: number(12)))
    let isPlain = lowWidth == 4 && highWidth == 4
    guard isPlain || (lowWidth <= 2 && highWidth <= 2) else { return nil }
    if leastLow > greatestHigh || lowWidth + highWidth == 0 {
      self.codes = nil
      return
    }
    guard let bytes = codes(offset..<(offset + count * (lowWidth + highWidth))) else { return nil }
    self.codes = bytes.baseAddress
  }

  @inline(__always)
  private func code(_ index: Int, at offset: Int, width: Int) -> Int {
    guard let codes else { return 0 }
    switch width {
    case 1: return Int(codes.load(fromByteOffset: offset + index, as: UInt8.self))
    case 2:
      return Int(codes.loadUnaligned(fromByteOffset: offset + 2 * index, as: UInt16.self))
    case 4: return Int(codes.loadUnaligned(fromByteOffset: offset + 4 * index, as: Int32.self))
    default: return 0
    }
  }

  /// The greatest code of a width; of width 0 there is only one, which is no mark.
  @inline(__always)
  static func greatest(_ width: Int) -> Int { width == 1 ? 0xFF : width == 2 ? 0xFFFF : 0x10000 }

  /// The low and the high of a document; the low above the high where it has none.
  @inline(__always)
  func limits(_ index: Int, lowWidth: Int, highWidth: Int) -> (low: Int, high: Int) {
    let low = code(index, at: 0, width: lowWidth)
    if lowWidth == 4 { return (low, code(index, at: 4 * count, width: 4)) }
    // No branch hangs on a code: which documents have bounds cannot be guessed.
    let greatest = Self.greatest(lowWidth)
    let (isNone, isOpen) = (low == greatest, low == greatest - 1)
    let first = Int(base) &+ (isOpen ? 0 : low)
    let more = code(index, at: lowWidth &* count, width: highWidth)
    let high = more == Self.greatest(highWidth) ? Int(Int32.max) : first &+ more
    return (isNone ? 1 : isOpen ? Int(Int32.min) : first, isNone ? 0 : high)
  }

  /// A document's bounds; nil where it has none.
  func bounds(_ index: Int) -> ClosedRange<Int32>? {
    if isEmpty { return nil }
    let (low, high) = limits(index, lowWidth: lowWidth, highWidth: highWidth)
    guard low <= high, let low = Int32(exactly: low), let high = Int32(exactly: high) else {
      return nil
    }
    return low...high
  }
}

/// What lows and highs must lie in.
struct BoundsTest {
  let low: ClosedRange<Int32>
  let high: ClosedRange<Int32>

  /// That bounds overlap a range.
  static func overlaps(_ range: ClosedRange<Int32>) -> Self {
    Self(low: .min...range.upperBound, high: range.lowerBound ... .max)
  }

  /// That bounds lie wholly within a range.
  static func isWithin(_ range: ClosedRange<Int32>) -> Self {
    Self(low: range.lowerBound ... .max, high: .min...range.upperBound)
  }

  /// That all of a range lies within the bounds.
  static func covers(_ range: ClosedRange<Int32>) -> Self {
    Self(low: .min...range.lowerBound, high: range.upperBound ... .max)
  }

  func holds(_ bounds: ClosedRange<Int32>) -> Bool {
    low.contains(bounds.lowerBound) && high.contains(bounds.upperBound)
  }
}
