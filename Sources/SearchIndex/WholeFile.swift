import Glibc

/// Files that are there whole or not at all.
enum WholeFile {
  /// Writes beside the place, waits for the disk, and renames.
  static func write(_ bytes: [UInt8], to path: String) throws(IndexProblem) {
    // Two programs may write the same file at once; the later one's stands.
    let beside = "\(path).\(getpid()).new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(path: beside, code: errno) }
    var failure = fill(descriptor, bytes)
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(beside, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(beside)
      throw .system(path: path, code: failure)
    }
    syncFolder(of: path)
  }

  /// The errno of what went wrong; 0 where nothing did.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return count < 0 ? errno : EIO }
        rest = rest.dropFirst(count)
      }
      return fsync(descriptor) == 0 ? 0 : errno
    }
  }

  /// The renaming itself is on the disk once the folder is. Some file systems cannot do that; the
  /// file is whole in either case.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    let descriptor = open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
