import Synchronization

/// The bytes of an index, none of which is given out before the checksum of its block was found to
/// hold.
///
/// An index of a million events has 100 MB: reading them all would make opening slow. So the tables
/// have one checksum, which opening checks, and among them lie the checksums of all else, one for
/// each block of 16 KiB. A block is checked when something in it is asked for the first time, which
/// costs about two microseconds. What lies in a damaged block is not there for callers; that a
/// block was damaged is remembered (`problem`).
final class Blocks: Sendable {
  let mapping: Mapping
  private let path: String
  /// What the checksums of blocks are of.
  private let covered: Range<Int>
  private let sumsAt: Int
  /// A bit for each block that was found to be whole; a number, as a pointer may not go between
  /// threads.
  private let known: UInt
  private let count: Int
  private let firstDamage = Atomic<Int>(-1)

  /// Nil where the checksums do not lie in the file. They must have been checked.
  init?(_ mapping: Mapping, path: String, covered: Range<Int>, sumsAt: Int) {
    count = Self.count(covered)
    guard sumsAt >= 0, covered.upperBound <= mapping.count,
      count * IndexFormat.checksumSize <= mapping.count - sumsAt
    else { return nil }
    self.mapping = mapping
    self.path = path
    self.covered = covered
    self.sumsAt = sumsAt
    let words = count / 64 + 1
    let bits = UnsafeMutablePointer<Atomic<UInt64>>.allocate(capacity: words)
    for word in 0..<words { (bits + word).initialize(to: Atomic(0)) }
    known = UInt(bitPattern: bits)
  }

  deinit {
    guard let bits = UnsafeMutablePointer<Atomic<UInt64>>(bitPattern: known) else { return }
    bits.deinitialize(count: count / 64 + 1)
    bits.deallocate()
  }

  /// How many blocks the bytes up to the end of `covered` make; blocks count from the file's first.
  static func count(_ covered: Range<Int>) -> Int {
    (covered.upperBound + IndexFormat.blockSize - 1) / IndexFormat.blockSize
  }

  /// What was found to be damaged since the index was opened; nil where nothing was.
  var problem: IndexProblem? {
    let block = firstDamage.load(ordering: .acquiring)
    guard block >= 0 else { return nil }
    return .damaged(path: path, detail: "the checksum of block \(block) does not hold")
  }

  /// The bytes of a range, to be used no longer than this is held; nil where they are outside what
  /// checksums cover, or damaged.
  @inline(__always)
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer? {
    guard range.lowerBound >= covered.lowerBound, range.upperBound <= covered.upperBound else {
      return nil
    }
    if !range.isEmpty {
      let last = (range.upperBound - 1) / IndexFormat.blockSize
      var block = range.lowerBound / IndexFormat.blockSize
      while block <= last {
        if !isKnown(block), !check(block) { return nil }
        block += 1
      }
    }
    return mapping.withBytes { UnsafeRawBufferPointer(rebasing: $0[range]) }
  }

  @inline(__always)
  private func isKnown(_ block: Int) -> Bool {
    guard let bits = UnsafeMutablePointer<Atomic<UInt64>>(bitPattern: known) else { return false }
    return bits[block / 64].load(ordering: .relaxed) & (1 << UInt64(block % 64)) != 0
  }

  @inline(never)
  private func check(_ block: Int) -> Bool {
    let start = max(covered.lowerBound, block * IndexFormat.blockSize)
    let end = min(covered.upperBound, (block + 1) * IndexFormat.blockSize)
    let sum = mapping.withBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
    guard mapping.number(at: sumsAt + block * IndexFormat.checksumSize, as: UInt64.self) == sum
    else {
      _ = firstDamage.compareExchange(
        expected: -1, desired: block, ordering: .acquiringAndReleasing)
      return false
    }
    if let bits = UnsafeMutablePointer<Atomic<UInt64>>(bitPattern: known) {
      _ = bits[block / 64].bitwiseOr(1 << UInt64(block % 64), ordering: .relaxed)
    }
    return true
  }

  /// Checks every block: whether all are whole.
  func checkAll() -> Bool {
    (covered.lowerBound / IndexFormat.blockSize..<count).allSatisfy { isKnown($0) || check($0) }
  }
}
