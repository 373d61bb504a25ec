/// The frozen form of a Roaring bitmap (CRoaring 0.2, little-endian), checked before it is viewed.
///
/// CRoaring checks sizes and trusts the rest, and its operations write as many numbers as containers
/// hold into memory for as many as they claim. So the whole form is read once: containers and their
/// numbers ascend, counts are true, no number reaches `limit`. That costs about what one operation on
/// the bitmap costs.
///
/// Bitsets (8,192 bytes each) come first, then the runs of all run containers (first number and how
/// many follow it, 2 bytes each), then the numbers of all array containers (2 bytes each); then a key
/// (2 bytes), a count (2 bytes: numbers less one, or runs) and a type (1 byte) for each container; at
/// the end 4 bytes: how many containers, shifted by 15, and the cookie.
struct FrozenBitmap {
  private static let bitsetSize = 8192
  private static let largestArray = 4096

  private let bytes: UnsafeRawBufferPointer
  private let limit: UInt64

  init(bytes: UnsafeRawBufferPointer, limit: UInt64) {
    self.bytes = bytes
    self.limit = limit
  }

  /// Whether the bytes are a bitmap of numbers below `limit` that CRoaring may view.
  static func isSound(_ bytes: UnsafeRawBufferPointer, limit: UInt32) -> Bool {
    guard let address = bytes.baseAddress,
      UInt(bitPattern: address) % UInt(IndexFormat.alignment) == 0
    else { return false }
    return FrozenBitmap(bytes: bytes, limit: UInt64(limit)).visit { _, _ in }
  }

  private func short(_ at: Int) -> Int {
    Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
  }

  private enum Kind: UInt8 {
    case bitset = 1
    case array, run
  }

  /// The numbers of a container, where they lie.
  enum Part {
    case bitset(UnsafeRawPointer)
    case array(UnsafeRawPointer, count: Int)
    case runs(UnsafeRawPointer, count: Int)
  }

  /// How many containers there are, and where keys, counts and types begin; nil where the whole does
  /// not fit together.
  private var frame: (containers: Int, keysAt: Int, countsAt: Int, typesAt: Int)? {
    guard bytes.count >= 4 else { return nil }
    let header = UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
    let containers = Int(header >> 15)
    guard header & 0x7FFF == FrozenWriter.cookie, containers <= 0x10000,
      bytes.count >= 4 + 5 * containers
    else { return nil }
    let typesAt = bytes.count - 4 - containers
    return (containers, typesAt - 4 * containers, typesAt - 2 * containers, typesAt)
  }

  /// Gives each container, by its key, to `take` once it was checked; false, and no more, where
  /// something does not hold.
  @inline(__always)
  func visit(_ take: (Int, Part) -> Void) -> Bool {
    guard let frame, let start = bytes.baseAddress else { return false }
    var (bitsets, runs, numbers) = (0, 0, 0)
    for index in 0..<frame.containers {
      let count = short(frame.countsAt + 2 * index)
      switch Kind(rawValue: bytes[frame.typesAt + index]) {
      case .bitset: bitsets += 1
      case .run: runs += count
      case .array: numbers += count + 1
      case nil: return false
      }
    }
    var bitsetAt = 0
    var runAt = bitsets * Self.bitsetSize
    var arrayAt = runAt + 4 * runs
    guard arrayAt + 2 * numbers == frame.keysAt else { return false }
    var lastKey = -1
    for index in 0..<frame.containers {
      let key = short(frame.keysAt + 2 * index)
      let count = short(frame.countsAt + 2 * index)
      guard key > lastKey else { return false }
      lastKey = key
      let last: Int?
      let part: Part
      switch Kind(rawValue: bytes[frame.typesAt + index]) {
      case .bitset:
        last = lastInBitset(at: bitsetAt, count: count + 1)
        part = .bitset(start + bitsetAt)
        bitsetAt += Self.bitsetSize
      case .run:
        last = lastInRuns(at: runAt, count: count)
        part = .runs(start + runAt, count: count)
        runAt += 4 * count
      case .array:
        last = lastInArray(at: arrayAt, count: count + 1)
        part = .array(start + arrayAt, count: count + 1)
        arrayAt += 2 * (count + 1)
      case nil: return false
      }
      guard let last, UInt64(key) << 16 + UInt64(last) < limit else { return false }
      take(key, part)
    }
    return true
  }

  /// The last number of a bitset of more numbers than an array would hold; nil for another count.
  private func lastInBitset(at offset: Int, count: Int) -> Int? {
    var found = 0
    var last: Int?
    for word in 0..<(Self.bitsetSize / 8) {
      let bits = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8 * word, as: UInt64.self))
      guard bits != 0 else { continue }
      found += bits.nonzeroBitCount
      last = 64 * word + 63 - bits.leadingZeroBitCount
    }
    return found == count && count > Self.largestArray ? last : nil
  }

  /// The last number of runs that ascend and do not touch; nil for others, and for none.
  private func lastInRuns(at offset: Int, count: Int) -> Int? {
    var last: Int?
    for run in 0..<count {
      let first = short(offset + 4 * run)
      let end = first + short(offset + 4 * run + 2)
      guard end <= 0xFFFF, last.map({ first > $0 + 1 }) ?? true else { return nil }
      last = end
    }
    return last
  }

  /// The last number of an array that ascends; nil for others.
  private func lastInArray(at offset: Int, count: Int) -> Int? {
    guard count <= Self.largestArray else { return nil }
    var last = -1
    for index in 0..<count {
      let number = short(offset + 2 * index)
      guard number > last else { return nil }
      last = number
    }
    return last
  }
}
