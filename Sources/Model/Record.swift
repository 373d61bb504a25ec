/// Any record of a casebook that has an id of its own.
public enum Record: Hashable, Sendable {
  case group(Group)
  case person(Person)
  case place(Place)
  case event(Event)
  case relation(Relation)
  case theme(Theme)
  case source(Source)

  /// Unique in its casebook.
  public var id: RecordID {
    switch self {
    case .group(let group): group.id
    case .person(let person): person.id
    case .place(let place): place.id
    case .event(let event): event.id
    case .relation(let relation): relation.id
    case .theme(let theme): theme.id
    case .source(let source): source.id
    }
  }

  /// What sort of one it is.
  public var kind: RecordKind {
    switch self {
    case .group: .group
    case .person: .person
    case .place: .place
    case .event: .event
    case .relation: .relation
    case .theme: .theme
    case .source: .source
    }
  }

  /// In the order written; a source has none, its particulars are its own.
  public var statements: [Statement] {
    switch self {
    case .group(let group): group.statements
    case .person(let person): person.statements
    case .place(let place): place.statements
    case .event(let event): event.statements
    case .relation(let relation): relation.statements
    case .theme(let theme): theme.statements
    case .source: []
    }
  }

  /// The names by which sources call it.
  public var aliases: [Alias] {
    switch self {
    case .group(let group): group.aliases
    case .person(let person): person.aliases
    case .place(let place): place.aliases
    case .event, .relation, .theme, .source: []
    }
  }
}
