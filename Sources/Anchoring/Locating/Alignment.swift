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

  /// Makes so many words of the copy that follow those found the last `rows` ones of the passage: one
  /// by one, and of the last what is left over.
  mutating func extend(forward count: Int, over rows: Int) {
    guard let columns, rows > 0 else { return }
    let row = firsts.count - rows
    for step in 0..<min(count, rows) {
      firsts[row + step] = Int32(columns.upperBound + step)
      lasts[row + step] = firsts[row + step]
    }
    if count > rows { lasts[firsts.count - 1] = Int32(columns.upperBound + count - 1) }
  }

  /// The same of those before, which become the first `rows` ones.
  mutating func extend(backward count: Int, over rows: Int) {
    guard let columns, rows > 0 else { return }
    for step in 0..<min(count, rows) {
      firsts[rows - 1 - step] = Int32(columns.lowerBound - 1 - step)
      lasts[rows - 1 - step] = firsts[rows - 1 - step]
    }
    if count > rows { firsts[0] = Int32(columns.lowerBound - count) }
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
