/// A passage's words set against those of a copy.
struct Alignment {
  /// For each word of the passage the first and the last of the copy that it is, or -1.
  var firsts: [Int32]
  var lasts: [Int32]
  /// In sixteenths of a bit.
  var score: Int32

  /// Of no word.
  init(words: Int) {
    firsts = [Int32](repeating: -1, count: words)
    lasts = firsts
    score = 0
  }

  /// Word for word from a place on.
  init(words: Int, straightFrom place: Int, score: Int32) {
    firsts = (0..<words).map { Int32(place + $0) }
    lasts = firsts
    self.score = score
  }

  /// The words of the passage that were found, from the first to the last.
  var rows: Range<Int>? {
    guard let first = firsts.firstIndex(where: { $0 >= 0 }),
      let last = firsts.lastIndex(where: { $0 >= 0 })
    else { return nil }
    return first..<(last + 1)
  }

  /// The words of the copy from the first found to the last.
  var columns: Range<Int>? {
    rows.map { Int(firsts[$0.lowerBound])..<(Int(lasts[$0.upperBound - 1]) + 1) }
  }

  /// Lets the words stand on just these of the copy: those that stood elsewhere are not found any more,
  /// and at both ends those that are not found are what is left there, one by one.
  mutating func fit(to columns: Range<Int>) {
    for row in firsts.indices
    where firsts[row] < columns.lowerBound || Int(lasts[row]) >= columns.upperBound {
      firsts[row] = -1
      lasts[row] = -1
    }
    let rows = rows ?? firsts.count..<firsts.count
    let found = self.columns ?? columns.upperBound..<columns.upperBound
    let before = min(rows.lowerBound, found.lowerBound - columns.lowerBound)
    for step in 0..<max(0, before) { set(rows.lowerBound - 1 - step, found.lowerBound - 1 - step) }
    let after = min(firsts.count - rows.upperBound, columns.upperBound - found.upperBound)
    for step in 0..<max(0, after) { set(rows.upperBound + step, found.upperBound + step) }
  }

  private mutating func set(_ row: Int, _ column: Int) {
    firsts[row] = Int32(column)
    lasts[row] = firsts[row]
  }

  /// Takes another's words, which must follow or come before all of these.
  mutating func join(_ other: Alignment) {
    for row in firsts.indices where other.firsts[row] >= 0 {
      firsts[row] = other.firsts[row]
      lasts[row] = other.lasts[row]
    }
    score += other.score
  }
}
