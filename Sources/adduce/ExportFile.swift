import Foundation
import Glibc

/// A file that is written beside its place and renamed into it whole, or standard output.
struct ExportFile {
  /// Why it could not be written.
  struct Problem: Error {
    let path: String
    let detail: String

    var message: String { "\(path) cannot be written: \(detail)" }
    var remedy: String { "Name a file in a folder that you may write to, on a disk with room." }
  }

  private let path: String
  private let handle: FileHandle

  /// Writes to a path, or to standard output where there is none; what `body` throws leaves the path as
  /// it was.
  ///
  /// - Throws: `Problem`, and whatever `body` throws.
  @discardableResult
  static func write<Result>(
    to path: String?, _ body: (ExportFile) throws -> Result
  ) throws -> Result {
    guard let path else {
      return try body(ExportFile(path: "standard output", handle: .standardOutput))
    }
    let beside = "\(path).\(getpid()).part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Problem(path: path, detail: reason()) }
    let file = ExportFile(
      path: path, handle: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    do {
      let result = try body(file)
      guard fsync(descriptor) == 0, rename(beside, path) == 0 else {
        throw Problem(path: path, detail: reason())
      }
      return result
    } catch {
      unlink(beside)
      throw error
    }
  }

  /// - Throws: `Problem` where the text does not go out whole.
  func write(_ text: String) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw Problem(path: path, detail: Self.reason())
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
