import Glibc

/// The bytes of a file, mapped into memory as long as somebody holds this.
///
/// They never change: an index is replaced by renaming another into its place.
final class Mapping: Sendable {
  /// A number, since a pointer may not go between threads.
  private let address: UInt
  let count: Int

  init(path: String) throws(IndexProblem) {
    // Without O_NONBLOCK a pipe in the file's place would make us wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .system(path: path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged(path: path, detail: "it is not a file")
    }
    let count = Int(status.st_size)
    guard count >= IndexFormat.headerSize + IndexFormat.checksumSize else {
      throw .damaged(path: path, detail: "\(count) bytes are too few")
    }
    guard let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      mapped != MAP_FAILED
    else { throw .system(path: path, code: errno) }
    address = UInt(bitPattern: mapped)
    self.count = count
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// Gives the bytes to `body`, which must not keep them.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(self) {
      body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
    }
  }

  /// The number at an offset; nil where the file has no such place.
  func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Number? {
    guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return nil }
    return withBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type))
    }
  }
}
