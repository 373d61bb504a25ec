import Canvas
import Model
import Query

/// What the panes show.
struct Panes: Equatable, Sendable {
  /// Which list stands in the first pane.
  var indexKind: RecordKind = .group
  var lists: [RecordKind: ListPane] = [
    .group: ListPane(.group), .person: ListPane(.person), .place: ListPane(.place),
    .source: ListPane(.source), .theme: ListPane(.theme),
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
  /// What lies over the panes, from below to the top, which has the keys.
  var overlays: [Overlay] = []
  /// What was typed of a label while labels are out; nil where none are.
  var hinting: String?
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
  var reviewed = Marks()
  /// What waits for works that were asked for.
  var errand: Errand?
  /// The commands that read what was shown, oldest first.
  var commands: [String] = []
  /// What the reader made and wants to have again.
  var keepsakes = Keepsakes()
  /// A kept place on its way to the screen.
  var arrival: Arrival?
  /// The place before the last jump to a bookmark.
  var beforeBookmark: Trail.Place?
  /// The lines and names that maps are drawn of; nil until a map was shown.
  var outlines: MapOutlines?
  /// Whether something is being written to a file.
  var isExporting = false
  /// What the reader chose, by the config file or since.
  public internal(set) var settings = Settings()
  /// The first keys, as far as they are taught; nil where nobody asked for that.
  var lessons: Lessons?
  /// What was typed after `:`, the oldest first.
  var commandHistory: [String] = []
  /// The question of an id that was typed, for which there may be no record.
  var typedSlot: Slot?
  /// The day as of which all is shown; nil where no day was set.
  var asOf: AsOf?
  /// Where cursors shall stand again when that day has changed.
  var standing: [RecordKind: RecordID] = [:]
  /// Where the button last went down, until something else happens: there again it opens.
  var clicked: MouseEvent?
  /// Whether an answer keeps the reader waiting.
  var isWorking = false
  /// Whether the files are being read again.
  var isReading = false
  /// Whether the reader stopped what was asked; nothing is asked for by itself until the next key.
  var isStopped = false
  /// The record that the lists shall go to when its dossier tells what it is.
  var followed: RecordID?

  /// Nothing is known yet; `Action.started` begins.
  public init() {}

  struct Notice: Equatable, Sendable {
    var text: String
    var isProblem = false
  }

  var layout: Layout {
    Layout(
      size, focus: focus, hasReader: panes.reader != nil,
      hasEvents: panes.events.total != 0 || !panes.events.filters.isEmpty, isZoomed: isZoomed)
  }

  /// Where keys count: the pane in focus, as the key table says it.
  var scope: Scope {
    switch focus {
    case .index, .events: .lists
    case .record: .record
    case .reader: .reader
    }
  }

  /// Prompts and menus are no part of a place.
  var place: Trail.Place {
    Trail.Place(
      panes: panes, focus: focus, overlays: overlays.filter { $0.part.area == .screen })
  }
}
