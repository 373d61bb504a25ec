/// An analytic structure of a source: phases, a typology, factors, a succession, a table.
public struct Theme: Hashable, Sendable {
  /// Unique in its casebook.
  public var id: RecordID
  /// In words; lists and headings show it.
  public var title: String
  /// A word of the casebook's vocabulary of themes.
  public var kind: Term
  /// About the theme as a whole, and its members (`Property.member`) in their order.
  public var statements: [Statement]

  /// Takes the parts as they are.
  public init(id: RecordID, title: String, kind: Term, statements: [Statement]) {
    self.id = id
    self.title = title
    self.kind = kind
    self.statements = statements
  }

  /// The members, in their order.
  public var members: [Statement] { statements.of(.member) }
}
