public import Canvas
public import Model
public import Query

/// What the panes show.
public struct Panes: Equatable, Sendable {
  /// Which list stands in the first pane.
  public internal(set) var indexKind: RecordKind = .group
  public internal(set) var lists: [RecordKind: ListPane] = [
    .group: ListPane(.group), .person: ListPane(.person), .place: ListPane(.place),
    .source: ListPane(.source),
  ]
  public internal(set) var events = ListPane(.event)
  public internal(set) var record = RecordPane()
  public internal(set) var reader: ReaderPane?

  /// The list in the first pane.
  public internal(set) var index: ListPane {
    get { lists[indexKind] ?? ListPane(indexKind) }
    set { lists[indexKind] = newValue }
  }
}

/// The whole explorer as a value: what it shows follows from it and the size of the screen alone.
public struct ExplorerState: Equatable, Sendable {
  public internal(set) var size = Size(width: 80, height: 24)
  public internal(set) var overview: Overview?
  public internal(set) var panes = Panes()
  public internal(set) var focus = Pane.index
  public internal(set) var overlay: Overlay?
  public internal(set) var isZoomed = false
  var trail = Trail()
  /// Keys of a sequence that goes on, such as `g`.
  var pending: [Key] = []
  /// What the last key came to, where that is not plain to see.
  var notice: Notice?
  /// The hits of the last search, and which of them was opened last.
  var hits: [ListRow] = []
  var hit = 0
  var searched = ""
  var searchedWords: [String] = []
  /// The record that the lists shall go to when its dossier tells what it is.
  var followed: RecordID?

  public init() {}

  /// What lies over the panes.
  public enum Overlay: Equatable, Sendable {
    case search(SearchOverlay)
    case date(DateOverlay)
    case facts(FactsOverlay)
    case help(HelpOverlay)
  }

  struct Notice: Equatable, Sendable {
    var text: String
    var isProblem = false
  }

  var layout: Layout {
    Layout(size, focus: focus, hasReader: panes.reader != nil, isZoomed: isZoomed)
  }

  /// Where keys count: the pane in focus, as the key table says it.
  var scope: Scope {
    switch focus {
    case .index, .events: .lists
    case .record: .record
    case .reader: .reader
    }
  }

  var place: Trail.Place { Trail.Place(panes: panes, focus: focus) }

  /// Whether the explorer waits for nothing that the screen shows.
  public var isComplete: Bool {
    overview != nil && panes.index.total != nil && panes.events.total != nil
      && (panes.events.total == 0 || panes.record.dossier != nil)
  }
}
