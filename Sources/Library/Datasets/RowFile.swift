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

  private let file: OpenFile
  private let separator: UInt8
  private let encoding: FileEncoding
  private var bytes: [UInt8] = []

  init(path: String, separator: UInt8, encoding: FileEncoding) throws(ImportFileProblem) {
    guard let file = OpenFile(path) else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    self.file = file
    self.separator = separator
    self.encoding = encoding
  }

  /// Fills a row with that of a place; false where there is none.
  mutating func read(_ place: Place, into row: inout FileRow) -> Bool {
    if bytes.count < place.length {
      bytes = [UInt8](repeating: 0, count: max(4096, 2 * place.length))
    }
    let count = bytes.withUnsafeMutableBytes {
      pread(file.number, $0.baseAddress, place.length, off_t(place.offset))
    }
    guard count == place.length else { return false }
    return bytes.withUnsafeBufferPointer {
      row.fill(
        from: UnsafeBufferPointer(rebasing: $0[..<count]), offset: place.offset, line: place.line,
        separator: separator, encoding: encoding)
    }
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
