/// Where things lie in an index: what is read, checked and kept when one is opened.
struct IndexLayout: Sendable {
  struct Section: Sendable {
    let name: String
    let documents: Range<UInt32>
    let isInDayOrder: Bool
  }

  /// Where the bounds of consecutive documents lie.
  struct Spans: Sendable {
    let documents: Range<UInt32>
    let directory: Range<Int>
    let data: Range<Int>
  }

  let documents: UInt32
  let sections: [Section]
  let columns: [String: Spans]
  let dictionary: TermDictionary
  let blocks: Blocks
  /// From how many expected documents on every pair of words has a set; nil where no pair has one.
  let pairsExpected: Int?

  /// - Throws: `.damaged` where the tables' checksum does not hold or a part lies outside the file;
  ///   `.otherVersion` where another program wrote it.
  init(_ mapping: Mapping, path: String) throws(IndexProblem) {
    func damaged(_ detail: String) -> IndexProblem { .damaged(path: path, detail: detail) }
    guard mapping.withBytes({ $0.prefix(8).elementsEqual(IndexFormat.magic) }) else {
      throw damaged("it is no index")
    }
    let header = Header(mapping)
    guard header.version == IndexFormat.version else {
      throw .otherVersion(path: path, found: header.version)
    }
    guard header.length == UInt64(mapping.count) else {
      throw damaged("it has \(mapping.count) bytes of \(header.length)")
    }
    let end = mapping.count - IndexFormat.checksumSize
    guard header.isInOrder(before: end) else { throw damaged("its parts do not fit together") }
    guard
      mapping.number(at: end, as: UInt64.self)
        == Self.checksum(mapping, tables: Int(header.tablesAt)..<end)
    else { throw damaged("the checksum of its tables does not hold") }
    guard
      let blocks = Blocks(
        mapping, path: path, covered: IndexFormat.headerSize..<Int(header.tablesAt),
        sumsAt: Int(header.columnsEnd))
    else { throw damaged("its checksums lie outside it") }
    guard let dictionary = TermDictionary(blocks, header) else {
      throw damaged("its terms do not fit together")
    }
    guard let sections = Self.sections(mapping, header) else {
      throw damaged("its sections are out of order")
    }
    guard let columns = Self.columns(mapping, header) else {
      throw damaged("its columns lie outside it")
    }
    documents = header.documents
    self.sections = sections
    self.columns = columns
    self.dictionary = dictionary
    self.blocks = blocks
    pairsExpected = header.pairsExpected == 0 ? nil : Int(header.pairsExpected)
  }

  /// The checksum of the header and the tables: that of both checksums.
  static func checksum(_ mapping: Mapping, tables: Range<Int>) -> UInt64 {
    mapping.withBytes { bytes in
      checksum(
        header: UnsafeRawBufferPointer(rebasing: bytes[..<IndexFormat.headerSize]),
        tables: UnsafeRawBufferPointer(rebasing: bytes[tables]))
    }
  }

  static func checksum(
    header: UnsafeRawBufferPointer, tables: UnsafeRawBufferPointer
  ) -> UInt64 {
    let both = [Checksum.of(header).littleEndian, Checksum.of(tables).littleEndian]
    return both.withUnsafeBytes(Checksum.of)
  }

  /// The counts and offsets at the beginning of the file, as they are there.
  struct Header {
    var version = IndexFormat.version
    var sections, columns, documents, terms, pairsExpected: UInt32
    var setsEnd, termsAt, keysAt, tablesAt, length: UInt64

    var columnsAt: UInt64 { tablesAt + UInt64(sections) * UInt64(IndexFormat.sectionSize) }
    var columnsEnd: UInt64 { columnsAt + UInt64(columns) * UInt64(IndexFormat.columnSize) }

    /// Whether the parts follow each other as they should.
    func isInOrder(before end: Int) -> Bool {
      UInt64(IndexFormat.headerSize) <= setsEnd && setsEnd <= termsAt && termsAt <= keysAt
        && keysAt <= tablesAt && tablesAt <= UInt64(end) && columnsEnd <= UInt64(end)
    }
  }

  private static func name(_ mapping: Mapping, at offset: Int) -> String? {
    guard let length = mapping.number(at: offset, as: UInt32.self),
      length <= IndexFormat.nameSize, offset + 4 + Int(length) <= mapping.count
    else { return nil }
    return mapping.withBytes {
      String(decoding: $0[(offset + 4)..<(offset + 4 + Int(length))], as: UTF8.self)
    }
  }

  private static func sections(_ mapping: Mapping, _ header: Header) -> [Section]? {
    var starts: [(name: String, first: UInt32, flags: UInt32)] = []
    for index in 0..<Int(header.sections) {
      let at = Int(header.tablesAt) + index * IndexFormat.sectionSize
      guard let first = mapping.number(at: at, as: UInt32.self),
        let flags = mapping.number(at: at + 4, as: UInt32.self),
        let name = name(mapping, at: at + 8),
        first >= starts.last?.first ?? 0, first <= header.documents
      else { return nil }
      starts.append((name, first, flags))
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].first : header.documents
      return Section(
        name: starts[index].name, documents: starts[index].first..<end,
        isInDayOrder: starts[index].flags & IndexFormat.inDayOrder != 0)
    }
  }

  private static func columns(_ mapping: Mapping, _ header: Header) -> [String: Spans]? {
    var columns: [String: Spans] = [:]
    for index in 0..<Int(header.columns) {
      let at = Int(header.columnsAt) + index * IndexFormat.columnSize
      guard let first = mapping.number(at: at, as: UInt32.self),
        let count = mapping.number(at: at + 4, as: UInt32.self),
        let directory = mapping.number(at: at + 8, as: UInt64.self),
        let data = mapping.number(at: at + 16, as: UInt64.self),
        let dataEnd = mapping.number(at: at + 24, as: UInt64.self),
        let name = name(mapping, at: at + 32),
        UInt64(first) + UInt64(count) <= UInt64(header.documents),
        Int(first) % IndexFormat.documentsPerBlock == 0,
        data >= header.setsEnd, data <= dataEnd, dataEnd <= directory, directory <= header.termsAt
      else { return nil }
      let blocks =
        (Int(count) + IndexFormat.documentsPerBlock - 1) / IndexFormat.documentsPerBlock
      let size = blocks * IndexFormat.columnBlockSize
      guard UInt64(size) <= header.termsAt - directory else { return nil }
      columns[name] = Spans(
        documents: first..<(first + count), directory: Int(directory)..<(Int(directory) + size),
        data: Int(data)..<Int(dataEnd))
    }
    return columns
  }
}

extension IndexLayout.Header {
  /// A mapping is never shorter than this, so that nothing is missing.
  init(_ mapping: Mapping) {
    func short(_ at: Int) -> UInt32 { mapping.number(at: at, as: UInt32.self) ?? 0 }
    func long(_ at: Int) -> UInt64 { mapping.number(at: at, as: UInt64.self) ?? 0 }
    (version, sections, columns) = (short(8), short(12), short(16))
    (documents, terms, pairsExpected) = (short(20), short(24), short(28))
    (setsEnd, termsAt, keysAt) = (long(32), long(40), long(48))
    (tablesAt, length) = (long(56), long(64))
  }

  /// As it stands at the beginning of the file.
  var bytes: [UInt8] {
    var bytes = IndexBytes()
    bytes.append(IndexFormat.magic)
    for number in [version, sections, columns, documents, terms, pairsExpected] {
      bytes.append(number)
    }
    for offset in [setsEnd, termsAt, keysAt, tablesAt, length] { bytes.append(offset) }
    bytes.pad(to: IndexFormat.headerSize)
    return bytes.bytes
  }
}
