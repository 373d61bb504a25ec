public import Model

/// One row of a dataset of events, as far as lists and the search index need it.
///
/// All that the row says is told by its `DatasetFact`s, which are read from the file again when a row
/// is opened.
public struct DatasetEvent: Sendable {
  /// As the dataset gives it, unique there.
  public var id: String
  /// In words; lists and headings show it.
  public var title: String
  /// What sort of event it is, in the dataset's words.
  public var kind: String
  /// As far as it is known; nil where the row gives none.
  public var date: ExtendedDate?
  /// Who took part.
  public var groups: [DatasetParty]
  /// Where, from the smallest place that is named to the largest.
  public var places: [DatasetPlace]
  /// The point on a map; nil where the row gives none.
  public var location: Location?
  /// Nil where the row gives no figure, which is not 0.
  public var killed: CasualtyFigure?
  /// Nil where the row gives no figure, which is not 0.
  public var wounded: CasualtyFigure?
  /// One line for lists where the figures alone would mislead: `none reported`; nil for the figures.
  public var casualties: String?
  /// The works on which the row rests.
  public var sources: [CitedWork]
  /// Any other text by which it is to be found.
  public var note: String

  /// Takes the parts as they are.
  public init(
    id: String, title: String, kind: String, date: ExtendedDate? = nil,
    groups: [DatasetParty] = [], places: [DatasetPlace] = [],
    killed: CasualtyFigure? = nil, wounded: CasualtyFigure? = nil, casualties: String? = nil,
    sources: [CitedWork] = [], note: String = ""
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.date = date
    self.groups = groups
    self.places = places
    self.killed = killed
    self.wounded = wounded
    self.casualties = casualties
    self.sources = sources
    self.note = note
  }
}

/// Somebody in a row, by the name and, where there is one, the number that the dataset gives them.
public struct DatasetParty: Hashable, Sendable {
  /// As the row has it.
  public var name: String
  /// Unique over all releases of the dataset and those that share its numbers, such as `ucdp-142`;
  /// nil where the dataset knows them by name alone.
  public var id: RecordID?

  /// Takes the parts as they are.
  public init(_ name: String, id: RecordID? = nil) {
    self.name = name
    self.id = id
  }
}

/// A place in a row.
public struct DatasetPlace: Hashable, Sendable {
  /// As the row has it.
  public var name: String
  /// What it is: `town`, `district`, `province`, `country`.
  public var type: String

  /// Takes the parts as they are.
  public init(_ name: String, _ type: String) {
    self.name = name
    self.type = type
  }
}

/// A work that a row names as its source, as far as the row tells.
public struct CitedWork: Hashable, Sendable {
  /// The newspaper, agency or other body that published it.
  public var publisher: String?
  /// When.
  public var date: ExtendedDate?
  /// Its headline or title; or all that the row says of it, where that is one text.
  public var title: String?

  /// Takes the parts as they are.
  public init(publisher: String? = nil, date: ExtendedDate? = nil, title: String? = nil) {
    self.publisher = publisher
    self.date = date
    self.title = title
  }
}
