import CRoaring

/// A set of document numbers, in display order (a Roaring bitmap); it never changes.
///
/// Operations give new sets. A set that lies in a mapped file keeps that file mapped.
public final class Bitmap: Sendable {
  /// A number, since a pointer may not go between threads; reading from several at once is safe.
  private let address: UInt
  /// What a view's numbers lie in.
  private let owner: Mapping?

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

  /// A view of a frozen bitmap in a mapped file; nil where the bytes there are none of numbers below
  /// `limit`.
  init?(frozen place: Range<Int>, of mapping: Mapping, limit: UInt32) {
    let view = mapping.withBytes { bytes in
      let bytes = UnsafeRawBufferPointer(rebasing: bytes[place])
      guard FrozenBitmap.isSound(bytes, limit: limit), let start = bytes.baseAddress else {
        return nil as UInt?
      }
      return roaring_bitmap_frozen_view(start.assumingMemoryBound(to: CChar.self), bytes.count)
        .map { UInt(bitPattern: $0) }
    }
    guard let view else { return nil }
    address = view
    owner = mapping
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

extension Bitmap: Equatable {
  /// Whether both have the same numbers.
  public static func == (one: Bitmap, other: Bitmap) -> Bool {
    one.read { mine in other.read { theirs in roaring_bitmap_equals(mine, theirs) } }
  }
}
