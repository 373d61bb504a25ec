/// The bounds of a column in the writing, block by block (see `ColumnBlock`): no more than one block
/// is held as it was given.
struct ColumnWriter {
  private static let size = IndexFormat.documentsPerBlock
  private var lows: [Int32]
  private var highs: [Int32]
  private let first: UInt32
  /// The first document of the block that is being filled, and the one after its last.
  private var blockFirst: UInt32
  private var next: UInt32
  private var directory = IndexBytes()
  private var codes = IndexBytes()

  /// Begins with the block of a document.
  init(at document: UInt32) {
    first = document - document % UInt32(Self.size)
    blockFirst = first
    next = first
    lows = Array(repeating: .max, count: Self.size)
    highs = Array(repeating: .min, count: Self.size)
  }

  /// Documents come in ascending order, each once.
  mutating func add(_ bounds: ClosedRange<Int32>, of document: UInt32) {
    while document - blockFirst >= UInt32(Self.size) { endBlock(Self.size) }
    lows[Int(document - blockFirst)] = bounds.lowerBound
    highs[Int(document - blockFirst)] = bounds.upperBound
    next = document + 1
  }

  /// Writes codes and directory; gives the column's entry of the tables but its name.
  mutating func write(to output: inout OutputFile) -> IndexBytes {
    let last = next
    if next > blockFirst { endBlock(Int(next - blockFirst)) }
    let codesAt = output.count
    codes.bytes.withUnsafeBytes { output.append($0) }
    let directoryAt = output.count
    directory.bytes.withUnsafeBytes { output.append($0) }
    var entry = IndexBytes()
    entry.append(first)
    entry.append(last - first)
    for offset in [directoryAt, codesAt, directoryAt] { entry.append(UInt64(offset)) }
    return entry
  }

  private mutating func endBlock(_ count: Int) {
    let (lows, highs) = (self.lows.prefix(count), self.highs.prefix(count))
    let present = zip(lows, highs).filter { $0 <= $1 }
    let base = present.map(\.0).filter { $0 != .min }.min() ?? 0
    let widths = Self.widths(lows, highs, base)
    for number in [present.map(\.0).min() ?? .max, present.map(\.1).max() ?? .min, base] {
      directory.append(number)
    }
    directory.append(UInt32(codes.count))
    for byte in [UInt8(widths.low), UInt8(widths.high), 0, 0] { directory.append(byte) }
    if !present.isEmpty { appendCodes(lows, highs, base, widths) }
    self.lows.withUnsafeMutableBufferPointer { $0.update(repeating: .max) }
    self.highs.withUnsafeMutableBufferPointer { $0.update(repeating: .min) }
    blockFirst += UInt32(count)
  }

  /// The fewest bytes with which all codes differ from the marks; 4 for both where 2 do not do.
  private static func widths(
    _ lows: ArraySlice<Int32>, _ highs: ArraySlice<Int32>, _ base: Int32
  ) -> (low: Int, high: Int) {
    var (hasMarks, greatestLow) = (false, 0)
    var (hasOpen, greatestHigh) = (false, 0)
    for (low, high) in zip(lows, highs) {
      if low > high || low == .min { hasMarks = true }
      if low > high { continue }
      let first = low == .min ? Int(base) : Int(low)
      greatestLow = max(greatestLow, first - Int(base))
      if high == .max, low != .max {
        hasOpen = true
      } else {
        if Int(high) < first { return (4, 4) }
        greatestHigh = max(greatestHigh, Int(high) - first)
      }
    }
    let low = greatestLow == 0 && !hasMarks ? 0 : greatestLow < 0xFE ? 1 : 2
    let high = greatestHigh == 0 && !hasOpen ? 0 : greatestHigh < 0xFF ? 1 : 2
    return greatestLow >= 0xFFFE || greatestHigh >= 0xFFFF ? (4, 4) : (low, high)
  }

  private mutating func appendCodes(
    _ lows: ArraySlice<Int32>, _ highs: ArraySlice<Int32>, _ base: Int32,
    _ widths: (low: Int, high: Int)
  ) {
    func append(_ code: Int, _ width: Int) {
      switch width {
      case 1: codes.append(UInt8(truncatingIfNeeded: code))
      case 2: codes.append(UInt16(truncatingIfNeeded: code))
      case 4: codes.append(Int32(truncatingIfNeeded: code))
      default: break
      }
    }
    let greatest = ColumnBlock.greatest(widths.low)
    for (low, high) in zip(lows, highs) {
      if widths.low == 4 {
        append(Int(low), 4)
      } else {
        append(
          low > high ? greatest : low == .min ? greatest - 1 : Int(low) - Int(base), widths.low)
      }
    }
    for (low, high) in zip(lows, highs) {
      if widths.low == 4 {
        append(Int(high), 4)
      } else if low > high {
        append(0, widths.high)
      } else {
        let first = low == .min ? Int(base) : Int(low)
        let isOpen = high == .max && low != .max
        append(isOpen ? ColumnBlock.greatest(widths.high) : Int(high) - first, widths.high)
      }
    }
  }
}
