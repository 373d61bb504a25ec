import Foundation

@testable import Documents

/// A file that is gone after the test.
final class SampleFile {
  let path: String
  private let folder: String

  init(_ bytes: some Collection<UInt8>, name: String = "sample") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What reading bytes as a file gives.
  static func read(
    _ bytes: some Collection<UInt8>, name: String = "sample",
    limits: DocumentLimits = DocumentLimits()
  ) throws -> DocumentText {
    let file = try SampleFile(bytes, name: name)
    defer { withExtendedLifetime(file) {} }
    return try DocumentReader.read(path: file.path, limits: limits)
  }

  static func read(_ text: String, name: String = "sample") throws -> DocumentText {
    try read(Array(text.utf8), name: name)
  }

  /// What is wrong with bytes as a file; nil where nothing is.
  static func problem(
    _ bytes: some Collection<UInt8>, name: String = "sample",
    limits: DocumentLimits = DocumentLimits()
  ) throws -> DocumentProblem? {
    let file = try SampleFile(bytes, name: name)
    defer { withExtendedLifetime(file) {} }
    do throws(DocumentProblem) {
      _ = try DocumentReader.read(path: file.path, limits: limits)
      return nil
    } catch { return error }
  }
}

extension DocumentText {
  /// The paragraphs of the text.
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// How each page begins, in so many characters.
  func pageBeginnings(_ count: Int) -> [String] {
    pages.map { page in
      let start = text.utf8.index(text.startIndex, offsetBy: page)
      return String(text[start...].prefix(count))
    }
  }
}
