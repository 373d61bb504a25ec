import Glibc

/// A file without a name that is gone once this is.
final class TemporaryFile {
  let descriptor: Int32
  let path: String

  /// - Throws: `.system` where the folder may not be written in.
  init(in folder: String) throws(IndexProblem) {
    var template = Array("\(folder)/adduce-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else { throw .system(path: folder, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }

  /// The file that is there, or a new one in a folder.
  static func either(_ file: TemporaryFile?, in folder: String) throws(IndexProblem)
    -> TemporaryFile
  {
    if let file { return file }
    return try TemporaryFile(in: folder)
  }

  deinit { close(descriptor) }
}

/// Reads and writes at places of an open file, whole or not at all.
enum FileAccess {
  /// The errno of what went wrong; 0 where nothing did.
  static func write(_ bytes: UnsafeRawBufferPointer, at offset: Int, to descriptor: Int32) -> Int32
  {
    var done = 0
    while done < bytes.count {
      guard let start = bytes.baseAddress else { break }
      let count = pwrite(descriptor, start + done, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      done += count
    }
    return 0
  }

  /// How many bytes were read from an offset: fewer than asked for at the end only; -1 where the
  /// system refused.
  static func read(
    into bytes: UnsafeMutableRawBufferPointer, at offset: Int, of descriptor: Int32
  ) -> Int {
    var done = 0
    while done < bytes.count {
      guard let start = bytes.baseAddress else { break }
      let count = pread(descriptor, start + done, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      if count < 0 { return -1 }
      if count == 0 { break }
      done += count
    }
    return done
  }
}
