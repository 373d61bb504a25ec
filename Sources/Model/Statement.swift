/// What a statement is about: `killed`, `claimant`, `strength`.
public struct Property: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// As files write it.
  public let rawValue: String
  /// Takes any value.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Takes any value.
  public init(_ text: String) { rawValue = text }
  /// Takes any value.
  public init(stringLiteral text: String) { rawValue = text }
  /// Takes any value.
  public init(_ role: Role) { rawValue = role.rawValue }

  /// As far as it is known; nil where it is not.
  public static let date: Property = "date"
  /// Where it stands.
  public static let place: Property = "place"
  /// People killed.
  public static let killed: Property = "killed"
  /// People wounded.
  public static let wounded: Property = "wounded"
  /// Killed and wounded together, in one figure.
  public static let killedAndWounded: Property = "killed-and-wounded"
  /// A member of a theme.
  public static let member: Property = "member"
  /// The edge that a relation is.
  public static let relation: Property = "relation"

  /// The role it names, where it names one.
  public var role: Role? { Role(rawValue: rawValue) }
}

/// Somebody or something that a statement points to: a record, or words where there is no record.
public enum Reference: Hashable, Sendable {
  case record(RecordID)
  case words(String)

  /// Of which all else here tells.
  public var record: RecordID? {
    if case .record(let id) = self { id } else { nil }
  }
}

/// One fact, with who says so and where. Everything that adduce shows is one of these.
public struct Statement: Hashable, Sendable {
  /// What is stated of the subject.
  public enum Value: Hashable, Sendable {
    case text(String)
    case reference(Reference)
    case date(ExtendedDate)
    case figure(CasualtyFigure)
  }

  /// The subject's id, a stroke, the property and the number among the subject's statements of that
  /// property, from 1: `quetta-hospital-bombing-2016/killed.1`.
  public var id: RecordID
  /// What it is about.
  public var subject: RecordID
  /// What is stated of the subject.
  public var property: Property
  /// The property's name for people: "Killed". A theme's member has its own.
  public var label: String
  /// Persons, or what is stated.
  public var value: Value
  /// How the source puts it.
  public var basis: Basis
  /// Who says so, where the source names them.
  public var by: Reference?
  /// The channel of a claim or message.
  public var through: Reference?
  /// When the value holds, or when it was said.
  public var asOf: ExtendedDate?
  /// How it is known, or what the reader must know.
  public var note: String?
  /// A record that the statement also points to: a theme's member that has a record of its own.
  public var link: RecordID?
  /// How a thing filled the interval that its date is: at some time within it, or throughout.
  public var extent: Extent
  /// The question on which the statement contradicts others of its subject that have the same
  /// words here: “day of formation”. Dates and figures of an event need none, see `Rivals`.
  public var rival: String?
  /// What supports it; a casebook refuses a fact without any.
  public var citations: [Citation]

  /// Takes the parts as they are.
  public init(
    id: RecordID, subject: RecordID, property: Property, label: String, value: Value,
    basis: Basis = .stated, by: Reference? = nil, through: Reference? = nil,
    asOf: ExtendedDate? = nil, note: String? = nil, link: RecordID? = nil,
    extent: Extent = .within, rival: String? = nil, citations: [Citation]
  ) {
    self.id = id
    self.subject = subject
    self.property = property
    self.label = label
    self.value = value
    self.basis = basis
    self.by = by
    self.through = through
    self.asOf = asOf
    self.note = note
    self.link = link
    self.extent = extent
    self.rival = rival
    self.citations = citations
  }

  /// Every record that the statement points to beside its subject.
  public var references: [RecordID] {
    var all = [by?.record, through?.record, link].compactMap(\.self)
    if case .reference(.record(let id)) = value { all.insert(id, at: 0) }
    return all
  }
}

extension Sequence where Element == Statement {
  /// The statements of one property, in their order.
  public func of(_ property: Property) -> [Statement] { filter { $0.property == property } }
}

extension Statement.Value {
  /// In words for people, references by what `name` calls them.
  public func words(_ name: (RecordID) -> String) -> String {
    switch self {
    case .text(let text): text
    case .reference(.words(let words)): words
    case .reference(.record(let id)): name(id)
    case .date(let date): date.words
    case .figure(let figure): figure.description
    }
  }
}
