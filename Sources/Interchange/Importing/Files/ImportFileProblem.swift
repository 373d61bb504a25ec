/// Why a file cannot be imported at all.
public enum ImportFileProblem: Error, Hashable, Sendable {
  /// It cannot be read; `detail` is what the system says.
  case unreadable(path: String, detail: String)
  /// Something is wrong with the archive or the workbook; `detail` says what, as a clause.
  case damaged(path: String, detail: String)
  /// Unpacked it would be larger than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// What came of it cannot be written; `detail` is what the system says.
  case unwritable(path: String, detail: String)
  /// Somebody stopped it.
  case cancelled

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .unreadable(let path, let detail): "\(path) cannot be read: \(detail)"
    case .damaged(let path, let detail): "\(path): \(detail)"
    case .tooLarge(let path, let limit):
      "\(path) would take more than \(limit / 1_000_000_000) GB unpacked"
    case .unwritable(let path, let detail): "\(path) cannot be written: \(detail)"
    case .cancelled: "stopped"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .unreadable: "Check the path and that you may read the file."
    case .damaged: "Download it again, or save the table as CSV and import that."
    case .tooLarge: "Save the part that you need as CSV and import that."
    case .unwritable: "Free some space, or set XDG_DATA_HOME to a folder elsewhere."
    case .cancelled: "Nothing was changed."
    }
  }
}
