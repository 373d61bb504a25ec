/// The terms of an index in the writing, in ascending order of their keys; held in memory, some 30
/// bytes a term.
struct DictionaryWriter: ~Copyable {
  private var entries = RawBytes(capacity: 1 << 12)
  private var keys = RawBytes(capacity: 1 << 12)
  /// How many terms.
  private(set) var count = 0

  mutating func add(_ key: UnsafeRawBufferPointer, _ place: SetWriter.Place) {
    for number in [UInt32(keys.count), UInt32(key.count), place.unit, place.sizeAndForm] {
      let at = entries.extend(by: 4)
      entries.start.storeBytes(of: number.littleEndian, toByteOffset: at, as: UInt32.self)
    }
    keys.append(key)
    count += 1
  }

  private func number(_ place: Int, of index: Int) -> UInt32 {
    let at = index * IndexFormat.termSize + 4 * place
    return UInt32(littleEndian: entries.bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }

  func key(_ index: Int) -> UnsafeRawBufferPointer {
    let start = Int(number(0, of: index))
    return UnsafeRawBufferPointer(
      rebasing: keys.bytes[start..<(start + Int(number(1, of: index)))])
  }

  func place(_ index: Int) -> SetWriter.Place {
    SetWriter.Place(unit: number(2, of: index), sizeAndForm: number(3, of: index))
  }

  /// Writes entries and keys; gives where they begin.
  mutating func write(to output: inout OutputFile) -> (termsAt: Int, keysAt: Int) {
    let termsAt = output.count
    output.append(entries.bytes)
    let keysAt = output.count
    output.append(keys.bytes)
    return (termsAt, keysAt)
  }
}
