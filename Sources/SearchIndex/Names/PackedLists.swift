/// Lists in one piece of storage: list 0, 1 and so on, each of any length.
struct PackedLists<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func append(_ list: some Sequence<Element>) {
    elements.append(contentsOf: list)
    ends.append(elements.count)
  }

  subscript(number: Int) -> ArraySlice<Element> {
    elements[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// Gives the numbers of the lists that a test holds for, in order; faster than list by list.
  func numbers(where test: (UnsafeBufferPointer<Element>) -> Bool) -> [Int] {
    var found: [Int] = []
    elements.withUnsafeBufferPointer { elements in
      var start = 0
      for (number, end) in ends.enumerated() {
        if test(UnsafeBufferPointer(rebasing: elements[start..<end])) { found.append(number) }
        start = end
      }
    }
    return found
  }

  func length(_ number: Int) -> Int { ends[number] - (number == 0 ? 0 : ends[number - 1]) }
}

/// The first eight letters of a word in one number, to look for a beginning without its letters.
struct Head {
  private(set) var letters: UInt64 = 0
  private(set) var mask: UInt64 = 0

  init(_ letters: some Sequence<UInt32>) {
    for (index, letter) in letters.prefix(8).enumerated() {
      self.letters |= UInt64(letter & 0xFF) << (8 * index)
      mask |= 0xFF << (8 * index)
    }
  }

  /// Whether a word with that head may begin with this one; where not, it does not.
  func mayBegin(_ other: UInt64) -> Bool { other & mask == letters }
}
