/// Writes the frozen form of a Roaring bitmap (see `FrozenBitmap`) of numbers that come in ascending
/// order, container by container, each in the smallest of its three forms.
struct FrozenWriter {
  static let cookie: UInt32 = 13766
  private static let containerSize = 65536
  private static let largestArray = 4096

  private var bitsets: [UInt64] = []
  private var runs: [UInt16] = []
  private var arrays: [UInt16] = []
  private var keys: [UInt16] = []
  private var counts: [UInt16] = []
  private var kinds: [UInt8] = []

  /// How many bytes the form has.
  var size: Int { 8 * bitsets.count + 2 * (runs.count + arrays.count) + 5 * keys.count + 4 }

  /// Forgets all containers.
  mutating func clear() {
    bitsets.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    arrays.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
  }

  /// Adds a container of ascending numbers, of which there must be some; keys ascend too.
  mutating func add(_ numbers: UnsafeBufferPointer<UInt16>, key: UInt16) {
    var runCount = 1
    for index in 1..<max(1, numbers.count) where numbers[index] != numbers[index - 1] &+ 1 {
      runCount += 1
    }
    keys.append(key)
    if 4 * runCount < min(2 * numbers.count, Self.containerSize / 8) {
      addRuns(numbers)
    } else if numbers.count <= Self.largestArray {
      kinds.append(2)
      counts.append(UInt16(numbers.count - 1))
      arrays.append(contentsOf: numbers)
    } else {
      kinds.append(1)
      counts.append(UInt16(numbers.count - 1))
      let first = bitsets.count
      bitsets.append(contentsOf: repeatElement(0, count: Self.containerSize / 64))
      bitsets.withUnsafeMutableBufferPointer { words in
        for number in numbers { words[first + Int(number >> 6)] |= 1 << UInt64(number & 63) }
      }
    }
  }

  /// Adds a container whose numbers are the bits of words; nothing where there are none.
  mutating func add(bitset words: UnsafeBufferPointer<UInt64>, key: UInt16) {
    var count = 0
    var runCount = 0
    var before: UInt64 = 0
    for word in words {
      count += word.nonzeroBitCount
      runCount += (word & ~(word << 1 | before)).nonzeroBitCount
      before = word >> 63
    }
    if count == 0 { return }
    if count > Self.largestArray, 4 * runCount >= Self.containerSize / 8 {
      keys.append(key)
      kinds.append(1)
      counts.append(UInt16(count - 1))
      bitsets.append(contentsOf: words)
      return
    }
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: count) { numbers in
      var next = 0
      for (index, word) in words.enumerated() {
        var bits = word
        while bits != 0 {
          numbers[next] = UInt16(64 * index + bits.trailingZeroBitCount)
          next += 1
          bits &= bits - 1
        }
      }
      add(UnsafeBufferPointer(numbers), key: key)
    }
  }

  private mutating func addRuns(_ numbers: UnsafeBufferPointer<UInt16>) {
    kinds.append(3)
    let before = runs.count
    var start = 0
    for index in 1...numbers.count
    where index == numbers.count || numbers[index] != numbers[index - 1] &+ 1 {
      runs.append(numbers[start])
      runs.append(numbers[index - 1] - numbers[start])
      start = index
    }
    counts.append(UInt16((runs.count - before) / 2))
  }

  /// Gives the pieces of the form one after another.
  func write(_ take: (UnsafeRawBufferPointer) -> Void) {
    bitsets.withUnsafeBytes(take)
    runs.withUnsafeBytes(take)
    arrays.withUnsafeBytes(take)
    keys.withUnsafeBytes(take)
    counts.withUnsafeBytes(take)
    kinds.withUnsafeBytes(take)
    withUnsafeBytes(of: (UInt32(keys.count) << 15 | Self.cookie).littleEndian, take)
  }
}
