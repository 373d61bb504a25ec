import Canvas
import Model
import Query

/// Something that lies over the panes and lists facts on a page below its title, to go to one of them.
protocol FactsPart: HintedPart {
  var cursor: PageCursor { get set }
  var selected: Fact? { get }
  /// As part of a sentence: `the facts on a passage`.
  var name: String { get }
  /// The commands that open it, and close it, too.
  var opening: [Command] { get }
  func page(width: Int) -> Page
  mutating func move(by rows: Int)
}

extension FactsPart {
  /// The title and a blank line stand above the page.
  var linesAbove: Int { 2 }

  var hints: [(key: String, word: String)] {
    [("j k", "choose"), ("Enter", "go to the fact"), ("q", "close")]
  }

  var guide: OverlayGuide? {
    OverlayGuide(
      name, openedBy: opening,
      [.init(.enter, command: .open, help: "go to the fact under the cursor")])
  }

  func pointed(in size: Size) -> Pointed? { selected.map(Pointed.init) }

  func hinted(in size: Size) -> [(item: Int, place: Frame.Position)] {
    page(width: size.width).beginnings(from: cursor.top, height: size.height - linesAbove).map {
      ($0.item, Frame.Position(row: $0.place.row + linesAbove, column: $0.place.column))
    }
  }

  mutating func select(item: Int) { cursor.item = item }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if key == .enter {
      guard let selected else { return [] }
      return state.go(to: selected)
    }
    if let rows = state.scrolling(key) { move(by: rows) }
    return []
  }
}
