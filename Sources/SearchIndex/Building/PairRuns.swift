/// Pairs of words next to each other, and threes, that get a set of their own, so that a phrase of
/// two or three words needs no text.
///
/// These are all pairs of words so common that some hundred documents would be expected to have both
/// (`IndexFile` knows these too, so that it takes one without a set for a phrase that does not
/// occur), and those pairs and threes that stand together in at least 400. Others have few
/// documents, in whose texts to look.
struct PairRuns: ~Copyable {
  /// Of a common word: its place in the dictionary, and how many documents have it.
  struct Word {
    let place: UInt32
    let count: Int
  }

  private static let sketchBits: UInt64 = 22

  private let limits: IndexBuilder.Limits
  private let documents: Int
  private let words: [Word]
  /// How often pairs and threes were met, or more: several share a counter.
  private let sketch: UnsafeMutablePointer<UInt16>
  private var table = TermTable()

  /// Words are known by their indices in `words`, from 1.
  init(_ words: [Word], documents: Int, _ limits: IndexBuilder.Limits) {
    (self.words, self.documents, self.limits) = (words, documents, limits)
    sketch = .allocate(capacity: 1 << Int(Self.sketchBits))
    sketch.initialize(repeating: 0, count: 1 << Int(Self.sketchBits))
  }

  deinit { sketch.deallocate() }

  /// Whether so many documents can be expected to have two words that all pairs of them have sets.
  static func isExpected(_ one: Int, _ other: Int, documents: Int, expected: Int) -> Bool {
    let (product, isOver) = one.multipliedReportingOverflow(by: other)
    let (least, isFar) = expected.multipliedReportingOverflow(by: documents)
    return !isFar && (isOver || product >= least)
  }

  /// The counter of three words, of which the first may be 0.
  @inline(__always)
  private static func slot(_ one: Int, _ two: Int, _ three: Int) -> Int {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    let pair = (UInt64(two) << 32 | UInt64(three)) &* prime
    let mixed = one == 0 ? pair : ((pair ^ (pair >> 31)) &+ UInt64(one)) &* prime
    return Int(mixed >> (64 - sketchBits))
  }

  /// Runs of the pairs and threes, their keys as in the dictionary.
  ///
  /// `known` says for each run which of its table's numbers is which common word; 0 is none.
  /// - Throws: `.system`.
  mutating func runs(
    _ noted: borrowing NotedWords, in ranges: [Range<Int>], known: [[UInt32]]
  ) throws(IndexProblem) -> [Run] {
    var isRead = true
    for (range, known) in zip(ranges, known) { isRead = count(noted, range, known) && isRead }
    var runs: [Run] = []
    var file: TemporaryFile?
    var fileEnd = 0
    for (range, known) in zip(ranges, known) {
      isRead = collect(noted, range, known) && isRead
      if table.filled > limits.memory {
        let target = try TemporaryFile.either(file, in: limits.folder)
        file = target
        let run = try RunWriter.file(table, to: target, at: fileEnd)
        if case .file(_, let range) = run { fileEnd = range.upperBound }
        runs.append(run)
        table.clear()
      }
    }
    guard isRead else { throw .system(path: limits.folder, code: 5) }
    runs.append(RunWriter.memory(table))
    return runs
  }

  private func count(_ noted: borrowing NotedWords, _ range: Range<Int>, _ known: [UInt32]) -> Bool
  {
    let sketch = sketch
    func meet(_ slot: Int) {
      if sketch[slot] < .max { sketch[slot] += 1 }
    }
    return known.withUnsafeBufferPointer { known in
      noted.visit(range, known: known) { one, two, three, _ in
        meet(Self.slot(0, two, three))
        if one != 0 { meet(Self.slot(one, two, three)) }
      }
    }
  }

  private mutating func collect(
    _ noted: borrowing NotedWords, _ range: Range<Int>, _ known: [UInt32]
  ) -> Bool {
    let least = UInt16(clamping: limits.pairsMet)
    return withUnsafeTemporaryAllocation(byteCount: 12, alignment: 1) { key in
      known.withUnsafeBufferPointer { known in
        noted.visit(range, known: known) { one, two, three, document in
          let isMet = sketch[Self.slot(0, two, three)] >= least
          if isMet || isExpected(two, three) {
            put(two, key, at: 0)
            put(three, key, at: 4)
            add(key[..<8], document)
          }
          if isMet, one != 0, sketch[Self.slot(one, two, three)] >= least {
            put(one, key, at: 0)
            put(two, key, at: 4)
            put(three, key, at: 8)
            add(key[...], document)
          }
        }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ key: Slice<UnsafeMutableRawBufferPointer>, _ document: UInt32) {
    table.add(
      IndexFormat.pairSpace, UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: key)),
      document)
  }

  private func isExpected(_ one: Int, _ other: Int) -> Bool {
    Self.isExpected(
      words[one - 1].count, words[other - 1].count, documents: documents,
      expected: limits.pairsExpected)
  }

  @inline(__always)
  private func put(_ word: Int, _ key: UnsafeMutableRawBufferPointer, at place: Int) {
    key.storeBytes(of: words[word - 1].place.bigEndian, toByteOffset: place, as: UInt32.self)
  }
}
