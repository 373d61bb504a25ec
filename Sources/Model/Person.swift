/// A person whom a source names.
public struct Person: Hashable, Sendable {
  public var id: RecordID
  /// The form of the name that the casebook prefers.
  public var name: String
  public var aliases: [Alias]
  public var statements: [Statement]

  public init(id: RecordID, name: String, aliases: [Alias] = [], statements: [Statement] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.statements = statements
  }
}
