public import Model

/// What shall be written of a library, as what, and where to.
public struct ExportRequest: Hashable, Sendable {
  /// The format as the command line has it: `csv`.
  public var format: String
  /// What records must match.
  public var expression: QueryExpression
  /// Their kinds; none for those that the format usually has.
  public var kinds: [RecordKind]
  /// Only what concerns this record.
  public var scope: RecordID?
  /// What could be known by then is what is written; nil for all.
  public var known: DateFilter?
  /// The file, which is not to be there yet.
  public var path: String

  /// Takes the parts as they are.
  public init(
    format: String, expression: QueryExpression = .everything, kinds: [RecordKind] = [],
    scope: RecordID? = nil, known: DateFilter? = nil, path: String
  ) {
    self.known = known
    self.format = format
    self.expression = expression
    self.kinds = kinds
    self.scope = scope
    self.path = path
  }
}
