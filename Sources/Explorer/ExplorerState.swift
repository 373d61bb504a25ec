import Canvas
import Model
import Query

/// What the panes show.
struct Panes: Equatable, Sendable {
  /// Which list stands in the first pane.
  var indexKind: RecordKind = .group
  var lists: [RecordKind: ListPane] = [
    .group: ListPane(.group), .person: ListPane(.person), .place: ListPane(.place),
    .source: ListPane(.source),
  ]
  var events = ListPane(.event)
  var record = RecordPane()
  var reader: ReaderPane?

  /// The list in the first pane.
  var index: ListPane {
    get { lists[indexKind] ?? ListPane(indexKind) }
    set { lists[indexKind] = newValue }
  }
}

/// The whole explorer as a value: what it shows follows from it and the size of the screen alone.
public struct ExplorerState: Equatable, Sendable {
  var size = Size(width: 80, height: 24)
  var overview: Overview?
  var panes = Panes()
  var focus = Pane.index
  /// Which key does what.
  var keymap = Keymap.standard
  var overlay: Overlay?
  var isZoomed = false
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
  /// The records that the reader has marked as reviewed.
  var reviewed: Set<RecordID> = []
  /// The lines and names that maps are drawn of; nil until a map was shown.
  var outlines: MapOutlines?
  /// Whether something is being written to a file.
  var isExporting = false
  /// The record that the lists shall go to when its dossier tells what it is.
  var followed: RecordID?

  /// Nothing is known yet; `Action.started` begins.
  public init() {}

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
}
