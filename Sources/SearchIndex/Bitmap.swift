import CRoaring

/// A set of document numbers, in display order (a Roaring bitmap).
///
/// Operations give new sets. A set that lies in a mapped file keeps that file mapped.
public final class Bitmap {
  let pointer: UnsafePointer<roaring_bitmap_t>
  private let owner: IndexFile?

  private init(owned pointer: UnsafeMutablePointer<roaring_bitmap_t>?) {
    guard let pointer else { preconditionFailure("no memory for a bitmap") }
    self.pointer = UnsafePointer(pointer)
    owner = nil
  }

  /// A view of a frozen bitmap in a mapped file; nil where the bytes are none.
  init?(frozen bytes: UnsafeRawBufferPointer, of owner: IndexFile) {
    guard let address = bytes.baseAddress,
      let pointer = roaring_bitmap_frozen_view(
        address.assumingMemoryBound(to: CChar.self), bytes.count)
    else { return nil }
    self.pointer = pointer
    self.owner = owner
  }

  /// The numbers of a range.
  public convenience init(_ range: Range<UInt32>) {
    self.init(
      owned: range.isEmpty
        ? roaring_bitmap_create()
        : roaring_bitmap_from_range(UInt64(range.lowerBound), UInt64(range.upperBound), 1))
  }

  /// The numbers of a sequence.
  public convenience init(_ numbers: some Sequence<UInt32>) {
    let numbers = Array(numbers)
    self.init(owned: roaring_bitmap_of_ptr(numbers.count, numbers))
  }

  /// The union of many.
  public static func union(_ bitmaps: [Bitmap]) -> Bitmap {
    if bitmaps.count == 1 { return bitmaps[0] }
    var pointers: [UnsafePointer<roaring_bitmap_t>?] = bitmaps.map(\.pointer)
    return withExtendedLifetime(bitmaps) {
      Bitmap(owned: roaring_bitmap_or_many(pointers.count, &pointers))
    }
  }

  /// Those in both.
  public func and(_ other: Bitmap) -> Bitmap {
    Bitmap(owned: roaring_bitmap_and(pointer, other.pointer))
  }

  /// Those in either.
  public func or(_ other: Bitmap) -> Bitmap {
    Bitmap(owned: roaring_bitmap_or(pointer, other.pointer))
  }

  /// Those that are not in the other.
  public func minus(_ other: Bitmap) -> Bitmap {
    Bitmap(owned: roaring_bitmap_andnot(pointer, other.pointer))
  }

  /// Those of the numbers that lie in a range.
  public func within(_ range: Range<UInt32>) -> Bitmap { and(Bitmap(range)) }

  /// How many there are.
  public var count: Int { Int(roaring_bitmap_get_cardinality(pointer)) }
  /// Whether there is none.
  public var isEmpty: Bool { roaring_bitmap_is_empty(pointer) }
  /// Whether a number is among them.
  public func contains(_ number: UInt32) -> Bool { roaring_bitmap_contains(pointer, number) }

  /// How many numbers lie in a range; no set is made for it.
  public func count(in range: Range<UInt32>) -> Int {
    Int(
      roaring_bitmap_range_cardinality(
        pointer, UInt64(range.lowerBound), UInt64(range.upperBound)))
  }

  /// The numbers from position `first` on, at most `count`; positions count from 0.
  public func window(from first: Int, count: Int) -> [UInt32] {
    let total = self.count
    guard first >= 0, count > 0, first < total else { return [] }
    let taken = min(count, total - first)
    return [UInt32](unsafeUninitializedCapacity: taken) { buffer, used in
      let filled = roaring_bitmap_range_uint32_array(
        pointer, first, taken, buffer.baseAddress)
      used = filled ? taken : 0
    }
  }

  /// All numbers, in order.
  public var numbers: [UInt32] { window(from: 0, count: count) }

  /// The position of a number; nil where the set does not hold it.
  public func position(of number: UInt32) -> Int? {
    contains(number) ? Int(roaring_bitmap_rank(pointer, number)) - 1 : nil
  }

  /// The bytes of the frozen form, which must lie at a multiple of 32 to be viewed.
  var frozen: [UInt8] {
    let size = roaring_bitmap_frozen_size_in_bytes(pointer)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      if let address = buffer.baseAddress {
        address.withMemoryRebound(to: CChar.self, capacity: size) {
          roaring_bitmap_frozen_serialize(pointer, $0)
        }
      }
      used = size
    }
  }

  deinit { roaring_bitmap_free(pointer) }
}
