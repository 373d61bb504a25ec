import Glibc

/// A set of document numbers as one bit each: where many sets are united, and columns looked
/// through.
struct DenseSet: ~Copyable {
  private static let wordsPerContainer = 1024
  private let words: UnsafeMutablePointer<UInt64>
  private let limit: UInt32
  private let containers: Int
  /// Whether a container may have numbers, by its key.
  private var isUsed: [Bool]

  /// For numbers below a limit.
  init(limit: UInt32) {
    self.limit = limit
    containers = (Int(limit) + 65535) / 65536
    let count = max(1, containers * Self.wordsPerContainer)
    guard let memory = calloc(count, MemoryLayout<UInt64>.size) else {
      preconditionFailure("no memory for a set")
    }
    words = memory.bindMemory(to: UInt64.self, capacity: count)
    isUsed = Array(repeating: false, count: containers)
  }

  deinit { free(words) }

  /// Adds a number, which must be below the limit.
  @inline(__always)
  mutating func insert(_ number: UInt32) {
    isUsed[Int(number >> 16)] = true
    words[Int(number >> 6)] |= 1 << UInt64(number & 63)
  }

  /// Adds those of 64 numbers, from a multiple of 64 on, whose bit is set.
  @inline(__always)
  mutating func insert(_ bits: UInt64, at first: UInt32) {
    guard bits != 0, first < limit else { return }
    isUsed[Int(first >> 16)] = true
    let rest = limit - first
    words[Int(first >> 6)] |= rest >= 64 ? bits : bits & ((1 << UInt64(rest)) - 1)
  }

  /// Adds the numbers of a list of differences (`SetForm.list`); whether it was one of numbers below
  /// the limit.
  mutating func insert(list bytes: UnsafeRawBufferPointer) -> Bool {
    var list = NumberList(bytes)
    while let number = list.next() {
      guard number < limit else { return false }
      insert(number)
    }
    return list.isSound
  }

  /// Adds the numbers of a frozen bitmap; whether it was one of numbers below the limit.
  mutating func insert(frozen bytes: UnsafeRawBufferPointer) -> Bool {
    let words = words
    return FrozenBitmap(bytes: bytes, limit: UInt64(limit)).visit { key, part in
      isUsed[key] = true
      let target = words + key * Self.wordsPerContainer
      switch part {
      case .bitset(let source):
        for index in 0..<Self.wordsPerContainer {
          target[index] |= source.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
        }
      case .array(let numbers, let count):
        for index in 0..<count {
          let number = numbers.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
          target[Int(number >> 6)] |= 1 << UInt64(number & 63)
        }
      case .runs(let runs, let count):
        for index in 0..<count {
          let first = Int(runs.loadUnaligned(fromByteOffset: 4 * index, as: UInt16.self))
          let more = Int(runs.loadUnaligned(fromByteOffset: 4 * index + 2, as: UInt16.self))
          for number in first...(first + more) { target[number >> 6] |= 1 << UInt64(number & 63) }
        }
      }
    }
  }

  /// Writes the frozen form and forgets all numbers.
  mutating func move(to writer: inout FrozenWriter) {
    writer.clear()
    for key in 0..<containers where isUsed[key] {
      isUsed[key] = false
      let source = words + key * Self.wordsPerContainer
      writer.add(
        bitset: UnsafeBufferPointer(start: source, count: Self.wordsPerContainer), key: UInt16(key))
      source.update(repeating: 0, count: Self.wordsPerContainer)
    }
  }

  /// The numbers as a bitmap.
  consuming func bitmap() -> Bitmap {
    var writer = FrozenWriter()
    move(to: &writer)
    return Bitmap(writer)
  }
}

/// Reads a list of ascending numbers written as differences, 7 bits a byte, the first from 0.
struct NumberList {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var last: UInt32 = 0
  private var isFirst = true
  /// Whether all that was read were ascending numbers of 32 bits.
  private(set) var isSound = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  @inline(__always)
  mutating func next() -> UInt32? {
    guard at < bytes.count else { return nil }
    var difference: UInt32 = 0
    var shift: UInt32 = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      difference |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return take(difference) }
      shift += 7
      if shift > 28 { break }
    }
    return fail()
  }

  private mutating func take(_ difference: UInt32) -> UInt32? {
    let (number, isOver) = last.addingReportingOverflow(difference)
    if isOver || (difference == 0 && !isFirst) { return fail() }
    isFirst = false
    last = number
    return number
  }

  private mutating func fail() -> UInt32? {
    isSound = false
    at = bytes.count
    return nil
  }
}
