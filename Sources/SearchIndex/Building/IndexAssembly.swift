/// Puts the parts of an index together, in the order in which they lie in the file.
struct IndexAssembly: ~Copyable {
  private let limits: IndexBuilder.Limits
  private let path: String
  private let documents: UInt32
  private var output: OutputFile
  private var dictionary = DictionaryWriter()
  private var words = 0..<0
  private var common: [PairRuns.Word] = []
  /// For each run, which numbers of its table are common words.
  private var known: [[UInt32]] = []

  init(
    _ descriptor: Int32, path: String, documents: Int, _ limits: IndexBuilder.Limits
  ) {
    (self.path, self.limits, self.documents) = (path, limits, UInt32(documents))
    output = OutputFile(descriptor, path: path)
  }

  /// Whether pairs of words get sets: not where no pair could have enough documents.
  private var hasPairs: Bool { Int(documents) >= limits.pairsMet }

  private var unread: IndexProblem { .system(path: path, code: 5) }

  mutating func appendTerms(of maker: RunMaker) throws(IndexProblem) {
    known = maker.runs.map { _ in [] }
    try append(maker.runs)
    try Self.goOn()
    let prefixes = PrefixSets(dictionary, words: words, bytes: limits.prefixBytes)
    guard prefixes.write(to: &output, &dictionary, documents: documents) else { throw unread }
    try Self.goOn()
    guard hasPairs, !common.isEmpty else { return }
    var pairs = PairRuns(common, documents: Int(documents), limits)
    let runs = try pairs.runs(maker.noted, in: maker.notes, known: known)
    try Self.goOn()
    try append(runs)
  }

  /// - Throws: `.cancelled` where the task no longer wants the index.
  static func goOn() throws(IndexProblem) { if Task.isCancelled { throw .cancelled } }

  /// So many terms are written between two looks at whether they are wanted.
  private static let termsAtOnce = 1024

  private mutating func append(_ runs: [Run]) throws(IndexProblem) {
    var merge = Merge(runs, memory: limits.memory)
    var set = SetWriter()
    var key = RawBytes(capacity: 64)
    var places: [(run: Int, index: Int)] = []
    while merge.next(key: &key, places: &places, { set.add($0) }) {
      if dictionary.count % Self.termsAtOnce == 0 { try Self.goOn() }
      let isWord = key.bytes.first == IndexFormat.wordSpace
      let count = set.count
      if isWord {
        if words.isEmpty { words = dictionary.count..<dictionary.count }
        words = words.lowerBound..<(dictionary.count + 1)
        if hasPairs, count >= limits.pairsMet { addCommon(count, places) }
      }
      let place = set.write(to: &output)
      dictionary.add(key.bytes, place)
    }
    if merge.hasFailed { throw unread }
  }

  private mutating func addCommon(_ count: Int, _ places: [(run: Int, index: Int)]) {
    common.append(PairRuns.Word(place: UInt32(dictionary.count), count: count))
    for (run, index) in places {
      let missing = index + 1 - known[run].count
      if missing > 0 { known[run].append(contentsOf: repeatElement(0, count: missing)) }
      known[run][index] = UInt32(common.count)
    }
  }

  consuming func finish(
    sections: [IndexBuilder.Section], columns: [(column: Column, writer: ColumnWriter)]
  ) throws(IndexProblem) {
    let setsEnd = output.count
    var entries = IndexBytes()
    for (column, writer) in columns.sorted(by: { $0.column.name < $1.column.name }) {
      var writer = writer
      entries.append(writer.write(to: &output).bytes)
      entries.append(name: column.name)
    }
    let (termsAt, keysAt) = dictionary.write(to: &output)
    output.endBlocks()
    let tablesAt = output.count
    var tables = IndexBytes()
    for section in sections {
      tables.append(section.first)
      tables.append(section.isInDayOrder ? IndexFormat.inDayOrder : 0)
      tables.append(name: section.name)
    }
    tables.append(entries.bytes)
    for sum in output.sums { tables.append(sum) }
    let length = tablesAt + tables.count + IndexFormat.checksumSize
    let header = IndexLayout.Header(
      sections: UInt32(sections.count), columns: UInt32(columns.count), documents: documents,
      terms: UInt32(dictionary.count),
      pairsExpected: hasPairs ? UInt32(limits.pairsExpected) : 0, setsEnd: UInt64(setsEnd),
      termsAt: UInt64(termsAt), keysAt: UInt64(keysAt), tablesAt: UInt64(tablesAt),
      length: UInt64(length))
    try output.finish(header, tables: tables)
  }
}
