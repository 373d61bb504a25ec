import Canvas
import Query

extension MapOverlay {
  var list: ShownList? { ShownList(rows, words: words) }

  var guide: OverlayGuide? {
    OverlayGuide(
      "the map", openedBy: [.map], scrolls: false,
      [
        .init("n", .tab, command: .nextItem, help: "the mark of the next most events"),
        .init("N", .backTab, command: .previousItem, help: "the mark of more events"),
        .init("h", command: .previousPane, help: "the nearest mark to the left"),
        .init("l", command: .nextPane, help: "the nearest mark to the right"),
        .init("k", command: .up, help: "the nearest mark above"),
        .init("j", command: .down, help: "the nearest mark below"),
        .init(.left, .right, .up, .down, help: "move the map"),
        .init("+", "=", help: "zoom in"), .init("-", "_", help: "zoom out"),
        .init("0", help: "all events, or most of them"),
        .init(.enter, command: .open, help: "narrow the events to those of the mark"),
        .init("v", help: "narrow them to all that are in view"),
      ])
  }
}
