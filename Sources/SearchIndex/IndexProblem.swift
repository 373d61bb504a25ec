import Glibc

/// Why an index cannot be opened or written.
public enum IndexProblem: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// Truncated, altered, or no index at all; `detail` says what does not hold.
  case damaged(path: String, detail: String)
  /// Written by another version of the program.
  case otherVersion(path: String, found: UInt32)
  /// The system refused; `code` is its errno.
  case system(path: String, code: Int32)
  /// The task that wrote it was cancelled.
  case cancelled

  /// What is wrong, and where.
  public var message: String {
    switch self {
    case .missing(let path): "there is no index at \(path)"
    case .damaged(let path, let detail): "the index at \(path) is damaged: \(detail)"
    case .otherVersion(let path, let found):
      "the index at \(path) has format \(found), this program reads \(IndexFormat.version)"
    case .cancelled: "the writing of the index was stopped"
    case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .missing: "Build the index from the collection it belongs to."
    case .damaged: "Delete it; an index is built again from the collection it belongs to."
    case .otherVersion: "Build it again with this program; the collection itself is not affected."
    case .cancelled: "Build it again."
    case .system: "See that the folder exists, has room, and may be read and written by you."
    }
  }
}
