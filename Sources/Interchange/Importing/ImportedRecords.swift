public import Model

/// What a file of records, not of rows, holds: a bibliography, or entities and their links.
public struct ImportedRecords: Sendable {
  /// In the file's order; ids are unique.
  public var records: [Record]
  /// What could not be taken, in the file's order.
  public var problems: [ImportProblem]
  /// How many entries the file has, those not taken among them.
  public var entries: Int

  /// Takes the parts as they are.
  public init(records: [Record] = [], problems: [ImportProblem] = [], entries: Int = 0) {
    self.records = records
    self.problems = problems
    self.entries = entries
  }
}
