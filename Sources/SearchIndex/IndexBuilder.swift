import Text

/// Makes an index: documents are added section by section, in display order. Holds all of it in
/// memory.
public struct IndexBuilder {
  private var terms: [[UInt8]: [UInt32]] = [:]
  private var sections: [(name: String, first: UInt32, isInDayOrder: Bool)] = []
  private var columns: [Column: [(document: UInt32, bounds: ClosedRange<Int32>)]] = [:]
  private var documents: UInt32 = 0

  /// Without any documents.
  public init() {}

  /// How many documents were added: the number of the next one.
  public var count: Int { Int(documents) }

  /// Adds a section's documents, which get consecutive numbers in the order given; whether that is
  /// the order of their earliest days is noted in the index.
  ///
  /// A section's name has at most 28 bytes and is given once; a section may be empty.
  public mutating func add(_ documents: [IndexedDocument], section: String) {
    precondition(
      section.utf8.count <= IndexFormat.nameSize, "a section's name has at most 28 bytes")
    precondition(!sections.contains { $0.name == section }, "a section is added once")
    sections.append((section, self.documents, Self.areInDayOrder(documents)))
    for document in documents { add(document) }
  }

  private static func areInDayOrder(_ documents: [IndexedDocument]) -> Bool {
    zip(documents, documents.dropFirst()).allSatisfy { one, next in
      guard let later = next.days else { return true }
      return one.days.map { $0.lowerBound <= later.lowerBound } ?? false
    }
  }

  private mutating func add(_ document: IndexedDocument) {
    let number = documents
    documents += 1
    for text in document.texts {
      for term in Folding.terms(text) { add(number, to: IndexFormat.key(word: term.text)) }
    }
    for (field, keys) in document.fields {
      precondition(
        !field.name.utf8.contains(0) && field.name.first != " ", "no name of a field: \(field.name)"
      )
      for key in keys { add(number, to: IndexFormat.key(field, key)) }
    }
    for (column, bounds) in document.counts {
      precondition(
        column.name.utf8.count <= IndexFormat.nameSize && column.name.first != " ",
        "no name of a column: \(column.name)")
      columns[column, default: []].append((number, bounds))
    }
    add(number, days: document.days)
  }

  private mutating func add(_ number: UInt32, days: ClosedRange<Int32>?) {
    guard let days else { return add(number, to: IndexFormat.key(IndexFormat.undated, "")) }
    columns[IndexFormat.days, default: []].append((number, days))
    if days.count > 1 { add(number, to: IndexFormat.key(IndexFormat.longSpans, "")) }
  }

  private mutating func add(_ number: UInt32, to key: [UInt8]) {
    // Numbers come in ascending order, so a list never needs sorting.
    if terms[key]?.last != number { terms[key, default: []].append(number) }
  }

  /// The bytes of the index.
  public consuming func finish() -> [UInt8] {
    var body = IndexBytes()
    for section in sections {
      body.append(section.first)
      body.append(section.isInDayOrder ? IndexFormat.inDayOrder : 0)
      body.append(name: section.name)
    }
    appendColumns(to: &body)
    let sorted = terms.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var keys = IndexBytes()
    var bitmaps = IndexBytes()
    let termsAt = IndexFormat.headerSize + body.count
    for key in sorted {
      let frozen = Bitmap(terms[key] ?? []).frozen
      for number in [keys.count, key.count, bitmaps.count / IndexFormat.alignment, frozen.count] {
        body.append(UInt32(number))
      }
      keys.append(key)
      bitmaps.append(frozen)
      bitmaps.pad(to: IndexFormat.alignment)
    }
    let keysAt = IndexFormat.headerSize + body.count
    body.append(keys.bytes)
    // The header is a multiple of the alignment, so that this aligns the file too.
    body.pad(to: IndexFormat.alignment)
    let bitmapsAt = IndexFormat.headerSize + body.count
    body.append(bitmaps.bytes)
    return whole(body, terms: sorted.count, at: [termsAt, keysAt, bitmapsAt])
  }

  /// A column holds bounds from its first document to its last; between them some have none.
  private func appendColumns(to body: inout IndexBytes) {
    let sorted = columns.sorted { $0.key.name < $1.key.name }
    var offset =
      IndexFormat.headerSize + body.count + sorted.count * IndexFormat.columnSize
    var bounds = IndexBytes()
    for (column, entries) in sorted {
      guard let first = entries.first?.document, let last = entries.last?.document else { continue }
      body.append(first)
      body.append(last - first + 1)
      body.append(UInt64(offset))
      body.append(name: column.name)
      var next = first
      for entry in entries {
        for _ in next..<entry.document {
          bounds.append(Int32.max)
          bounds.append(Int32.min)
        }
        bounds.append(entry.bounds.lowerBound)
        bounds.append(entry.bounds.upperBound)
        next = entry.document + 1
      }
      offset += Int(next - first) * IndexFormat.spanSize
    }
    body.append(bounds.bytes)
  }

  private func whole(_ body: IndexBytes, terms: Int, at offsets: [Int]) -> [UInt8] {
    var whole = IndexBytes()
    whole.append(IndexFormat.magic)
    whole.append(IndexFormat.version)
    for count in [sections.count, columns.count, Int(documents), terms, 0] {
      whole.append(UInt32(count))
    }
    let length = IndexFormat.headerSize + body.count + IndexFormat.checksumSize
    for offset in offsets + [length] { whole.append(UInt64(offset)) }
    whole.append(body.bytes)
    whole.append(whole.bytes.withUnsafeBytes(Checksum.of))
    return whole.bytes
  }

  /// Writes the index beside its place, makes sure that it is on the disk, and renames it into its
  /// place, so that nobody ever sees half of one.
  ///
  /// - Throws: `.system`; then nothing is left beside the place.
  public consuming func write(to path: String) throws(IndexProblem) {
    try WholeFile.write(finish(), to: path)
  }
}
