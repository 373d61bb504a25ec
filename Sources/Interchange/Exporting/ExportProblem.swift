public import Model

/// Why an export cannot be made.
public enum ExportProblem: Error, Hashable, Sendable {
  case noSuchKind(RecordKind, ExportFormat)
  case severalKinds(ExportFormat)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .noSuchKind(let kind, let format): "\(format.words) cannot hold \(kind.plural)"
    case .severalKinds(let format): "\(format.words) holds one kind of record a file"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .noSuchKind(_, let format):
      "It holds \(format.kinds.map(\.plural).joined(separator: ", "))."
    case .severalKinds: "Export each kind to a file of its own."
    }
  }
}
