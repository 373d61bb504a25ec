import CRoaring
import Glibc
import Text

/// Makes an index: documents are added section by section, in display order.
public struct IndexBuilder {
  private var terms: [[UInt8]: [UInt32]] = [:]
  private var sections: [(name: String, first: UInt32)] = []
  private var days: [ClosedRange<Int32>?] = []

  /// An index of nothing.
  public init() {}

  /// How many documents were added: the number of the next one.
  public var count: Int { days.count }

  /// Adds a section's documents, which get consecutive numbers in the order given.
  ///
  /// A section's name has at most 24 bytes and is given once.
  public mutating func add(_ documents: [IndexedDocument], section: String) {
    precondition(section.utf8.count <= 24, "a section's name has at most 24 bytes")
    precondition(!sections.contains { $0.name == section }, "a section is added once")
    sections.append((section, UInt32(days.count)))
    for document in documents { add(document) }
  }

  private mutating func add(_ document: IndexedDocument) {
    let number = UInt32(days.count)
    days.append(document.days)
    for text in document.texts {
      for term in Folding.terms(text) { add(number, to: IndexFormat.key(word: term.text)) }
    }
    for (field, keys) in document.fields {
      for key in keys { add(number, to: IndexFormat.key(field, key)) }
    }
    guard let span = document.days else {
      return add(number, to: IndexFormat.key(IndexFormat.undatedKey, ""))
    }
    if span.lowerBound != span.upperBound {
      add(number, to: IndexFormat.key(IndexFormat.longSpans, ""))
    }
  }

  private mutating func add(_ number: UInt32, to key: [UInt8]) {
    // Numbers come in ascending order, so a list never needs sorting.
    if terms[key]?.last != number { terms[key, default: []].append(number) }
  }

  /// The bytes of the index.
  public func finish() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: IndexFormat.headerSize)
    let sectionsAt = bytes.count
    for (name, first) in sections {
      bytes.append(UInt32(name.utf8.count))
      bytes.append(first)
      bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 24 - name.utf8.count)
    }
    let daysAt = bytes.count
    for span in days {
      bytes.append(UInt32(bitPattern: span?.lowerBound ?? IndexFormat.undated.0))
      bytes.append(UInt32(bitPattern: span?.upperBound ?? IndexFormat.undated.1))
    }
    let sorted = terms.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var keys: [UInt8] = []
    var bitmaps: [UInt8] = []
    let termsAt = bytes.count
    for key in sorted {
      let frozen = Bitmap(terms[key] ?? []).frozen
      bytes.append(UInt32(keys.count))
      bytes.append(UInt32(key.count))
      bytes.append(UInt32(bitmaps.count))
      bytes.append(UInt32(frozen.count))
      keys += key
      bitmaps += frozen
      bitmaps.pad(to: 32)
    }
    let keysAt = bytes.count
    bytes += keys
    bytes.pad(to: 32)
    let bitmapsAt = bytes.count
    bytes += bitmaps
    bytes.pad(to: 8)
    writeHeader(&bytes, [sectionsAt, daysAt, termsAt, keysAt, bitmapsAt], terms: sorted.count)
    let checksum = bytes.withUnsafeBytes(IndexFormat.checksum)
    bytes.append(UInt32(truncatingIfNeeded: checksum))
    bytes.append(UInt32(truncatingIfNeeded: checksum >> 32))
    return bytes
  }

  private func writeHeader(_ bytes: inout [UInt8], _ offsets: [Int], terms: Int) {
    var header = IndexFormat.magic
    header.append(IndexFormat.version)
    for count in [sections.count, days.count, terms] { header.append(UInt32(count)) }
    for offset in offsets {
      header.append(UInt32(truncatingIfNeeded: offset))
      header.append(UInt32(truncatingIfNeeded: offset >> 32))
    }
    bytes.replaceSubrange(0..<header.count, with: header)
  }

  /// Writes the index beside its place and renames it into it, so that nobody sees half of one.
  public func write(to path: String) throws(IndexProblem) {
    let bytes = finish()
    let beside = path + ".new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(path: beside, code: errno) }
    var written = 0
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          failure = errno
          return
        }
        written += count
      }
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == 0, rename(beside, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(beside)
      throw .system(path: path, code: failure)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: UInt32) {
    for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }

  fileprivate mutating func pad(to alignment: Int) {
    while count % alignment != 0 { append(0 as UInt8) }
  }
}
