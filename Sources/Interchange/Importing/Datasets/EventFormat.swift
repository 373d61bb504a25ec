public import Model

/// How the rows of one provider's file of events are to be understood.
///
/// Made from a file's header, whose columns may stand in any order; one type a provider.
public protocol EventFormat: Sendable {
  /// What people call the dataset: `UCDP GED`.
  var title: String { get }
  /// What `--as`, ids and `in:` call it: `ged`.
  static var key: String { get }
  /// Who is to be credited, and the codebook that is followed.
  var attribution: String { get }
  /// The columns' names, in the file's order.
  var columns: [String] { get }

  /// Recognises a file by its first row; nil where it is another's. A row that is no header, but has the
  /// right number and kinds of fields, is recognised too, and `hasHeader` is false.
  init?(header: FileRow)
  /// Whether the row given to `init` was a header and no data.
  var hasHeader: Bool { get }
  /// Whether a row after the header is none of the data: the tags of the Humanitarian Data Exchange.
  func isPassedOver(_ row: FileRow) -> Bool

  /// What a row says, in short.
  ///
  /// - Throws: `RowProblem` where the row cannot be taken: no id, a date that is none.
  func event(_ row: FileRow) throws(RowProblem) -> DatasetEvent
  /// The row's id and date, and that it can be taken; as `event`, which is more work.
  func outline(_ row: FileRow) throws(RowProblem) -> RowOutline
  /// All that a row which `event` took says, in reading order.
  func facts(_ row: FileRow) -> [DatasetFact]
  /// Where on the earth a row that `event` took says it was.
  func coordinates(_ row: FileRow) -> Coordinates?
  /// What those coordinates stand for, by the codes of the row.
  func precision(_ row: FileRow) -> PlacePrecision
  /// Who is quoted in the row's sources, where it says so.
  func quoted(_ row: FileRow) -> String?

  /// What the codebook says of a column, in our words, and where it says so; nil where it says nothing.
  func help(_ column: Int) -> CodebookEntry?
  /// What a code in a column means: `known within 2 to 6 days`; nil where the value speaks for itself.
  func meaning(_ column: Int, _ value: String) -> String?
}

extension EventFormat {
  /// None are.
  public func isPassedOver(_ row: FileRow) -> Bool { false }
  /// What the whole event says of them.
  public func outline(_ row: FileRow) throws(RowProblem) -> RowOutline {
    let event = try event(row)
    return RowOutline(id: event.id, date: event.date)
  }
  /// It does not say.
  public func coordinates(_ row: FileRow) -> Coordinates? { nil }
  /// None is.
  public func quoted(_ row: FileRow) -> String? { nil }
}

/// What a codebook says of a field, in our words.
public struct CodebookEntry: Hashable, Sendable {
  /// One to three sentences.
  public var text: String
  /// The codebook and its section or column, and that our summary was not compared with its text.
  public var source: String

  /// A summary after a codebook and its section. None was at hand whole when the summaries were written, and
  /// whoever reads one is told so; an entry that has been compared needs another initialiser.
  public init(_ text: String, after codebook: String) {
    self.text = text
    source = "after \(codebook); our summary, not compared with its text"
  }
}

/// Why a row cannot be taken.
public struct RowProblem: Error, Hashable, Sendable {
  /// The column at fault, from 0; nil where it is the row itself.
  public var column: Int?
  /// What is wrong, as a clause without a full stop: `is no date`.
  public var reason: String
  /// What would do, as a full sentence.
  public var remedy: String

  /// Takes the parts as they are.
  public init(column: Int?, _ reason: String, remedy: String) {
    self.column = column
    self.reason = reason
    self.remedy = remedy
  }
}

/// What putting rows in order needs of one.
public struct RowOutline: Sendable {
  /// As the dataset gives it.
  public var id: String
  /// As far as it is known; nil where the row gives none.
  public var date: ExtendedDate?

  /// Takes the parts as they are.
  public init(id: String, date: ExtendedDate?) {
    self.id = id
    self.date = date
  }
}
