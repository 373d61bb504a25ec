/// An armed group, or another body that acts: a state's forces, an agency, a news organ.
public struct Group: Hashable, Sendable {
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
