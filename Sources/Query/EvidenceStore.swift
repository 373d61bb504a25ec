public import Model

/// Whatever answers requests: the library on this machine, an archive on a server, a test's fixture.
public protocol EvidenceStore: Sendable {
  /// Answers one request. Cancelling the task ends it early with `StoreProblem.cancelled`.
  func answer(_ request: Request) async throws(StoreProblem) -> Reply
}

/// Why a store could not answer.
public enum StoreProblem: Error, Equatable, Sendable {
  /// A newer request took this one's place; nobody is told.
  case cancelled
  case noSuchRecord(String)
  case noSuchPassage(PassageID)
  /// The library's files cannot be read; `detail` says what the system said.
  case damaged(path: String, detail: String)
  case full(path: String)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .cancelled: "cancelled"
    case .noSuchRecord(let id): "there is no record “\(id)”"
    case .noSuchPassage(let id): "there is no passage “\(id)”"
    case .damaged(let path, let detail): "the library at \(path) cannot be read: \(detail)"
    case .full(let path): "the disk that holds \(path) is full"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .cancelled: "Ask again."
    case .noSuchRecord: "`adduce search` finds ids by name; `adduce list groups` lists them."
    case .noSuchPassage: "A passage is written source#number, such as roul-2016#12."
    case .damaged: "Delete that folder; it is a cache and is built again at the next start."
    case .full: "Free some space, or set XDG_CACHE_HOME to a folder elsewhere."
    }
  }
}
