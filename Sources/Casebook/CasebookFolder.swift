import Foundation

/// A casebook's folder on disk.
public struct CasebookFolder: Sendable {
  /// The folders that a casebook has, in the order in which they are read.
  public static let parts = [
    "sources", "passages", "fingerprints", "groups", "people", "places", "locations", "events",
    "relations", "themes",
  ]

  /// As it was given.
  public let path: String

  /// Any path; whether it is a casebook shows when it is read.
  public init(path: String) { self.path = path }

  /// What the folder is called.
  public var name: String {
    URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }

  /// Whether the folder has a `casebook.yaml`.
  public var exists: Bool { FileManager.default.fileExists(atPath: path + "/casebook.yaml") }

  /// The YAML files of one part, as paths below the folder, in alphabetical order.
  public func files(in part: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + part)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { part + "/" + $0 }
  }

  /// All YAML files of the casebook, as paths below the folder, in reading order.
  public var files: [String] { ["casebook.yaml"] + Self.parts.flatMap(files(in:)) }

  /// A text that changes whenever a file is added, taken away or written: names, sizes and times of
  /// modification to the nanosecond. Costs one `stat` a file.
  public var stamp: String { stamp(of: files) }

  /// The same of the fingerprints alone.
  public var fingerprintStamp: String { stamp(of: files(in: "fingerprints")) }

  private func stamp(of files: [String]) -> String {
    files.map { file in
      var status = stat()
      guard stat(path + "/" + file, &status) == 0 else { return file }
      return "\(file) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }.joined(separator: "\n")
  }
}
