/// Collects the ascending numbers of one set and writes it in the smallest form.
struct SetWriter: ~Copyable {
  /// Longer lists are never smaller than containers by much, and slower to read.
  private static let longestList = 1024

  private let numbers: UnsafeMutablePointer<UInt16>
  private var inContainer = 0
  private var container: UInt32 = 0
  private var frozen = FrozenWriter()
  private var list = RawBytes(capacity: 2048)
  private var last: UInt32 = 0
  /// How many numbers were collected.
  private(set) var count = 0

  init() { numbers = .allocate(capacity: 65536) }
  deinit { numbers.deallocate() }

  @inline(__always)
  mutating func add(_ number: UInt32) {
    if count < Self.longestList { list.append(varint: number &- last) }
    last = number
    count += 1
    if number >> 16 != container || inContainer == 0 { begin(number >> 16) }
    numbers[inContainer] = UInt16(truncatingIfNeeded: number)
    inContainer += 1
  }

  private mutating func begin(_ next: UInt32) {
    endContainer()
    container = next
  }

  private mutating func endContainer() {
    if inContainer > 0 {
      frozen.add(
        UnsafeBufferPointer(start: numbers, count: inContainer), key: UInt16(container))
    }
    inContainer = 0
  }

  /// Where a set lies, as the dictionary has it.
  struct Place {
    let unit: UInt32
    let sizeAndForm: UInt32
    /// How many bytes it has.
    var size: Int { Int(sizeAndForm & 0x3FFF_FFFF) }
  }

  /// Writes the set, which must have numbers, and forgets it.
  mutating func write(to output: inout OutputFile) -> Place {
    endContainer()
    defer { clear() }
    if count == 1 { return Place(unit: last, sizeAndForm: SetForm.single.rawValue << 30) }
    let isList = count <= Self.longestList && list.count < frozen.size
    guard isList else { return Self.write(frozen, to: &output) }
    output.pad(to: IndexFormat.setUnit)
    let at = output.count
    output.append(list.bytes)
    return Self.place(at, list.count, .list)
  }

  static func write(_ frozen: FrozenWriter, to output: inout OutputFile) -> Place {
    output.pad(to: IndexFormat.alignment)
    let at = output.count
    frozen.write { output.append($0) }
    return place(at, frozen.size, .frozen)
  }

  private static func place(_ at: Int, _ size: Int, _ form: SetForm) -> Place {
    Place(
      unit: UInt32((at - IndexFormat.headerSize) / IndexFormat.setUnit),
      sizeAndForm: UInt32(size) | form.rawValue << 30)
  }

  private mutating func clear() {
    frozen.clear()
    list.removeAll()
    (count, last) = (0, 0)
  }
}
