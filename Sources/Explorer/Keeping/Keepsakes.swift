public import Model

/// A place that the reader gave a letter.
public struct Bookmark: Codable, Equatable, Sendable {
  /// One of a to z.
  var letter: String
  /// What stood there, in words.
  var title: String
  var place: SavedPlace
}

/// A query that the reader gave a name.
public struct SavedSearch: Codable, Equatable, Sendable {
  var name: String
  /// As it was typed.
  var query: String
}

/// What the reader made and wants to have again: bookmarks and saved searches.
public struct Keepsakes: Codable, Equatable, Sendable {
  /// Counts up with every change of what is kept.
  public static let version = 1

  /// The version that it was written by.
  public private(set) var version = Self.version
  /// By their letters.
  private(set) var bookmarks: [Bookmark] = []
  /// The newest last.
  private(set) var searches: [SavedSearch] = []

  /// None yet.
  public init() {}

  /// One thing more, or one less. Changes are what is written, so that two programs do not lose what the
  /// other one keeps.
  public enum Change: Equatable, Sendable {
    /// One of that letter gives way.
    case mark(Bookmark)
    case unmark(letter: String)
    /// One of that name gives way. It becomes the newest, or, to undo, stands where it stood.
    case save(SavedSearch, at: Int? = nil)
    case delete(name: String)
  }

  /// Makes a change.
  public mutating func make(_ change: Change) {
    switch change {
    case .mark(let bookmark):
      bookmarks.removeAll { $0.letter == bookmark.letter }
      bookmarks.append(bookmark)
      bookmarks.sort { $0.letter < $1.letter }
    case .unmark(let letter): bookmarks.removeAll { $0.letter == letter }
    case .save(let search, let place):
      searches.removeAll { $0.name == search.name }
      searches.insert(search, at: min(place ?? searches.count, searches.count))
    case .delete(let name): searches.removeAll { $0.name == name }
    }
  }
}

/// What the explorer remembers of earlier days when it starts.
public struct Memory: Equatable, Sendable {
  /// Where it was left; nil where it begins anew.
  public var session: Session?
  /// What was marked as reviewed.
  public var reviewed: Set<RecordID>
  /// What the reader made.
  public var keepsakes: Keepsakes

  /// Takes the parts as they are.
  public init(
    session: Session? = nil, reviewed: Set<RecordID> = [], keepsakes: Keepsakes = Keepsakes()
  ) {
    self.session = session
    self.reviewed = reviewed
    self.keepsakes = keepsakes
  }
}
