import Glibc
import Interchange

/// The rows that a dataset's library keeps, any of them at once.
struct RowFile {
  /// Where a row stands.
  struct Place: Equatable {
    /// Its first byte in the file.
    var offset: Int
    /// How many bytes it takes.
    var length: Int
    /// The physical line on which it begins, from 1.
    var line: Int
  }

  private let separator: UInt8
  private let encoding: FileEncoding
  private var pages: FilePages
  /// A row that lies on several pages.
  private var bytes: [UInt8] = []

  init(path: String, separator: UInt8, encoding: FileEncoding) throws(ImportFileProblem) {
    guard let file = OpenFile(path) else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    pages = FilePages(file)
    self.separator = separator
    self.encoding = encoding
  }

  /// Fills a row with that of a place; false where there is none.
  mutating func read(_ place: Place, into row: inout FileRow) -> Bool {
    let (first, skipped) = place.offset.quotientAndRemainder(dividingBy: FilePages.size)
    if skipped + place.length <= FilePages.size {
      return fill(&row, place, from: pages.page(first).dropFirst(skipped).prefix(place.length))
    }
    bytes.removeAll(keepingCapacity: true)
    var number = first
    while bytes.count < skipped + place.length {
      let page = pages.page(number)
      if page.isEmpty { return false }
      bytes.append(contentsOf: page)
      number += 1
    }
    return bytes.withUnsafeBufferPointer {
      fill(&row, place, from: $0.dropFirst(skipped).prefix(place.length))
    }
  }

  private func fill(
    _ row: inout FileRow, _ place: Place, from bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard bytes.count == place.length else { return false }
    return row.fill(
      from: UnsafeBufferPointer(rebasing: bytes), offset: place.offset, line: place.line,
      separator: separator, encoding: encoding)
  }
}

/// The pages of a file that were read last.
///
/// In the order of days a table is often read at some hundred places by turns, for it is in the order of countries.
private final class FilePages {
  static let size = 4096
  private static let count = 1024

  private let file: OpenFile
  private let memory: UnsafeMutablePointer<UInt8>
  /// Of each place in memory the number of the page that is there, and how many bytes that has.
  private var held: [(number: Int, size: Int)]

  init(_ file: OpenFile) {
    self.file = file
    memory = .allocate(capacity: Self.size * Self.count)
    held = Array(repeating: (-1, 0), count: Self.count)
  }

  deinit { memory.deallocate() }

  /// The bytes of a page, good until the next is asked for; fewer at the end of the file.
  func page(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    // Mixed, so that places far apart by a round number of pages do not meet.
    let slot = Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 54)
    let start = memory + slot * Self.size
    if held[slot].number != number {
      let count = pread(file.number, start, Self.size, off_t(number * Self.size))
      held[slot] = (number, max(0, count))
    }
    return UnsafeBufferPointer(start: start, count: held[slot].size)
  }
}

/// A file that is open while this is there.
private final class OpenFile {
  let number: Int32

  init?(_ path: String) {
    number = open(path, O_RDONLY | O_CLOEXEC)
    if number < 0 { return nil }
  }

  deinit { close(number) }
}
