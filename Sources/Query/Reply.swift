public import Model

/// What a store answers; each case answers the request of its name.
public enum Reply: Hashable, Sendable {
  case overview(Overview)
  case rows(ListWindow)
  /// Nil where the list has no such row.
  case position(Int?)
  case months(MonthCounts)
  case timeline(Timeline)
  case map(MapMarks)
  case dossier(Dossier)
  case reading(Reading)
  case facts([Fact])
  case rivals(RivalList)
  case resting(RestingFacts)
  case network(Network)
  case hits([ListWindow])
  case support(SupportWindow)
}

/// What the library holds.
public struct Overview: Hashable, Sendable {
  /// In words; lists and headings show it.
  public var title: String
  /// What the casebook says of itself.
  public var description: String
  /// How many records of each kind there are.
  public var counts: [RecordKind: Int]
  /// The casebooks and datasets it is made of, in the order in which they stand.
  public var collections: [CollectionDescription]
  /// By which day each held source was certainly written; nil for one whose date leaves that open.
  public var written: [DayNumber?]

  /// Takes the parts as they are.
  public init(
    title: String, description: String, counts: [RecordKind: Int],
    collections: [CollectionDescription] = [], written: [DayNumber?] = []
  ) {
    self.written = written
    self.title = title
    self.description = description
    self.counts = counts
    self.collections = collections
  }
}

/// A window of a list.
public struct ListWindow: Hashable, Sendable {
  /// What sort of one it is.
  public var kind: RecordKind
  /// Those of the window, in display order.
  public var rows: [ListRow]
  /// Where the window begins in the list, from 0.
  public var first: Int
  /// How many rows the whole list has.
  public var total: Int
  /// Whether all its rows lie in the dates asked for certainly, or all only possibly; nil for a list
  /// that is not so divided.
  public var isCertain: Bool?
  /// Where the record stands that the window was asked for around; nil where none was.
  public var sought: Sought?

  /// A record that was looked for in a list.
  public struct Sought: Hashable, Sendable {
    /// Its id.
    public var record: RecordID
    /// Its row, from 0; nil where the list does not have it.
    public var position: Int?

    /// Takes the parts as they are.
    public init(_ record: RecordID, at position: Int?) {
      self.record = record
      self.position = position
    }
  }

  /// Takes the parts as they are.
  public init(
    kind: RecordKind, rows: [ListRow], first: Int, total: Int, isCertain: Bool? = nil,
    sought: Sought? = nil
  ) {
    self.sought = sought
    self.kind = kind
    self.rows = rows
    self.first = first
    self.total = total
    self.isCertain = isCertain
  }
}

/// One row of a list.
public struct ListRow: Hashable, Sendable {
  /// What opens when the row is opened.
  public enum Target: Hashable, Sendable {
    case record(RecordID)
    case passage(PassageID)
    /// A paragraph, from 0, of the attached copy of a source.
    case text(RecordID, paragraph: Int)
  }

  /// What opens.
  public var target: Target
  /// What sort of one it is.
  public var kind: RecordKind
  /// In words; lists and headings show it.
  public var title: String
  /// As far as it is known; nil where it is not.
  public var date: ExtendedDate?
  /// Where: an event's place, the place that a place lies in, a work's publisher.
  public var place: String
  /// A second line: an event's kind, a relation's parties.
  public var detail: String
  /// Casualties in short; empty when none is given.
  public var figures: String
  /// How many events concern it.
  public var events: Int
  /// How many of these are among the events that the list is narrowed to; nil where it is not.
  public var eventsLeft: Int?
  /// How many facts it has, or how many rest on it.
  public var facts: Int
  /// The name by which a query found it, where that is not its title.
  public var foundBy: String?
  /// The rule by which that name was found, for people: “another spelling”.
  public var foundHow: String?
  /// Where it was found, when its title does not show it.
  public var snippet: String?
  /// Whether its whole possible span lies in the dates asked for; nil where none were.
  public var isCertain: Bool?
  /// For a passage: how it was found in the attached copy of its source; nil without one.
  public var anchor: AnchorState?

  /// Takes the parts as they are.
  public init(
    target: Target, kind: RecordKind, title: String, date: ExtendedDate? = nil,
    place: String = "", detail: String = "", figures: String = "", events: Int = 0,
    facts: Int = 0, foundBy: String? = nil, isCertain: Bool? = nil
  ) {
    self.target = target
    self.kind = kind
    self.title = title
    self.date = date
    self.place = place
    self.detail = detail
    self.figures = figures
    self.events = events
    self.facts = facts
    self.foundBy = foundBy
    self.isCertain = isCertain
  }
}

/// A record with all that a reader sees of it at once.
public struct Dossier: Hashable, Sendable {
  /// Of which all else here tells.
  public var record: Record
  /// The edges that begin or end here.
  public var relations: [Relation]
  /// Statements of other records that point here.
  public var mentions: [Fact]
  /// What the records that appear here are called, by id.
  public var names: [RecordID: String]
  /// For a held source: its passages, and how many facts rest on them.
  public var passages: Int
  /// How many facts it has or carries.
  public var facts: Int
  /// How the passages that are cited here were found in attached copies; none without a copy.
  public var anchors: [PassageID: AnchorState]
  /// For an event of a dataset: the row it is made from.
  public var row: DatasetRow?
  /// For a theme: the dates of the events that its members have as their records, where they are dated.
  public var dates: [RecordID: ExtendedDate] = [:]

  /// Takes the parts as they are.
  public init(
    record: Record, relations: [Relation] = [], mentions: [Fact] = [],
    names: [RecordID: String] = [:], passages: Int = 0, facts: Int = 0,
    anchors: [PassageID: AnchorState] = [:], row: DatasetRow? = nil
  ) {
    self.row = row
    self.anchors = anchors
    self.record = record
    self.relations = relations
    self.mentions = mentions
    self.names = names
    self.passages = passages
    self.facts = facts
  }

  /// What to call a record here: its name, or its id where the dossier has none.
  public func name(of id: RecordID) -> String { names[id] ?? id.rawValue }

  /// What to call whom a statement points to.
  public func name(of reference: Reference) -> String {
    switch reference {
    case .record(let id): name(of: id)
    case .words(let words): words
    }
  }
}

/// A statement beside the name of what it is about.
public struct Fact: Hashable, Sendable {
  /// The fact itself.
  public var statement: Statement
  /// What it is about.
  public var subject: String
  /// The kind of record that the subject is.
  public var subjectKind: RecordKind
  /// The value in words, references by their names.
  public var value: String

  /// Takes the parts as they are.
  public init(statement: Statement, subject: String, subjectKind: RecordKind, value: String) {
    self.statement = statement
    self.subject = subject
    self.subjectKind = subjectKind
    self.value = value
  }
}

/// A held source, passage by passage.
public struct Reading: Hashable, Sendable {
  /// The work it stands in.
  public var source: Source
  /// In reading order.
  public var passages: [Passage]
  /// How many facts rest on each passage, in the same order.
  public var facts: [Int]
  /// The reader's own copy of it, where one is attached.
  public var copy: AttachedCopy?

  /// Takes the parts as they are.
  public init(source: Source, passages: [Passage], facts: [Int], copy: AttachedCopy? = nil) {
    self.source = source
    self.passages = passages
    self.facts = facts
    self.copy = copy
  }
}
