import CRoaring

/// A set of document numbers, in display order (a Roaring bitmap); it never changes.
///
/// Operations give new sets. A set that lies in a mapped file keeps that file mapped.
public final class Bitmap: Sendable {
  /// A number, since a pointer may not go between threads; reading from several at once is safe.
  private let address: UInt
  /// What a view's numbers lie in.
  private let owner: (any AnyObject & Sendable)?

  /// Gives the bitmap to `body` and keeps it, and what it lies in, as long as that runs.
  private func read<Result>(_ body: (UnsafePointer<roaring_bitmap_t>) -> Result) -> Result {
    guard let pointer = UnsafePointer<roaring_bitmap_t>(bitPattern: address) else {
      preconditionFailure("a bitmap has an address")
    }
    return withExtendedLifetime(self) { body(pointer) }
  }

  private init(owned pointer: UnsafeMutablePointer<roaring_bitmap_t>?) {
    guard let pointer else { preconditionFailure("no memory for a bitmap") }
    address = UInt(bitPattern: pointer)
    owner = nil
  }

  /// A view of a frozen bitmap in memory that `owner` keeps; nil where the bytes are none of numbers
  /// below `limit`.
  init?(frozen bytes: UnsafeRawBufferPointer, of owner: any AnyObject & Sendable, limit: UInt32) {
    guard FrozenBitmap.isSound(bytes, limit: limit), let start = bytes.baseAddress,
      let view = roaring_bitmap_frozen_view(
        start.assumingMemoryBound(to: CChar.self), bytes.count)
    else { return nil }
    address = UInt(bitPattern: view)
    self.owner = owner
  }

  /// What a writer of the frozen form has.
  convenience init(_ writer: FrozenWriter) {
    let memory = AlignedBytes(writer)
    self.init(viewing: memory)
  }

  private init(viewing memory: AlignedBytes) {
    let view = memory.bytes.baseAddress.flatMap {
      roaring_bitmap_frozen_view($0.assumingMemoryBound(to: CChar.self), memory.bytes.count)
    }
    guard let view else { preconditionFailure("what was just written can be viewed") }
    address = UInt(bitPattern: view)
    owner = memory
  }

  deinit { roaring_bitmap_free(UnsafePointer<roaring_bitmap_t>(bitPattern: address)) }

  /// The numbers of a range.
  public convenience init(_ range: Range<UInt32>) {
    self.init(
      owned: range.isEmpty
        ? roaring_bitmap_create()
        : roaring_bitmap_from_range(UInt64(range.lowerBound), UInt64(range.upperBound), 1))
  }

  /// The numbers of a sequence, in any order.
  public convenience init(_ numbers: some Sequence<UInt32>) {
    let numbers = Array(numbers)
    self.init(owned: roaring_bitmap_of_ptr(numbers.count, numbers))
  }

  /// The union of many, of none the empty set.
  public static func union(_ bitmaps: [Bitmap]) -> Bitmap {
    if bitmaps.count == 1 { return bitmaps[0] }
    var pointers = bitmaps.map { UnsafePointer<roaring_bitmap_t>(bitPattern: $0.address) }
    return withExtendedLifetime(bitmaps) {
      Bitmap(owned: roaring_bitmap_or_many(pointers.count, &pointers))
    }
  }

  /// The numbers that all of some have, of none the empty set; those with the fewest come first, so
  /// that the rest costs no more than they.
  public static func intersection(_ bitmaps: [Bitmap]) -> Bitmap {
    let sorted = bitmaps.map { ($0, $0.count) }.sorted { $0.1 < $1.1 }.map(\.0)
    guard let first = sorted.first else { return Bitmap(0..<0) }
    return sorted.dropFirst().reduce(first) { $0.isEmpty ? $0 : $0.and($1) }
  }

  /// How many numbers both have; no set is made for it.
  public func count(with other: Bitmap) -> Int {
    read { mine in other.read { Int(roaring_bitmap_and_cardinality(mine, $0)) } }
  }

  /// The numbers that both have.
  public func and(_ other: Bitmap) -> Bitmap { joined(with: other, by: roaring_bitmap_and) }

  /// The numbers that either has.
  public func or(_ other: Bitmap) -> Bitmap { joined(with: other, by: roaring_bitmap_or) }

  /// The numbers that the other does not have.
  public func minus(_ other: Bitmap) -> Bitmap { joined(with: other, by: roaring_bitmap_andnot) }

  private typealias Operation = (
    UnsafePointer<roaring_bitmap_t>?, UnsafePointer<roaring_bitmap_t>?
  ) -> UnsafeMutablePointer<roaring_bitmap_t>?

  private func joined(with other: Bitmap, by operation: Operation) -> Bitmap {
    read { mine in other.read { theirs in Bitmap(owned: operation(mine, theirs)) } }
  }

  /// Those of the numbers that lie in a range.
  public func within(_ range: Range<UInt32>) -> Bitmap { and(Bitmap(range)) }

  /// How many numbers there are: exact, and quick in any set.
  public var count: Int { Int(read(roaring_bitmap_get_cardinality)) }

  /// Whether there are none.
  public var isEmpty: Bool { read(roaring_bitmap_is_empty) }

  /// Whether a number is one of them.
  public func contains(_ number: UInt32) -> Bool {
    read { roaring_bitmap_contains($0, number) }
  }

  /// How many numbers lie in a range; no set is made for it.
  public func count(in range: Range<UInt32>) -> Int {
    range.isEmpty ? 0 : rank(of: range.upperBound) - rank(of: range.lowerBound)
  }

  /// How many numbers are less than this one: its position, or that which it would have.
  public func rank(of number: UInt32) -> Int {
    number == 0 ? 0 : read { Int(roaring_bitmap_rank($0, number - 1)) }
  }

  /// The numbers from `number` on, at most `count`.
  func numbers(from number: UInt32, count: Int) -> [UInt32] {
    let count = min(count, Int(UInt32.max))
    guard count > 0 else { return [] }
    return read { pointer in
      var iterator = roaring_uint32_iterator_t()
      roaring_init_iterator(pointer, &iterator)
      guard roaring_move_uint32_iterator_equalorlarger(&iterator, number) else { return [] }
      return [UInt32](unsafeUninitializedCapacity: count) { buffer, used in
        used = Int(roaring_read_uint32_iterator(&iterator, buffer.baseAddress, UInt32(count)))
      }
    }
  }

  /// The number at a position; nil where there is none.
  func number(at position: Int) -> UInt32? {
    var number: UInt32 = 0
    guard let position = UInt32(exactly: position),
      read({ roaring_bitmap_select($0, position, &number) })
    else { return nil }
    return number
  }

  /// The bytes of the frozen form, which must lie at a multiple of 32 to be viewed; ranges of numbers
  /// become runs.
  var frozen: [UInt8] {
    guard let copy = read(roaring_bitmap_copy) else {
      preconditionFailure("no memory for a bitmap")
    }
    defer { roaring_bitmap_free(copy) }
    roaring_bitmap_run_optimize(copy)
    let size = roaring_bitmap_frozen_size_in_bytes(copy)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      if let address = buffer.baseAddress {
        address.withMemoryRebound(to: CChar.self, capacity: size) {
          roaring_bitmap_frozen_serialize(copy, $0)
        }
      }
      used = size
    }
  }
}

/// Memory at a multiple of 32, where a frozen bitmap may be viewed.
private final class AlignedBytes: Sendable {
  private let address: UInt
  private let count: Int

  init(_ writer: FrozenWriter) {
    count = writer.size
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count, alignment: IndexFormat.alignment)
    address = UInt(bitPattern: memory)
    var at = 0
    writer.write { piece in
      if let start = piece.baseAddress {
        (memory + at).copyMemory(from: start, byteCount: piece.count)
      }
      at += piece.count
    }
  }

  deinit { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }

  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }
}

extension Bitmap: Equatable {
  /// Whether both have the same numbers.
  public static func == (one: Bitmap, other: Bitmap) -> Bool {
    one.read { mine in other.read { theirs in roaring_bitmap_equals(mine, theirs) } }
  }
}
