import Model

/// A place of the explorer in ids and plain words, to be kept in a file: it holds when a library is built anew
/// and when a dataset is updated.
public struct SavedPlace: Codable, Equatable, Sendable {
  /// Where the cursor of a list stands.
  struct Cursor: Codable, Equatable, Sendable {
    /// Rows from 0, the one for all included.
    var row = 0
    var top = 0
    /// The record there, and what it is called; nil on the row for all.
    var record: String?
    var name: String?
  }

  /// A filter as it can be read again.
  struct Filter: Codable, Equatable, Sendable {
    var origin: String
    var words: String
    /// In the query language; nil for what it has no words for.
    var query: String?
  }

  struct List: Codable, Equatable, Sendable {
    /// As `RecordKind` calls it.
    var kind: String
    var cursor = Cursor()
    var filters: [Filter] = []
  }

  /// What the events are restricted to.
  struct Scope: Codable, Equatable, Sendable {
    var record: String
    var name: String
  }

  /// The record that is shown, and where its cursor stands: on an item that belongs to a statement.
  struct Shown: Codable, Equatable, Sendable {
    var record: String
    var name: String
    var statement: String?
    var item = 0
    var top = 0
  }

  /// The source that is read.
  struct Read: Codable, Equatable, Sendable {
    var source: String
    /// The number of the passage that the reader was led to, or the paragraph of the copy.
    var passage: Int?
    var paragraph: Int?
    var citations: [Cited] = []
    /// Whether the digests are wanted although a copy is attached.
    var prefersDigests = false
    /// The passage under the cursor of the digests, from 0, and the first line on the screen.
    var item = 0
    var top = 0
    /// The first byte of the copy on the screen.
    var byte: Int?
  }

  /// A citation of the fact that led to the source.
  struct Cited: Codable, Equatable, Sendable {
    var passage: String
    var firstWord: Int?
    var lastWord: Int?
    var via: [String] = []
  }

  /// The pane in focus.
  var focus: String
  /// Which list stands in the first pane.
  var first: String
  /// The lists that are not as they were at the start.
  var lists: [List] = []
  var events: List
  var scope: Scope?
  var record: Shown?
  var reader: Read?
}

/// All of the explorer that is to be there again at the next start.
public struct Session: Codable, Equatable, Sendable {
  /// Counts up with every change of what is kept; a session of another version is not read.
  public static let version = 1

  /// The version that it was written by.
  public var version = Self.version
  var place: SavedPlace
  var isZoomed = false
}

extension SavedPlace.Read {
  /// What the reader was led to; nil where a file says nothing of it.
  var target: ReaderPane.Target? {
    if let passage, passage > 0 { return .passage(ParagraphNumber(passage)) }
    if let paragraph, paragraph >= 0 { return .text(paragraph: paragraph) }
    return nil
  }
}

extension SavedPlace.Cited {
  init(_ citation: Citation) {
    passage = citation.passage.description
    firstWord = citation.words?.lowerBound
    lastWord = citation.words?.upperBound
    via = citation.via.map(\.rawValue)
  }

  /// Nil where a file says what is no passage.
  var citation: Citation? {
    guard let passage = PassageID(passage) else { return nil }
    var words: ClosedRange<Int>?
    if let firstWord, let lastWord, firstWord <= lastWord { words = firstWord...lastWord }
    return Citation(passage, words: words, via: via.map { RecordID($0) })
  }
}
