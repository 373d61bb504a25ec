import Foundation
import Glibc

@testable import SearchIndex

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// An index of its own in this folder.
  func index(_ sections: [(String, [IndexedDocument])]) throws -> IndexFile {
    var builder = IndexBuilder()
    for (section, documents) in sections { builder.add(documents, section: section) }
    let file = "\(path)/\(UUID()).adx"
    try builder.write(to: file)
    return try IndexFile(mapping: file)
  }

  /// What lies in it.
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path) } }

  /// Writes bytes as they are: no waiting for the disk, which thousands of files would feel.
  func put(_ bytes: some Collection<UInt8>, in name: String) throws -> String {
    let file = "\(path)/\(name)"
    // A new file, since what is mapped from the one before must stay as it is.
    unlink(file)
    guard let stream = fopen(file, "w") else { throw IndexProblem.system(path: file, code: errno) }
    defer { fclose(stream) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw IndexProblem.system(path: file, code: errno)
    }
    return file
  }
}
