public import Casebook

/// Why a casebook could not be opened as a library.
public enum LibraryProblem: Error, Sendable {
  /// The folder has no `casebook.yaml`.
  case noCasebook(path: String)
  /// The casebook breaks rules of its format; all problems, by place.
  case invalid([CasebookProblem])
  /// The folder for caches cannot be written; `detail` says what the system said.
  case cache(path: String, detail: String)
  /// An imported dataset cannot be read; `detail` says why.
  case dataset(path: String, detail: String)
  /// Nobody wanted it any longer.
  case cancelled

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .noCasebook(let path): "\(path) is no casebook: it has no casebook.yaml"
    case .invalid(let problems):
      problems.count == 1
        ? "the casebook has a problem" : "the casebook has \(problems.count) problems"
    case .cache(let path, let detail): "\(path) cannot be written: \(detail)"
    case .cancelled: "the reading was stopped"
    case .dataset(let path, let detail): "\(path) cannot be opened as a dataset: \(detail)"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .noCasebook: "Give the path of a casebook's folder, such as Data/khorasan."
    case .invalid: "Mend them; adduce check lists them all."
    case .cancelled: "F5 reads the files again."
    case .dataset: "Import its file again; adduce datasets names it."
    case .cache: "Set XDG_CACHE_HOME to a folder that can be written."
    }
  }
}
