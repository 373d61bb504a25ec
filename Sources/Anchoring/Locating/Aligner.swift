/// Finds the words of a passage in some words of a copy: local alignment with gaps that cost less the
/// longer they are (Smith and Waterman 1981, Gotoh 1982, with a second, flatter price of long ones), and with words cut in two or joined.
///
/// It takes time and room in proportion to the product of the words of both.
struct Aligner {
  /// The passage's words, as its fingerprint shows them.
  let sought: [Grain]
  let depth: Int
  /// The copy's.
  let grains: [Grain]

  /// From where the best score of a place in the table comes.
  private enum Step {
    static let none: UInt8 = 0
    static let word: UInt8 = 1
    static let split: UInt8 = 2
    static let joined: UInt8 = 3
    static let inserted: UInt8 = 4
    static let between: UInt8 = 5
    static let missing: UInt8 = 6
    static let kind: UInt8 = 7
    /// The gap that ends here began before.
    static let longerInserted: UInt8 = 8
    static let longerBetween: UInt8 = 16
    static let longerMissing: UInt8 = 32
  }

  /// The best alignment of some words of the passage within some of the copy; no word where nothing
  /// agrees.
  func align(_ rows: Range<Int>, in columns: Range<Int>) -> Alignment {
    var best = Alignment(words: sought.count)
    guard !rows.isEmpty, !columns.isEmpty else { return best }
    let width = columns.count + 1
    var steps = [UInt8](repeating: 0, count: (rows.count + 1) * width)
    let end = steps.withUnsafeMutableBufferPointer { steps in
      sought.withUnsafeBufferPointer { sought in
        grains.withUnsafeBufferPointer { grains in
          fill(
            steps, UnsafeBufferPointer(rebasing: sought[rows]),
            UnsafeBufferPointer(rebasing: grains[columns]))
        }
      }
    }
    best.score = end.score
    trace(back: end, steps, width: width, rows.lowerBound, columns.lowerBound, into: &best)
    return best
  }

  private struct End {
    var score: Int32 = 0
    var row = 0
    var column = 0
  }

  /// Fills the table of steps and says where the best alignment ends.
  private func fill(
    _ steps: UnsafeMutableBufferPointer<UInt8>, _ sought: UnsafeBufferPointer<Grain>,
    _ grains: UnsafeBufferPointer<Grain>
  ) -> End {
    let width = grains.count + 1
    let evidence = Evidence.at(depth: depth)
    let (head, tail) = (Grain.headMask(depth), Grain.tailMask(depth))
    let never = Int32.min / 2
    var end = End()
    // Three rows of scores, the last of them in the making, and the scores of passages' gaps.
    var scores = [Int32](repeating: 0, count: 3 * width)
    var gaps = [Int32](repeating: never, count: width)
    scores.withUnsafeMutableBufferPointer { scores in
      gaps.withUnsafeMutableBufferPointer { missing in
        for row in 1...sought.count {
          let now = scores.baseAddress.unsafelyUnwrapped + row % 3 * width
          let before = scores.baseAddress.unsafelyUnwrapped + (row + 2) % 3 * width
          let twoBefore = scores.baseAddress.unsafelyUnwrapped + (row + 1) % 3 * width
          let word = sought[row - 1].bits
          let wordBefore = row > 1 ? sought[row - 2].bits : 0
          var inserted = never
          var between = never
          now[0] = 0
          for column in 1..<width {
            let found = grains[column - 1].bits
            let isHead = (word ^ found) & head == 0
            let isTail = (word ^ found) & tail == 0
            var step = Step.word
            var score =
              before[column - 1]
              + (isHead
                ? isTail ? evidence.both : evidence.one : isTail ? evidence.one : evidence.none)
            if isTail, column > 1, (word ^ grains[column - 2].bits) & head == 0 {
              let split = before[column - 2] + evidence.broken
              if split > score { (score, step) = (split, Step.split) }
            }
            if isTail, row > 1, (wordBefore ^ found) & head == 0 {
              let joined = twoBefore[column - 1] + evidence.broken
              if joined > score { (score, step) = (joined, Step.joined) }
            }
            var longer: UInt8 = 0
            let opened = now[column - 1] - Evidence.inserted
            inserted -= Evidence.insertedMore
            if inserted > opened { longer = Step.longerInserted } else { inserted = opened }
            if inserted > score { (score, step) = (inserted, Step.inserted) }
            let parted = now[column - 1] - Evidence.between
            between -= Evidence.betweenMore
            if between > parted { longer |= Step.longerBetween } else { between = parted }
            if between > score { (score, step) = (between, Step.between) }
            let begun = before[column] - Evidence.missing
            let gone = missing[column] - Evidence.missingMore
            if gone > begun { longer |= Step.longerMissing }
            missing[column] = max(gone, begun)
            if missing[column] > score { (score, step) = (missing[column], Step.missing) }
            if score <= 0 { (score, step) = (0, Step.none) }
            now[column] = score
            steps[row * width + column] = step | longer
            if score > end.score { end = End(score: score, row: row, column: column) }
          }
        }
      }
    }
    return end
  }

  /// Follows the steps from the end to where the alignment begins.
  private func trace(
    back end: End, _ steps: [UInt8], width: Int, _ firstRow: Int, _ firstColumn: Int,
    into alignment: inout Alignment
  ) {
    var (row, column) = (end.row, end.column)
    func set(_ row: Int, _ first: Int, _ last: Int) {
      alignment.firsts[firstRow + row - 1] = Int32(firstColumn + first - 1)
      alignment.lasts[firstRow + row - 1] = Int32(firstColumn + last - 1)
    }
    while row > 0, column > 0 {
      switch steps[row * width + column] & Step.kind {
      case Step.word:
        set(row, column, column)
        (row, column) = (row - 1, column - 1)
      case Step.split:
        set(row, column - 1, column)
        (row, column) = (row - 1, column - 2)
      case Step.joined:
        set(row, column, column)
        set(row - 1, column, column)
        (row, column) = (row - 2, column - 1)
      case Step.inserted:
        while steps[row * width + column] & Step.longerInserted != 0 { column -= 1 }
        column -= 1
      case Step.between:
        while steps[row * width + column] & Step.longerBetween != 0 { column -= 1 }
        column -= 1
      case Step.missing:
        while steps[row * width + column] & Step.longerMissing != 0 { row -= 1 }
        row -= 1
      default: return
      }
    }
  }
}
