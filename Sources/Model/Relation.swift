/// A dated edge between two groups or persons.
public struct Relation: Hashable, Sendable {
  /// The raw value is how a casebook writes it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case pledge, alliance, splinter
    case factionOf = "faction-of"
    case affiliate, merger, rivalry, defection, leadership, membership, hedging, support
    case recruitment, cooperation

    /// How the first reads towards the second: "pledged to".
    public var forward: String {
      switch self {
      case .pledge: "Pledged to"
      case .alliance: "Allied with"
      case .splinter: "Split from"
      case .factionOf: "Faction of"
      case .affiliate: "Affiliate of"
      case .merger: "Merged with"
      case .rivalry: "Rival of"
      case .defection: "Defected to"
      case .leadership: "Leads"
      case .membership: "Member of"
      case .hedging: "Hedges towards"
      case .support: "Supports"
      case .recruitment: "Recruits from"
      case .cooperation: "Works with"
      }
    }

    /// How the second reads towards the first: "received the pledge of".
    public var backward: String {
      switch self {
      case .pledge: "Pledge from"
      case .alliance: "Allied with"
      case .splinter: "Splinter"
      case .factionOf: "Faction"
      case .affiliate: "Affiliate"
      case .merger: "Merged with"
      case .rivalry: "Rival of"
      case .defection: "Defection from"
      case .leadership: "Led by"
      case .membership: "Member"
      case .hedging: "Hedged by"
      case .support: "Supported by"
      case .recruitment: "Recruited by"
      case .cooperation: "Works with"
      }
    }
  }

  /// Unique in its casebook.
  public var id: RecordID
  /// What sort of one it is.
  public var kind: Kind
  /// The first party.
  public var from: Reference
  /// The second party.
  public var to: Reference
  /// As far as it is known; nil where it is not.
  public var date: ExtendedDate?
  /// The first is the edge itself (`Property.relation`); others say more of it.
  public var statements: [Statement]

  /// Takes the parts as they are.
  public init(
    id: RecordID, kind: Kind, from: Reference, to: Reference, date: ExtendedDate? = nil,
    statements: [Statement]
  ) {
    self.id = id
    self.kind = kind
    self.from = from
    self.to = to
    self.date = date
    self.statements = statements
  }
}
