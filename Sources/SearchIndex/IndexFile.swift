/// An index on disk, memory-mapped and never changed: sections, terms with the documents of each,
/// and columns of days and counts.
///
/// Documents are numbered in display order, section by section, so that a section is a range of
/// numbers and a window of hits is a window of a bitmap.
///
/// Opening reads the header and the tables (some kilobytes; of a file up to a mebibyte, all of it),
/// holds them against their checksum, and checks that the parts lie within the file. Everything else
/// is looked up where it lies, after the checksum of its block of 16 KiB was found to hold
/// (`Blocks`). Where it does not hold, the answer is as if the block were not there, and `problem`
/// says so from then on: whoever asks looks at it before an answer is believed (`check()`), and
/// builds the index again. A file whose checksums were put right after a change is not noticed, but
/// every place and every number is checked where it is used: its answers may be wrong, but never
/// name a document that does not exist.
///
/// The file, version 4, all numbers little-endian:
/// - header, 96 bytes: `ADDUCEIX`; version, number of sections, columns, documents, terms, and how many
///   documents must be expected to have two words for all their pairs to have a set, 0 where no pair
///   has one (4 bytes each); where sets end, where terms, keys and tables begin, and the length of the
///   file (8 each); zeros
/// - sets of documents, each at a multiple of 4 and in the smallest of three forms (`SetForm`); frozen
///   Roaring bitmaps at a multiple of 32 (see `FrozenBitmap`)
/// - of each column the codes and the directory of its blocks (see `ColumnBlock`); `" days"` is the
///   column of the possible days, `" sure"` that of the days surely covered
/// - terms, 16 bytes each, in ascending order of their keys: where the key begins among the keys, its
///   length, where the set begins in units of 4 bytes from the end of the header, its length and form
///   (4 each, the form in the upper two bits)
/// - keys: `f`, a field's name, a zero and a key; `w` and a folded word; `x` and the beginning, up to
///   six letters, of words so many that their sets are united beforehand; `y` and the places among the
///   terms of two or three words (4 bytes each, the greatest first) that stand next to each other in
///   many documents (see `PairRuns`). The field `" undated"` has the documents without days, `" long"`
///   those with more than one (`SpanClass`), `" months"` those with days in several months
///   of one year, `" years"` those with days in several years
/// - tables: sections, 40 bytes each, in the order of their documents: first document, flags (1: in
///   day order), length of the name (4 each), the name (28); columns, 64 bytes each: first document,
///   how many documents (4 each), where directory, codes and the end of the codes are (8 each), length
///   of the name (4), the name (28); the checksum of every block (8 each)
/// - checksum of the header and the tables (8, see `Checksum`)
public final class IndexFile: Sendable {
  /// Up to how many bytes a file is checked whole when it is opened: that costs a tenth of a
  /// millisecond.
  static let checkedWhole = 1 << 20

  let layout: IndexLayout
  let monthStarts = MonthStarts()
  let pointTables = PointTables()

  /// Maps the file at a path and checks its tables: time and memory in proportion to these.
  ///
  /// - Throws: `.missing`, `.damaged`, `.otherVersion`, or `.system` where it may not be read.
  public convenience init(mapping path: String) throws(IndexProblem) {
    try self.init(mapping: path, checkingUpTo: Self.checkedWhole)
  }

  init(mapping path: String, checkingUpTo size: Int) throws(IndexProblem) {
    let mapping = try Mapping(path: path)
    layout = try IndexLayout(mapping, path: path)
    if mapping.count <= size, !layout.blocks.checkAll() { try check() }
  }

  /// What was found to be damaged since opening, nil where nothing was: answers from before it was
  /// found are right, later ones may lack what was damaged.
  public var problem: IndexProblem? { layout.blocks.problem }

  /// Throws what was found to be damaged since opening; to be called before an answer is believed.
  public func check() throws(IndexProblem) {
    if let problem { throw problem }
  }

  // MARK: Sections

  /// The names of the sections, in the order of their documents.
  public var sections: [String] { layout.sections.map(\.name) }

  /// The numbers of a section; empty where there is none of that name.
  public func documents(in section: String) -> Range<UInt32> {
    self.section(section)?.documents ?? 0..<0
  }

  func section(_ name: String) -> IndexLayout.Section? {
    layout.sections.first { $0.name == name }
  }

  /// Every document.
  public var all: Range<UInt32> { 0..<layout.documents }

  /// Every document of some sections.
  public func all(in sections: [String]) -> Bitmap {
    Bitmap.union(sections.map { Bitmap(documents(in: $0)) })
  }

  // MARK: Terms

  func bitmap(_ index: Int) -> Bitmap? {
    guard let place = layout.dictionary.place(index) else { return nil }
    if case .frozen(let range) = place {
      return layout.blocks.bytes(range).flatMap {
        Bitmap(frozen: $0, of: layout.blocks, limit: layout.documents)
      }
    }
    var numbers: [UInt32] = []
    return collect(place, { numbers.append($0) }) ? Bitmap(numbers) : nil
  }

  /// Gives the numbers of a set that is not frozen; whether all of them were.
  func collect(_ place: TermDictionary.Place, _ take: (UInt32) -> Void) -> Bool {
    switch place {
    case .single(let number):
      guard number < layout.documents else { return false }
      take(number)
      return true
    case .list(let range):
      guard let bytes = layout.blocks.bytes(range) else { return false }
      var list = NumberList(bytes)
      while let number = list.next() {
        guard number < layout.documents else { return false }
        take(number)
      }
      return list.isSound
    case .frozen: return false
    }
  }

  private func union(_ indices: Range<Int>) -> Bitmap {
    if indices.count <= 1 { return indices.first.flatMap(bitmap) ?? Bitmap(0..<0) }
    var union = DenseSet(limit: layout.documents)
    for index in indices {
      guard let place = layout.dictionary.place(index) else { continue }
      if case .frozen(let range) = place {
        if let bytes = layout.blocks.bytes(range) { _ = union.insert(frozen: bytes) }
      } else {
        _ = collect(place) { union.insert($0) }
      }
    }
    return union.bitmap()
  }

  private func bitmap(key: [UInt8]) -> Bitmap {
    layout.dictionary.index(of: key).flatMap(bitmap) ?? Bitmap(0..<0)
  }

  /// Documents that have a folded word.
  public func documents(word: String) -> Bitmap { bitmap(key: IndexFormat.key(word: word)) }

  /// Documents that have a word beginning with a folded prefix. Prefixes of up to six letters that
  /// would be dear have been united beforehand; others cost in proportion to the words that begin so.
  public func documents(prefix: String) -> Bitmap {
    if IndexFormat.prefixLengths.contains(prefix.unicodeScalars.count),
      let index = layout.dictionary.index(of: IndexFormat.key(prefix: prefix))
    {
      return bitmap(index) ?? Bitmap(0..<0)
    }
    return union(layout.dictionary.indices(withPrefix: IndexFormat.key(word: prefix)))
  }

  /// Documents that have a key in a field.
  public func documents(_ field: Field, key: String) -> Bitmap {
    bitmap(key: IndexFormat.key(field, key))
  }

  /// The words that begin with a folded prefix, in the order of their bytes, at most `limit`.
  public func terms(withPrefix prefix: String, limit: Int = .max) -> [String] {
    layout.dictionary.indices(withPrefix: IndexFormat.key(word: prefix)).prefix(max(0, limit))
      .map { layout.dictionary.text($0, droppingFirst: 1) }
  }

  /// The keys of a field that some document has, in the order of their bytes.
  public func keys(of field: Field) -> [String] {
    let prefix = IndexFormat.key(field, "")
    return layout.dictionary.indices(withPrefix: prefix)
      .map { layout.dictionary.text($0, droppingFirst: prefix.count) }
  }
}
