/// Goes through the terms of many runs in ascending order of their keys.
struct Merge: ~Copyable {
  private let readers: UnsafeMutablePointer<RunReader>
  private let count: Int
  /// The readers that are not at their end, as a heap: the least key first, of equal keys the
  /// earlier run.
  private var heap: [Int] = []

  init(_ runs: [Run], memory: Int) {
    count = runs.count
    readers = .allocate(capacity: max(1, count))
    for (index, run) in runs.enumerated() {
      let size = min(1 << 20, memory / max(1, runs.count))
      (readers + index).initialize(to: RunReader(run, bufferSize: size))
    }
    for index in 0..<count where !readers[index].isAtEnd {
      heap.append(index)
      rise(from: heap.count - 1)
    }
  }

  deinit {
    readers.deinitialize(count: count)
    readers.deallocate()
  }

  /// Whether a run could not be read.
  var hasFailed: Bool { (0..<count).contains { readers[$0].failure } }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    let order = readers[one].compare(readers[other].key.bytes)
    return order == 0 ? one < other : order < 0
  }

  private mutating func rise(from place: Int) {
    var place = place
    while place > 0, isBefore(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && isBefore(heap[child], heap[least]) {
        least = child
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }

  /// Copies the next key and gives its documents in ascending order; in which runs it was, and by
  /// which number. False at the end.
  @inline(__always)
  mutating func next(
    key: inout RawBytes, places: inout [(run: Int, index: Int)], _ take: (UInt32) -> Void
  ) -> Bool {
    guard let first = heap.first else { return false }
    key.removeAll()
    key.append(readers[first].key.bytes)
    places.removeAll(keepingCapacity: true)
    while let run = heap.first, readers[run].compare(key.bytes) == 0 {
      places.append((run, readers[run].index))
      readers[run].take(take)
      if readers[run].isAtEnd {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      if heap.count > 1 { sink() }
    }
    return true
  }
}
