/// What a record is. The raw value is its name in JSON and in queries.
public enum RecordKind: String, CaseIterable, Hashable, Sendable {
  case group, person, place, event, relation, statement, theme, source, passage
  /// A paragraph of a reader's own copy of a source.
  case text

  /// The name of many of them, as the command line and the panes say it.
  public var plural: String {
    switch self {
    case .person: "people"
    default: rawValue + "s"
    }
  }

  /// Reads the singular or the plural.
  public init?(word: String) {
    let lowered = word.lowercased()
    guard let kind = Self.allCases.first(where: { $0.rawValue == lowered || $0.plural == lowered })
    else { return nil }
    self = kind
  }
}
