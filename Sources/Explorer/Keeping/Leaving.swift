import Canvas
import Model
import Query

/// From the explorer as it stands to what is kept of it.
extension ExplorerState {
  /// What is to be there again at the next start.
  public var session: Session { Session(place: savedPlace, isZoomed: isZoomed) }

  /// The place where the reader is.
  var savedPlace: SavedPlace {
    let kinds = Self.indexKinds.filter { kind in
      panes.lists[kind].map { $0.cursor != 0 || !$0.filters.isEmpty } ?? false
    }
    return SavedPlace(
      focus: focus.name, first: panes.indexKind.rawValue,
      lists: kinds.compactMap { panes.lists[$0]?.saved }, events: panes.events.saved,
      scope: panes.events.scope.map { .init(record: $0.rawValue, name: panes.events.scopeName) },
      record: panes.record.saved(width: layout.body(of: .record).width),
      reader: panes.reader?.saved)
  }

  /// The lists that can stand in the first pane.
  static let indexKinds: [RecordKind] = [.group, .person, .place, .source, .theme]
}

extension Pane {
  /// As files call it.
  var name: String { "\(self)" }

  init?(named name: String) {
    guard let pane = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = pane
  }
}

extension ListPane {
  fileprivate var saved: SavedPlace.List {
    var cursor = SavedPlace.Cursor(row: list.selected, top: list.top)
    if let row = selected, case .record(let id) = row.target {
      cursor.record = id.rawValue
      cursor.name = row.title
    }
    return SavedPlace.List(kind: kind.rawValue, cursor: cursor, filters: filters.map(\.saved))
  }
}

extension Filter {
  fileprivate var saved: SavedPlace.Filter {
    let query = expression.description
    let isReadable = (try? QueryReader.read(query)) == expression
    return .init(origin: origin.rawValue, words: words, query: isReadable ? query : nil)
  }
}

extension RecordPane {
  fileprivate func saved(width: Int) -> SavedPlace.Shown? {
    guard let id else { return nil }
    let isShown = dossier?.record.id == id
    return .init(
      record: id.rawValue, name: dossier.map { $0.name(of: id) } ?? id.rawValue,
      statement: isShown ? selected(width: width)?.statement?.rawValue : nil,
      item: isShown ? cursor.item : 0, top: isShown ? cursor.top : 0)
  }
}

extension ReaderPane {
  var saved: SavedPlace.Read {
    var read = SavedPlace.Read(
      source: source.rawValue, citations: citations.map { .init($0) },
      prefersDigests: prefersDigests, item: digests.cursor.item, top: digests.cursor.top,
      byte: copy.map { text.firstByte(in: $0) })
    switch target {
    case .passage(let number): read.passage = number.rawValue
    case .text(let paragraph): read.paragraph = paragraph
    }
    return read
  }
}
