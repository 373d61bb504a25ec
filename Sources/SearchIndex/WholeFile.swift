import Glibc

/// A file in the writing that is there whole or not at all: it is written beside its place and
/// renamed into it, and gone where that did not come to pass.
struct WholeFile: ~Copyable {
  let descriptor: Int32
  private let beside: String
  private let path: String

  /// - Throws: `.system` where nothing may be written beside the place.
  init(replacing path: String) throws(IndexProblem) {
    // Two programs may write the same file at once; the later one's stands.
    beside = "\(path).\(getpid()).new"
    self.path = path
    descriptor = open(beside, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(path: beside, code: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unlink(beside)
  }

  /// Waits for the disk, and renames.
  ///
  /// - Throws: `.system`.
  consuming func commit() throws(IndexProblem) {
    guard fsync(descriptor) == 0, rename(beside, path) == 0 else {
      throw .system(path: path, code: errno)
    }
    Self.syncFolder(of: path)
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
