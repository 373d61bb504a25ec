public import Interchange

/// Why nothing was imported.
public enum ImportRefusal: Error, Sendable {
  /// No format knows the file; `header` are its first fields.
  case unknown(file: String, header: [String])
  /// It is not what `--as` says.
  case not(file: String, format: String, header: [String])
  /// Some rows cannot be taken, and `--strict` was asked for; or none can be.
  case rows(file: String, refused: Int, problems: [ImportProblem])
  /// Another import is running.
  case busy(path: String)
  /// The file cannot be read, or somebody stopped the import.
  case file(ImportFileProblem)
  /// The library cannot be written; `detail` says what the system said.
  case unwritable(path: String, detail: String)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .unknown(let file, let header):
      "\(file) is none of the formats that adduce knows; it begins: "
        + header.prefix(8).joined(separator: ", ")
    case .not(let file, let format, let header):
      "\(file) is no \(format) file; it begins: " + header.prefix(8).joined(separator: ", ")
    case .rows(let file, let refused, _):
      "\(file): \(refused) \(refused == 1 ? "row" : "rows") cannot be taken"
    case .busy: "another import is running"
    case .file(let problem): problem.message
    case .unwritable(let path, let detail): "\(path) cannot be written: \(detail)"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .unknown: "Name its format with --as; adduce import --help lists them."
    case .not: "Leave --as out to have the format recognised."
    case .rows: "Mend them, or leave --strict out to import the others."
    case .busy: "Wait until it is done."
    case .file(let problem): problem.remedy
    case .unwritable: "Free some space, or set XDG_DATA_HOME to a folder that can be written."
    }
  }
}
