import Foundation

/// The project's tree, as text.
enum House {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// Swift files below a folder, as paths below the root.
  static func swiftFiles(in folder: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap {
      $0 as? String
    }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
  }

  /// The modules that a file imports.
  static func imports(of path: String) throws -> [String] {
    try text(path).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), words.count > at + 1 else { return nil }
      let before = words[..<at].filter { !$0.hasPrefix("@") }
      guard before.allSatisfy({ ["public", "internal", "private", "package"].contains($0) }) else {
        return nil
      }
      return String(words[at + 1].split(separator: ".")[0])
    }
  }
}
