/// Windows of a set: what a list shows of it. Positions count from 0.
extension Bitmap {
  /// The numbers from position `first` on, at most `count`.
  public func window(from first: Int, count: Int) -> [UInt32] {
    let taken = min(count, self.count - first)
    guard first >= 0, taken > 0, let number = number(at: first) else { return [] }
    return numbers(from: number, count: taken)
  }

  /// The last numbers before position `end`, at most `count`; in ascending order all the same.
  public func window(before end: Int, count: Int) -> [UInt32] {
    let end = min(end, self.count)
    let first = max(0, end - max(0, count))
    return window(from: first, count: end - first)
  }

  /// All numbers, in order.
  public var numbers: [UInt32] { window(from: 0, count: count) }

  /// The numbers that lie in a range, in order; no set is made for it.
  public func numbers(in range: Range<UInt32>) -> [UInt32] {
    numbers(from: range.lowerBound, count: count(in: range))
  }

  /// The position of a number; nil where the set does not hold it.
  public func position(of number: UInt32) -> Int? {
    contains(number) ? rank(of: number) : nil
  }
}

/// Windows of what also passes a test that the index cannot make, such as a phrase in the stored
/// text: no more is tested than the window needs.
extension Bitmap {
  /// How many numbers are fetched at once to be tested.
  private static let batch = 64

  /// The first numbers from `start` on that pass a test, at most `count`.
  public func first<Failure: Error>(
    _ count: Int, from start: UInt32 = 0, where passes: (UInt32) throws(Failure) -> Bool
  ) throws(Failure) -> [UInt32] {
    var found: [UInt32] = []
    var position = rank(of: start)
    while found.count < count {
      let numbers = window(from: position, count: Self.batch)
      if numbers.isEmpty { break }
      position += numbers.count
      for number in numbers where found.count < count {
        if try passes(number) { found.append(number) }
      }
    }
    return found
  }

  /// The last numbers before `end` that pass a test, at most `count`; in ascending order.
  public func last<Failure: Error>(
    _ count: Int, before end: UInt32 = .max, where passes: (UInt32) throws(Failure) -> Bool
  ) throws(Failure) -> [UInt32] {
    var found: [UInt32] = []
    var position = rank(of: end)
    while found.count < count {
      let numbers = window(before: position, count: Self.batch)
      if numbers.isEmpty { break }
      position -= numbers.count
      for number in numbers.reversed() where found.count < count {
        if try passes(number) { found.append(number) }
      }
    }
    return found.reversed()
  }

  /// Those of the numbers that pass a test; all are tested.
  public func filtered<Failure: Error>(
    where passes: (UInt32) throws(Failure) -> Bool
  ) throws(Failure) -> Bitmap {
    Bitmap(try first(.max, where: passes))
  }
}
