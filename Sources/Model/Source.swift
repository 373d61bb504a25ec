/// A work: one whose passages the casebook codes, or one that such a work cites.
public struct Source: Hashable, Sendable {
  /// Unique in its casebook.
  public var id: RecordID
  /// Nil where the work is known only by its publisher and date, as newspapers are often cited.
  public var title: String?
  /// Names, as printed.
  public var authors: [String]
  /// Who published it.
  public var publisher: String?
  /// Journal, magazine or programme.
  public var series: String?
  /// Volume, number, pages.
  public var issue: String?
  /// As far as it is known; nil where it is not.
  public var date: ExtendedDate?
  /// How the date is known.
  public var dateNote: String?
  /// Where it can be had.
  public var url: String?
  /// article, newspaper, broadcast, magazine, audio, video, book, report, website.
  public var type: String
  /// BCP 47 language tag.
  public var language: String?
  /// Whether its passages are coded in this casebook.
  public var isHeld: Bool
  /// What the reader must know.
  public var note: String?
  /// The passages of held sources that refer to it.
  public var citations: [Citation]

  /// Takes the parts as they are.
  public init(
    id: RecordID, title: String? = nil, authors: [String] = [], publisher: String? = nil,
    series: String? = nil, issue: String? = nil, date: ExtendedDate? = nil,
    dateNote: String? = nil, url: String? = nil, type: String = "article",
    language: String? = nil, isHeld: Bool = false, note: String? = nil, citations: [Citation] = []
  ) {
    self.id = id
    self.title = title
    self.authors = authors
    self.publisher = publisher
    self.series = series
    self.issue = issue
    self.date = date
    self.dateNote = dateNote
    self.url = url
    self.type = type
    self.language = language
    self.isHeld = isHeld
    self.note = note
    self.citations = citations
  }

  /// How lists and citations call it: its title, or else its publisher and date.
  public var name: String { title ?? shortName }

  /// How a citation calls it in few words: `Dawn, 9 August 2016`.
  public var shortName: String {
    let maker = publisher ?? series ?? authors.first ?? title ?? id.rawValue
    guard let date else { return maker }
    return "\(maker), \(date.words)"
  }
}
