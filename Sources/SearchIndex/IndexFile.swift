/// An index on disk, memory-mapped and never changed: sections, terms with the documents of each,
/// and columns of days and counts.
///
/// Documents are numbered in display order, section by section, so that a section is a range of
/// numbers and a window of hits is a window of a bitmap. Opening reads the file once for its
/// checksum, checks that its parts lie within it, and copies the tables of sections and columns;
/// everything else is looked up where it lies, and checked there. What does not hold is then as if
/// it were not in the file: never an answer with a document that does not exist.
///
/// The file, version 2, all numbers little-endian:
/// - header, 64 bytes: `ADDUCEIX`; version, number of sections, columns, documents, terms, and 0
///   (4 bytes each); where terms, keys and bitmaps begin, and the length of the file (8 each)
/// - sections, 40 bytes each, in the order of their documents: first document, flags (1: in day
///   order), length of the name (4 each), the name (28)
/// - columns, 48 bytes each: first document, how many documents (4 each), where the bounds begin (8),
///   length of the name (4), the name (28); then the bounds of each column: low and high (4 each) of
///   each document, none where low is above high; `" days"` is the column of the possible days
/// - terms, 16 bytes each, in ascending order of their keys: where the key begins among the keys, its
///   length, where the bitmap begins among the bitmaps in units of 32 bytes, its length (4 each)
/// - keys: `w` and a folded word, or `f`, a field's name, a zero and a key; `" long"` and
///   `" undated"` are the fields of documents whose possible days are more than one, and none
/// - bitmaps: frozen Roaring bitmaps, each at a multiple of 32 (see `FrozenBitmap`)
/// - checksum of all before it (8, see `Checksum`)
public final class IndexFile: Sendable {
  let mapping: Mapping
  let layout: IndexLayout

  /// Maps the file at a path and checks it: time in proportion to its length, memory to its sections
  /// and columns.
  ///
  /// - Throws: `.missing`, `.damaged`, `.otherVersion`, or `.system` where it may not be read.
  public init(mapping path: String) throws(IndexProblem) {
    mapping = try Mapping(path: path)
    layout = try IndexLayout(mapping, path: path)
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

  private func bitmap(_ index: Int) -> Bitmap? {
    Bitmap(frozen: layout.dictionary.bitmap(index), of: mapping, limit: layout.documents)
  }

  private func bitmap(key: [UInt8]) -> Bitmap {
    layout.dictionary.index(of: key).flatMap(bitmap) ?? Bitmap(0..<0)
  }

  /// Documents that have a folded word.
  public func documents(word: String) -> Bitmap { bitmap(key: IndexFormat.key(word: word)) }

  /// Documents that have a word beginning with a folded prefix. Costs in proportion to the words
  /// that do.
  public func documents(prefix: String) -> Bitmap {
    let indices = layout.dictionary.indices(withPrefix: IndexFormat.key(word: prefix))
    return Bitmap.union(indices.compactMap(bitmap))
  }

  /// Documents that have a key in a field.
  public func documents(_ field: Field, key: String) -> Bitmap {
    bitmap(key: IndexFormat.key(field, key))
  }

  /// Documents that have all words of a phrase, anywhere: those in which to look for the phrase
  /// itself (`Phrases.contains`, `Bitmap.first(_:from:where:)`). Without words, none.
  public func documents(phrase words: [String], lastIsPrefix: Bool = false) -> Bitmap {
    guard let last = words.last else { return Bitmap(0..<0) }
    let found = lastIsPrefix ? documents(prefix: last) : documents(word: last)
    return words.dropLast().reduce(found) { $0.and(documents(word: $1)) }
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
