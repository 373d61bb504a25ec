import Glibc

/// An index on disk, memory-mapped and never changed: terms, the documents of each, and days.
///
/// Documents are numbered in display order, section by section, so that a section is a range of
/// numbers and a window of hits is a window of a bitmap. Opening reads the checksum once over the
/// file and copies the header; everything else is looked up where it lies. What the checksum
/// covers was written by `IndexBuilder`; offsets are checked against the file all the same.
public final class IndexFile: Sendable {
  /// Address and length of the mapping; a number, since a pointer may not go between threads.
  private let address: UInt
  private let length: Int
  private let header: Header

  struct Header: Sendable {
    var sections: [String: Range<UInt32>] = [:]
    var documents = 0
    var terms = 0
    var daysAt = 0
    var termsAt = 0
    var keysAt = 0
    var bitmapsAt = 0
  }

  /// Maps the file at a path.
  public init(mapping path: String) throws(IndexProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .system(path: path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path: path, code: errno) }
    let length = Int(status.st_size)
    guard length >= IndexFormat.headerSize + 8 else {
      throw .damaged(path: path, detail: "\(length) bytes are too few")
    }
    guard let mapped = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0),
      mapped != MAP_FAILED
    else { throw .system(path: path, code: errno) }
    address = UInt(bitPattern: mapped)
    self.length = length
    do {
      header = try Self.readHeader(
        UnsafeRawBufferPointer(start: mapped, count: length), path: path)
    } catch {
      // `deinit` does not run for an object that was never whole.
      munmap(mapped, length)
      throw error
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), length) }

  private var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: length)
  }

  private static func readHeader(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(IndexProblem) -> Header {
    func number(_ at: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self) }
    func offset(_ at: Int) -> Int {
      Int(clamping: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
    guard bytes.prefix(8).elementsEqual(IndexFormat.magic) else {
      throw .damaged(path: path, detail: "it is no index")
    }
    guard number(8) == IndexFormat.version else {
      throw .otherVersion(path: path, found: number(8))
    }
    let end = bytes.count - 8
    let stored = bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
    guard IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<end])) == stored else {
      throw .damaged(path: path, detail: "the checksum does not hold")
    }
    var header = Header()
    let sections = Int(number(12))
    header.documents = Int(number(16))
    header.terms = Int(number(20))
    let sectionsAt = offset(24)
    header.daysAt = offset(32)
    header.termsAt = offset(40)
    header.keysAt = offset(48)
    header.bitmapsAt = offset(56)
    guard sectionsAt == IndexFormat.headerSize,
      header.daysAt == sectionsAt + sections * IndexFormat.sectionSize,
      header.termsAt == header.daysAt + header.documents * 8,
      header.keysAt == header.termsAt + header.terms * IndexFormat.termSize,
      header.bitmapsAt >= header.keysAt, header.bitmapsAt % 32 == 0, header.bitmapsAt <= end
    else { throw .damaged(path: path, detail: "its parts do not fit together") }
    var last: (name: String, first: UInt32)?
    for index in 0..<sections {
      let at = sectionsAt + index * IndexFormat.sectionSize
      let first = number(at + 4)
      guard number(at) <= 24, first <= header.documents, first >= last?.first ?? 0 else {
        throw .damaged(path: path, detail: "its sections are out of order")
      }
      if let last { header.sections[last.name] = last.first..<first }
      let name = String(decoding: bytes[(at + 8)..<(at + 8 + Int(number(at)))], as: UTF8.self)
      last = (name, first)
    }
    if let last { header.sections[last.name] = last.first..<UInt32(header.documents) }
    return header
  }

  /// The numbers of a section; empty where there is none of that name.
  public func documents(in section: String) -> Range<UInt32> { header.sections[section] ?? 0..<0 }

  /// Every document.
  public var all: Range<UInt32> { 0..<UInt32(header.documents) }

  // MARK: Terms

  private func term(_ index: Int) -> (key: Slice<UnsafeRawBufferPointer>, bitmap: Range<Int>) {
    let at = header.termsAt + index * IndexFormat.termSize
    let bytes = bytes
    func number(_ place: Int) -> Int {
      Int(bytes.loadUnaligned(fromByteOffset: at + 4 * place, as: UInt32.self))
    }
    let key = min(header.keysAt + number(0), header.bitmapsAt)
    let bitmap = min(header.bitmapsAt + number(2), length - 8)
    return (
      bytes[key..<min(key + number(1), header.bitmapsAt)],
      bitmap..<min(bitmap + number(3), length - 8)
    )
  }

  /// The first term whose key is not before `key`.
  private func lowerBound(_ key: [UInt8]) -> Int {
    var low = 0
    var high = header.terms
    while low < high {
      let middle = (low + high) / 2
      if term(middle).key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func bitmap(_ index: Int) -> Bitmap {
    Bitmap(frozen: UnsafeRawBufferPointer(rebasing: bytes[term(index).bitmap]), of: self)
      ?? Bitmap(0..<0)
  }

  private func bitmap(key: [UInt8]) -> Bitmap {
    let index = lowerBound(key)
    guard index < header.terms, term(index).key.elementsEqual(key) else { return Bitmap(0..<0) }
    return bitmap(index)
  }

  /// Documents that have a folded word.
  public func documents(word: String) -> Bitmap { bitmap(key: IndexFormat.key(word: word)) }

  /// Documents that have a word beginning with a folded prefix.
  public func documents(prefix: String) -> Bitmap {
    let key = IndexFormat.key(word: prefix)
    var found: [Bitmap] = []
    var index = lowerBound(key)
    while index < header.terms, term(index).key.starts(with: key) {
      found.append(bitmap(index))
      index += 1
    }
    return Bitmap.union(found)
  }

  /// Documents that have a key in a field.
  public func documents(_ field: Field, key: String) -> Bitmap {
    bitmap(key: IndexFormat.key(field, key))
  }

  // MARK: Days

  /// A document's possible days; nil where it has no date.
  public func days(of document: UInt32) -> ClosedRange<Int32>? {
    guard document < UInt32(header.documents) else { return nil }
    let at = header.daysAt + Int(document) * 8
    let earliest = bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)
    let latest = bytes.loadUnaligned(fromByteOffset: at + 4, as: Int32.self)
    return earliest <= latest ? earliest...latest : nil
  }

  /// Documents without a date.
  public var undated: Bitmap { documents(IndexFormat.undatedKey, key: "") }

  /// Documents of a section whose possible days overlap `span`.
  ///
  /// With `isSorted` the section's documents stand in the order of their earliest day, the undated
  /// last: then those that begin within the span are a range of numbers, and of those that begin
  /// before it only the ones longer than a day are looked at.
  public func documents(
    overlapping span: ClosedRange<Int32>, in section: String, isSorted: Bool
  ) -> Bitmap {
    let range = documents(in: section)
    guard isSorted else {
      return Bitmap(range.filter { days(of: $0)?.overlaps(span) ?? false })
    }
    let first = firstDocument(in: range) { $0 >= span.lowerBound }
    let end = firstDocument(in: range) { $0 > span.upperBound }
    let earlier = documents(IndexFormat.longSpans, key: "").within(range.lowerBound..<first)
      .numbers.filter { days(of: $0)?.overlaps(span) ?? false }
    return Bitmap(first..<max(first, end)).or(Bitmap(earlier))
  }

  /// The first of a sorted section's documents whose earliest day is such; the end of the dated
  /// ones where none is.
  public func firstDocument(
    in range: Range<UInt32>, whereEarliest isSuch: (Int32) -> Bool
  ) -> UInt32 {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if let days = days(of: middle), !isSuch(days.lowerBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // Undated documents stand behind the dated ones, so that a search may end at the first of them.
    return low
  }
}
