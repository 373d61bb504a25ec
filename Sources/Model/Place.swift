/// A place that a source names: a country, a province, a town, a building.
public struct Place: Hashable, Sendable {
  /// Unique in its casebook.
  public var id: RecordID
  /// What people call it.
  public var name: String
  /// A word of the casebook's vocabulary of places: `city`, and its label.
  public var type: Term
  /// The place that this one lies in.
  public var within: RecordID?
  /// Every spelling that a source uses.
  public var aliases: [Alias]
  /// Its facts, in the order of the casebook.
  public var statements: [Statement]

  /// Takes the parts as they are.
  public init(
    id: RecordID, name: String, type: Term, within: RecordID? = nil, aliases: [Alias] = [],
    statements: [Statement] = []
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.within = within
    self.aliases = aliases
    self.statements = statements
  }
}
