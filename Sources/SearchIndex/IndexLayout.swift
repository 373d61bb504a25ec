/// Where things lie in an index: what is read, checked and kept when one is opened.
struct IndexLayout: Sendable {
  struct Section: Sendable {
    let name: String
    let documents: Range<UInt32>
    let isInDayOrder: Bool
  }

  /// Bounds of consecutive documents, 8 bytes each.
  struct Spans: Sendable {
    let documents: Range<UInt32>
    let offset: Int
  }

  let documents: UInt32
  let sections: [Section]
  let columns: [String: Spans]
  let dictionary: TermDictionary

  /// - Throws: `.damaged` where the checksum does not hold or a part lies outside the file;
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
    let checksum = mapping.withBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
    guard mapping.number(at: end, as: UInt64.self) == checksum else {
      throw damaged("the checksum does not hold")
    }
    guard let dictionary = TermDictionary(mapping, header, end: end) else {
      throw damaged("its parts do not fit together")
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
  }

  /// The counts and offsets at the beginning of the file, as they are there.
  struct Header {
    let version, sections, columns, documents, terms: UInt32
    let termsAt, keysAt, bitmapsAt, length: UInt64

    /// A mapping is never shorter than this, so that nothing is missing.
    init(_ mapping: Mapping) {
      func short(_ at: Int) -> UInt32 { mapping.number(at: at, as: UInt32.self) ?? 0 }
      func long(_ at: Int) -> UInt64 { mapping.number(at: at, as: UInt64.self) ?? 0 }
      (version, sections, columns) = (short(8), short(12), short(16))
      (documents, terms) = (short(20), short(24))
      (termsAt, keysAt, bitmapsAt, length) = (long(32), long(40), long(48), long(56))
    }

    var columnsAt: UInt64 {
      UInt64(IndexFormat.headerSize) + UInt64(sections) * UInt64(IndexFormat.sectionSize)
    }
    var columnsEnd: UInt64 { columnsAt + UInt64(columns) * UInt64(IndexFormat.columnSize) }
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
    // The dictionary's check has shown that terms, and so all before them, lie in the file.
    guard header.columnsEnd <= header.termsAt else { return nil }
    var starts: [(name: String, first: UInt32, flags: UInt32)] = []
    for index in 0..<Int(header.sections) {
      let at = IndexFormat.headerSize + index * IndexFormat.sectionSize
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
        let offset = mapping.number(at: at + 8, as: UInt64.self),
        let name = name(mapping, at: at + 16),
        UInt64(first) + UInt64(count) <= UInt64(header.documents),
        offset >= header.columnsEnd, offset <= header.termsAt,
        UInt64(count) * UInt64(IndexFormat.spanSize) <= header.termsAt - offset
      else { return nil }
      columns[name] = Spans(documents: first..<(first + count), offset: Int(offset))
    }
    return columns
  }
}
