/// Why an index cannot be opened or written.
public enum IndexProblem: Error, Equatable, Sendable {
  case missing(path: String)
  /// Truncated, altered, or no index at all; `detail` says what does not hold.
  case damaged(path: String, detail: String)
  /// Written by another version of the program.
  case otherVersion(path: String, found: UInt32)
  /// The system refused; `code` is its errno.
  case system(path: String, code: Int32)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .missing(let path): "there is no index at \(path)"
    case .damaged(let path, let detail): "the index at \(path) is damaged: \(detail)"
    case .otherVersion(let path, let found): "the index at \(path) has the format \(found)"
    case .system(let path, let code): "\(path): error \(code) of the system"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String { "Delete it; an index is built again from what it was made of." }
}
