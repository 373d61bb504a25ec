public import Model

/// One row of a dataset of events, as a library keeps it.
///
/// A dataset gives no passages: its rows are their own evidence, and so stand as facts without
/// citations, under the dataset's name.
public struct DatasetEvent: Sendable {
  /// Unique in its dataset.
  public var id: String
  /// In words; lists and headings show it.
  public var title: String
  /// What sort of event it is, in the dataset's words.
  public var kind: String
  /// As far as it is known; nil where the row gives none.
  public var date: ExtendedDate?
  /// Who took part, by the names that the dataset gives them; the first ones carried it out.
  public var groups: [String]
  /// Where, by the name that the dataset gives it.
  public var place: String?
  /// Nil where the row gives no figure, which is not 0.
  public var killed: CasualtyFigure?
  /// Nil where the row gives no figure, which is not 0.
  public var wounded: CasualtyFigure?
  /// The row's own text.
  public var note: String

  /// Takes the parts as they are.
  public init(
    id: String, title: String, kind: String, date: ExtendedDate? = nil, groups: [String] = [],
    place: String? = nil, killed: CasualtyFigure? = nil, wounded: CasualtyFigure? = nil,
    note: String = ""
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.date = date
    self.groups = groups
    self.place = place
    self.killed = killed
    self.wounded = wounded
    self.note = note
  }
}
