/// A person whom a source names.
public struct Person: Hashable, Sendable {
  /// Unique in its casebook.
  public var id: RecordID
  /// The form of the name that the casebook prefers.
  public var name: String
  /// Every spelling that a source uses.
  public var aliases: [Alias]
  /// Its facts, in the order of the casebook.
  public var statements: [Statement]

  /// Takes the parts as they are.
  public init(id: RecordID, name: String, aliases: [Alias] = [], statements: [Statement] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.statements = statements
  }
}
