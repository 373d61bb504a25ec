import Foundation
import Glibc

/// Keeps a file to one program at a time while it is read and written anew.
struct FileLock {
  /// Does something while no other program does so with the file; waits until that is so.
  ///
  /// - Throws: what `body` throws, and where the file's folder cannot be made or written to.
  static func holding<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    // Folders of the user's are theirs alone (XDG Base Directory 0.8).
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    // A file beside it, for it is itself renamed over.
    let lock = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    // Closing it, as the end of the program does, gives it up.
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}
