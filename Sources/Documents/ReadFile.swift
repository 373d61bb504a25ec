import Glibc

/// A file's bytes.
struct ReadFile {
  let path: String
  let bytes: [UInt8]

  /// - Throws: `.missing`, `.unreadable`, `.folder`, `.empty`, `.tooLarge`.
  init(path: String, limit: Int) throws(DocumentProblem) {
    self.path = path
    // Without waiting, as opening a pipe would for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      throw .unreadable(path: path, detail: Self.reason)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, detail: Self.reason)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .folder(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, detail: "it is no regular file")
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, filled in
      while count >= 0, filled < size, let base = room.baseAddress {
        count = Glibc.read(descriptor, base + filled, size - filled)
        if count < 0 && errno == EINTR { count = 0; continue }
        if count <= 0 { break }
        filled += count
      }
    }
    guard count >= 0 else { throw .unreadable(path: path, detail: Self.reason) }
    guard !bytes.isEmpty else { throw .empty(path: path) }
    self.bytes = bytes
  }

  private static var reason: String { String(cString: strerror(errno)) }

  /// The end of the path after its last full stop, in lower case.
  var suffix: String {
    path.split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false)
      .dropFirst().last?.lowercased() ?? ""
  }
}
