public import Model

/// What may be asked of a store.
public enum Request: Hashable, Sendable {
  /// What the library holds.
  case overview
  /// A window of a list.
  case rows(RowRequest)
  /// Where in a list a day or a record stands.
  case position(Anchor, in: RowRequest)
  /// How many rows of a whole list lie in each month; its window counts for nothing.
  case months(RowRequest)
  /// How many events lie in each day, month or year of some, and what lies beside.
  case timeline(TimelineRequest)
  /// How many rows of a whole list stand where on a map; its window counts for nothing.
  case map(MapRequest)
  /// A record with all that belongs to it.
  case dossier(RecordID)
  /// A held source's passages, in reading order.
  case reading(RecordID)
  /// The facts that rest on a passage.
  case facts(PassageID)
  /// The facts that rest on a work or a passage, and whether on that alone.
  case resting(RestingFacts.Ground)
  /// Questions on which sources differ: of a record, or of all.
  case rivals(RecordID?)
  /// A record's relations, and those of its neighbours.
  case network(RecordID)
  /// The first hits of every kind.
  case search(QueryExpression, limit: Int)
  /// Facts that are weakly supported: of a record, or of all.
  case support(SupportRequest)
  /// The same asked of what could be known by the end of a day: of what sources say that were certainly
  /// written by then, and nothing else. It is answered as what it holds is.
  indirect case known(by: DayNumber, Request)

  /// What a place in a list is sought by.
  public enum Anchor: Hashable, Sendable {
    /// The first row whose span ends on that day or later.
    case day(DayNumber)
    case record(RecordID)
  }
}

/// A window of the list of one kind of record, in its display order.
public struct RowRequest: Hashable, Sendable {
  /// What sort of one it is.
  public var kind: RecordKind
  /// What the rows must match.
  public var expression: QueryExpression
  /// Only what concerns this record: a group's events, a source's events.
  public var scope: RecordID?
  /// The first row asked for, from 0, and how many at most.
  public var first: Int
  /// How many there are.
  public var count: Int
  /// A record that the window shall hold, wherever in the list it stands; `first` is for a list without it.
  public var around: RecordID?

  /// Takes the parts as they are.
  public init(
    _ kind: RecordKind, expression: QueryExpression = .everything, scope: RecordID? = nil,
    first: Int = 0, count: Int, around: RecordID? = nil
  ) {
    self.around = around
    self.kind = kind
    self.expression = expression
    self.scope = scope
    self.first = first
    self.count = count
  }
}
