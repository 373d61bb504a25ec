import Glibc
import Model
import Text

/// Makes an index: documents are added section by section, in display order.
///
/// Memory stays bounded however many documents there are: when the words of those added so far fill
/// 24 MB, they go to a temporary file as a sorted run, and finishing merges the runs. Only the
/// dictionary (some 30 bytes a word) and the columns (some 2 to 4 bytes a number) are held whole.
/// Where there is enough to do, a thread of its own indexes what this one adds.
public struct IndexBuilder: ~Copyable {
  /// How much is held, and what gets a set of its own; tests make these small.
  struct Limits {
    /// Where temporary files go.
    var folder = "/tmp"
    /// How many bytes of words and numbers make a run.
    var memory = 24 << 20
    /// How many bytes of texts are handed to the other thread at once.
    var batch = 1 << 20
    /// How many bytes of sets a prefix may unite that has no set of its own.
    var prefixBytes = 1 << 20
    /// How often a pair of words must stand together to have a set, and how many documents must be
    /// expected to have two words for all their pairs to have one; the latter is not less.
    var pairsMet = 400
    var pairsExpected = 800
  }

  struct Section {
    let name: String
    let first: UInt32
    var isInDayOrder = true
  }

  private let limits: Limits
  private let indexing: Indexing
  private var batch = Batch()
  private var sections: [Section] = []
  private var columns: [(column: Column, writer: ColumnWriter)] = []
  private var documents: UInt32 = 0
  /// The earliest day of the document added last; nil where it has none.
  private var lastDay: Int32?

  /// Without any documents; what does not fit in memory goes to `folder` while this is there, or
  /// where none is given to that of `TMPDIR`.
  public init(spillingTo folder: String? = nil) {
    var limits = Limits()
    limits.folder = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    self.init(limits)
  }

  init(_ limits: Limits) {
    self.limits = limits
    indexing = Indexing(RunMaker(limits))
  }

  /// How many documents were added: the number of the next one.
  public var count: Int { Int(documents) }

  /// Adds a section's documents, which get consecutive numbers in the order given; whether that is
  /// the order of their earliest days is noted in the index.
  ///
  /// A section's name has at most 28 bytes and is given once; a section may be empty.
  public mutating func add(_ documents: [IndexedDocument], section: String) {
    begin(section: section)
    for document in documents { add(document) }
  }

  /// Begins a section: the documents added from now on are its.
  ///
  /// A section's name has at most 28 bytes and is given once; a section may be empty.
  public mutating func begin(section: String) {
    precondition(
      section.utf8.count <= IndexFormat.nameSize, "a section's name has at most 28 bytes")
    precondition(!sections.contains { $0.name == section }, "a section is added once")
    sections.append(Section(name: section, first: documents))
    lastDay = .min
  }

  /// Adds a document to the section that was begun last; it gets the next number.
  ///
  /// Whether documents come in the order of their earliest days is noted in the index. What fails in
  /// writing temporary files is thrown by `write(to:)`.
  public mutating func add(_ document: IndexedDocument) {
    beginDocument(days: document.days)
    for text in document.texts { add(text: text) }
    for (field, keys) in document.fields {
      field.check()
      for key in keys { batch.add(field, key: key) }
    }
    for (column, bounds) in document.counts { add(bounds, to: column) }
    if let sure = document.sure { append(sure, to: IndexFormat.sure) }
  }

  /// Begins a document, as `add(_: IndexedDocument)` does, of which the texts, keys and counts follow.
  public mutating func beginDocument(days: ClosedRange<Int32>?) {
    precondition(!sections.isEmpty, "a document belongs to a section")
    if batch.size > limits.batch { batch = indexing.hand(over: batch) }
    batch.begin(documents)
    documents += 1
    add(days: days)
  }

  /// Adds a text to the document that was begun last.
  public mutating func add(text: String) { if !text.isEmpty { batch.add(text: text) } }

  /// Adds a key to the document that was begun last.
  public mutating func add(_ field: Field, key: String) {
    field.check()
    batch.add(field, key: key)
  }

  /// Adds texts and keys that were made ready to the document that was begun last.
  public mutating func add(_ parts: DocumentParts) { batch.add(parts) }

  /// Adds what was counted, once for each column, to the document that was begun last.
  public mutating func add(_ bounds: ClosedRange<Int32>, to column: Column) {
    precondition(
      column.name.utf8.count <= IndexFormat.nameSize && column.name.utf8.first != 0x20,
      "no name of a column: \(column.name)")
    append(bounds, to: column)
  }

  private mutating func add(days: ClosedRange<Int32>?) {
    if let days {
      if lastDay.map({ days.lowerBound < $0 }) ?? true {
        sections[sections.count - 1].isInDayOrder = false
      }
      append(days, to: IndexFormat.days)
      if let spanClass = SpanClass(days) {
        batch.add(IndexFormat.longSpans, key: spanClass.rawValue)
        switch MonthCounts.Width(DayRange(days)) {
        case .month: break
        case .year: batch.add(IndexFormat.severalMonths, key: "")
        case .wider: batch.add(IndexFormat.severalYears, key: "")
        }
      }
    } else {
      batch.add(IndexFormat.undated, key: "")
    }
    lastDay = days?.lowerBound
  }

  /// Adds bounds of the document that was begun last. There are so few columns that looking through them is
  /// quicker than a hash.
  private mutating func append(_ bounds: ClosedRange<Int32>, to column: Column) {
    let number = documents - 1
    if let index = columns.firstIndex(where: { $0.column == column }) {
      columns[index].writer.add(bounds, of: number)
    } else {
      columns.append((column, ColumnWriter(at: number)))
      columns[columns.count - 1].writer.add(bounds, of: number)
    }
  }

  /// Writes the index to an open file.
  private consuming func write(into descriptor: Int32, path: String) throws(IndexProblem) {
    let maker = indexing.finish(batch)
    try IndexAssembly.goOn()
    try maker.finish()
    try IndexAssembly.goOn()
    var assembly = IndexAssembly(descriptor, path: path, documents: count, limits)
    try assembly.appendTerms(of: maker)
    try assembly.finish(sections: sections, columns: columns)
  }

  /// The bytes of the index.
  ///
  /// - Throws: `.system` where temporary files cannot be written.
  public consuming func finish() throws(IndexProblem) -> [UInt8] {
    let file = try TemporaryFile(in: limits.folder)
    try write(into: file.descriptor, path: file.path)
    let size = Int(lseek(file.descriptor, 0, SEEK_END))
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      used = FileAccess.read(
        into: UnsafeMutableRawBufferPointer(buffer), at: 0, of: file.descriptor)
    }
  }

  /// Writes the index beside its place, makes sure that it is on the disk, and renames it into its
  /// place, so that nobody ever sees half of one.
  ///
  /// - Throws: `.system`, and `.cancelled` where the task was; then nothing is left beside the place.
  public consuming func write(to path: String) throws(IndexProblem) {
    let file = try WholeFile(replacing: path)
    try write(into: file.descriptor, path: path)
    try file.commit()
  }
}
