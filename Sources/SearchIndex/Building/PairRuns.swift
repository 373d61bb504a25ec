/// Pairs of words next to each other that get a set of their own, so that a phrase of two words needs
/// no text.
///
/// These are all pairs of words so common that more than a thousand documents would be expected to
/// have both (`IndexFile` knows these too, so that it takes one without a set for a phrase that does
/// not occur), and those that stand together in at least 256. Other pairs have few documents, in whose
/// texts to look.
struct PairRuns: ~Copyable {
  /// Of a common word: its place in the dictionary, and how many documents have it.
  struct Word {
    let place: UInt32
    let count: Int
  }

  private static let sketchSize = 1 << 22

  private let limits: IndexBuilder.Limits
  private let documents: Int
  private let words: [Word]
  /// How often pairs were met, at least; several share a counter.
  private let sketch: UnsafeMutablePointer<UInt16>
  private var table = TermTable()

  /// Words are known by their indices in `words`.
  init(_ words: [Word], documents: Int, _ limits: IndexBuilder.Limits) {
    (self.words, self.documents, self.limits) = (words, documents, limits)
    sketch = .allocate(capacity: Self.sketchSize)
    sketch.initialize(repeating: 0, count: Self.sketchSize)
  }

  deinit { sketch.deallocate() }

  /// Whether so many documents can be expected to have two words that all pairs of them have sets.
  static func isExpected(_ one: Int, _ other: Int, documents: Int, expected: Int) -> Bool {
    let (product, isOver) = one.multipliedReportingOverflow(by: other)
    let (least, isFar) = expected.multipliedReportingOverflow(by: documents)
    return !isFar && (isOver || product >= least)
  }

  private func isExpected(_ one: Int, _ other: Int) -> Bool {
    Self.isExpected(
      words[one].count, words[other].count, documents: documents, expected: limits.pairsExpected)
  }

  @inline(__always)
  private func slot(_ one: Int, _ other: Int) -> Int {
    let mixed = (UInt64(one) << 32 | UInt64(other)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 42)
  }

  /// Runs of the pairs, their keys as in the dictionary.
  ///
  /// `known` says for each run which of its table's numbers is which common word, from 1; 0 is none.
  /// - Throws: `.system`.
  mutating func runs(
    _ noted: NotedWords, in ranges: [Range<Int>], known: [[UInt32]]
  ) throws(IndexProblem) -> [Run] {
    var isRead = true
    for (range, known) in zip(ranges, known) {
      known.withUnsafeBufferPointer { known in
        isRead = noted.pairs(in: range) { one, other, _ in
          // Numbers beyond the last common word of a run are none.
          guard one < known.count, other < known.count else { return }
          let (one, other) = (Int(known[one]), Int(known[other]))
          if one == 0 || other == 0 { return }
          let place = slot(one, other)
          if sketch[place] < .max { sketch[place] += 1 }
        } && isRead
      }
    }
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

  private mutating func collect(_ noted: NotedWords, _ range: Range<Int>, _ known: [UInt32]) -> Bool {
    var key: [UInt8] = IndexFormat.key(pair: 0, 0)
    return key.withUnsafeMutableBytes { key in
      known.withUnsafeBufferPointer { known in
        noted.pairs(in: range) { one, other, document in
          // Numbers beyond the last common word of a run are none.
          guard one < known.count, other < known.count else { return }
          let (one, other) = (Int(known[one]), Int(known[other]))
          if one == 0 || other == 0 { return }
          guard
            sketch[slot(one, other)] >= limits.pairsMet || isExpected(one - 1, other - 1)
          else { return }
          key.storeBytes(of: words[one - 1].place.bigEndian, toByteOffset: 1, as: UInt32.self)
          key.storeBytes(of: words[other - 1].place.bigEndian, toByteOffset: 5, as: UInt32.self)
          table.add(UnsafeRawBufferPointer(key), document)
        }
      }
    }
  }
}
