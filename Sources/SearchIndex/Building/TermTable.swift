import Glibc

/// The terms of a run of documents, each with the numbers of its documents.
///
/// Keys lie one after another; open addressing finds them by a hash. The numbers of a term are
/// written as differences, 7 bits a byte, in chunks that double in size: nothing is allocated for a
/// single term.
struct TermTable: ~Copyable {
  private struct Entry {
    var key: UInt32
    var length: UInt32
    var last: UInt32 = 0
    var count: UInt32 = 0
    var firstChunk: UInt32 = 0
    var at: UInt32 = 0
    var end: UInt32 = 0
    var size: UInt32 = 0
  }

  private static let firstSize: UInt32 = 12
  private static let largestSize: UInt32 = 1 << 12
  private static let linkSize: UInt32 = 4

  /// The hash and, from 1, the number of the term; 0 where none is.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount: Int
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  private(set) var count = 0
  private var keys = RawBytes(capacity: 1 << 12)
  private var pool = RawBytes(capacity: 1 << 12)

  init() {
    slotCount = 1 << 10
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    capacity = 1 << 9
    entries = .allocate(capacity: capacity)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
  }

  /// How many bytes are filled, those of keys and numbers.
  var filled: Int { keys.count + pool.count + count * MemoryLayout<Entry>.stride }

  private static func hash(_ space: UInt8, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: bytes.count << 8 | Int(space)) &* prime
    func step(_ word: UInt64) {
      hash = (hash ^ word) &* prime
      hash ^= hash >> 29
    }
    let count = bytes.count
    var at = 0
    while at + 8 <= count {
      step(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    if count >= 8 {
      if at < count { step(bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) }
    } else if count >= 4 {
      let low = bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let high = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      step(UInt64(low) | UInt64(high) << 32)
    } else {
      var word: UInt64 = 0
      for byte in bytes { word = word << 8 | UInt64(byte) }
      step(word)
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// Adds a document to a key's; documents come in ascending order, and one that comes again adds
  /// nothing. Gives the key's number in this table, from 0 in the order of their coming. Of the key
  /// come the byte of its space and what follows, which is not empty.
  @inline(__always)
  @discardableResult
  mutating func add(
    _ space: UInt8, _ key: UnsafeRawBufferPointer, _ document: UInt32
  ) -> Int {
    let hash = Self.hash(space, key)
    var slot = Int(hash) & (slotCount - 1)
    while true {
      let taken = slots[slot]
      if taken == 0 { break }
      if UInt32(truncatingIfNeeded: taken >> 32) == hash {
        let index = Int(taken & 0xFFFF_FFFF) - 1
        let entry = entries + index
        let theirs = keys.start + Int(entry.pointee.key)
        if Int(entry.pointee.length) == key.count + 1, let mine = key.baseAddress,
          theirs.load(as: UInt8.self) == space, memcmp(theirs + 1, mine, key.count) == 0
        {
          append(document, to: entry)
          return index
        }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return insert(space, key, hash, document, slot)
  }

  private mutating func insert(
    _ space: UInt8, _ key: UnsafeRawBufferPointer, _ hash: UInt32, _ document: UInt32, _ slot: Int
  ) -> Int {
    if count == capacity { growEntries() }
    let place = UInt32(keys.count)
    keys.append(space)
    keys.append(key)
    var entry = Entry(key: place, length: UInt32(key.count + 1))
    entry.firstChunk = UInt32(pool.extend(by: Int(Self.firstSize + Self.linkSize)))
    entry.size = Self.firstSize
    entry.at = entry.firstChunk
    entry.end = entry.firstChunk + Self.firstSize
    (entries + count).initialize(to: entry)
    count += 1
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    append(document, to: entries + (count - 1))
    if 2 * count > slotCount { growSlots() }
    return count - 1
  }

  private mutating func growEntries() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }

  private mutating func growSlots() {
    let old = UnsafeBufferPointer(start: slots, count: slotCount)
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for taken in old where taken != 0 {
      var slot = Int(taken >> 32) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = taken
    }
    old.deallocate()
  }

  @inline(__always)
  private mutating func append(_ document: UInt32, to entry: UnsafeMutablePointer<Entry>) {
    if entry.pointee.count > 0, entry.pointee.last == document { return }
    var rest = document &- entry.pointee.last
    entry.pointee.last = document
    entry.pointee.count += 1
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80, to: entry)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest), to: entry)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, to entry: UnsafeMutablePointer<Entry>) {
    if entry.pointee.at == entry.pointee.end { addChunk(to: entry) }
    pool.start.storeBytes(of: byte, toByteOffset: Int(entry.pointee.at), as: UInt8.self)
    entry.pointee.at += 1
  }

  private mutating func addChunk(to entry: UnsafeMutablePointer<Entry>) {
    let size = min(2 * entry.pointee.size, Self.largestSize)
    let chunk = UInt32(pool.extend(by: Int(size + Self.linkSize)))
    pool.start.storeBytes(of: chunk, toByteOffset: Int(entry.pointee.end), as: UInt32.self)
    entry.pointee.size = size
    entry.pointee.at = chunk
    entry.pointee.end = chunk + size
  }

  /// A term as it is given in the order of keys: its number in this table, and its documents' count
  /// and bytes, piece by piece.
  struct Term {
    let index: Int
    let key: UnsafeRawBufferPointer
    let count: UInt32
    let size: Int
  }

  /// Gives the terms in ascending order of their keys' bytes.
  func sorted(_ take: (Term) -> Void) {
    func bytes(_ index: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(
        start: keys.start + Int(entries[index].key), count: Int(entries[index].length))
    }
    var order = (0..<count).map { index in
      var first: UInt64 = 0
      let key = bytes(index)
      for byte in key.prefix(8) { first = first << 8 | UInt64(byte) }
      return (first: first << UInt64(8 * (8 - min(8, key.count))), index: UInt32(index))
    }
    order.sort { one, other in
      if one.first != other.first { return one.first < other.first }
      let (left, right) = (bytes(Int(one.index)), bytes(Int(other.index)))
      guard let start = left.baseAddress, let otherStart = right.baseAddress else { return false }
      let sign = memcmp(start, otherStart, min(left.count, right.count))
      return sign == 0 ? left.count < right.count : sign < 0
    }
    for (_, index) in order {
      let index = Int(index)
      var size = 0
      pieces(of: index) { size += $0.count }
      take(Term(index: index, key: bytes(index), count: entries[index].count, size: size))
    }
  }

  /// Gives the bytes of a term's documents, piece by piece.
  func pieces(of index: Int, _ take: (UnsafeRawBufferPointer) -> Void) {
    let entry = entries[index]
    var chunk = Int(entry.firstChunk)
    var size = Int(Self.firstSize)
    while chunk + size != Int(entry.end) {
      take(UnsafeRawBufferPointer(start: pool.start + chunk, count: size))
      let link = pool.start.load(fromByteOffset: chunk + size, as: UInt32.self)
      chunk = Int(link)
      size = min(2 * size, Int(Self.largestSize))
    }
    take(UnsafeRawBufferPointer(start: pool.start + chunk, count: Int(entry.at) - chunk))
  }

  /// Forgets all terms, and gives back most of the memory.
  mutating func clear() {
    count = 0
    keys.removeAll()
    pool.removeAll()
    slots.update(repeating: 0, count: slotCount)
  }
}
