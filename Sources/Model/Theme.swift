/// An analytic structure of a source: phases, a typology, factors, a succession, a table.
public struct Theme: Hashable, Sendable {
  public var id: RecordID
  public var title: String
  /// A word of the casebook's vocabulary of themes.
  public var kind: Term
  /// About the theme as a whole, and its members (`Property.member`) in their order.
  public var statements: [Statement]

  public init(id: RecordID, title: String, kind: Term, statements: [Statement]) {
    self.id = id
    self.title = title
    self.kind = kind
    self.statements = statements
  }

  public var members: [Statement] { statements.of(.member) }
}
