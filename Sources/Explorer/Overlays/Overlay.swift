import Canvas
import Query

/// Something that lies over the panes, or takes the line at the foot. It has the keys while it is there,
/// and its answers come to it.
protocol OverlayPart: Equatable, Sendable {
  /// Where it stands.
  var area: OverlayArea { get }
  /// Keys and what they do, for the line at the foot.
  var hints: [(key: String, word: String)] { get }
  /// The fact or record under its cursor, for the keys that take something of it elsewhere; nil where there is none.
  func pointed(in size: Size) -> Pointed?
  /// The records that it shows, for the keys that write them; nil where it shows something else.
  var list: ShownList? { get }
  /// Its keys, while letters are keys there; nil where they are typed text, or choose from a menu.
  var guide: OverlayGuide? { get }
  /// Takes a key. What it makes of itself stays, unless it closes, or leaves for the panes.
  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect]
  /// Takes what the mouse did, at a row and column of its own frame; of itself it scrolls and selects by
  /// the arrow keys, and opens by Enter.
  mutating func mouse(_ event: MouseEvent, on state: inout ExplorerState) -> [Effect]
  /// Takes an answer that is none of the panes'.
  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect]
  /// After every action while it is seen: scroll positions fit its size, and what it misses is asked for.
  mutating func settle(in size: Size) -> [Effect]
  /// What was asked for and is not answered will not come: `settle` asks for it again.
  mutating func forgetQuestions()
  func view(in size: Size, of state: ExplorerState) -> Frame
  /// What it shows, for whoever hears the screen: what it is, and where the cursor stands in it.
  func spoken(in size: Size, of state: ExplorerState) -> Spoken
}

extension OverlayPart {
  var area: OverlayArea { .screen }
  func pointed(in size: Size) -> Pointed? { nil }
  var list: ShownList? { nil }
  var guide: OverlayGuide? { nil }
  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] { [] }
  mutating func settle(in size: Size) -> [Effect] { [] }
  mutating func forgetQuestions() {}
  func spoken(in size: Size, of state: ExplorerState) -> Spoken {
    Spoken(frame: view(in: size, of: state))
  }
  fileprivate func isSame(as other: any OverlayPart) -> Bool { self == other as? Self }
}

/// The part of the screen that an overlay takes.
enum OverlayArea: Equatable {
  /// All between the header and the foot.
  case screen
  /// The line at the foot.
  case foot
  /// So many of the last lines, or as many as there are.
  case lastLines(Int)
}

/// An overlay of whatever type.
struct Overlay: Equatable, Sendable {
  var part: any OverlayPart

  init(_ part: any OverlayPart) { self.part = part }

  static func == (one: Overlay, other: Overlay) -> Bool { one.part.isSame(as: other.part) }
}

extension ExplorerState {
  /// What lies on top, and has the keys.
  var overlay: Overlay? { overlays.last }

  /// Lays something over the panes and whatever lies over them. No kind of overlay lies there twice, so that
  /// there are never many, and an answer has one taker: the former one gives way.
  mutating func show<Part: OverlayPart>(_ part: Part) {
    overlays.removeAll { $0.part is Part }
    overlays.append(Overlay(part))
  }

  /// Takes away what lies on top; what lay below it is as it was.
  mutating func closeOverlay() { _ = overlays.popLast() }

  /// Puts what a part has become on top before it leaves for another place, so that it comes back so.
  mutating func keepOnTop(_ part: some OverlayPart) {
    if !overlays.isEmpty { overlays[overlays.count - 1].part = part }
  }

  /// Leaves the present place for another one in the panes; the way back brings what lay over them, too.
  mutating func leavePlace() {
    trail.leave(place)
    overlays = []
  }

  /// Puts what a part has become into its place, if it still lies there.
  mutating func put(back part: any OverlayPart, for before: Overlay) {
    if let index = overlays.lastIndex(of: before) { overlays[index].part = part }
  }

  mutating func pressOnOverlay(_ key: Key) -> [Effect] {
    guard let before = overlay else { return [] }
    var part = before.part
    let effects = part.press(key, on: &self)
    put(back: part, for: before)
    return effects
  }

  /// The overlays that are seen: the last one that takes the screen, and what lies over it.
  var shownOverlays: Range<Int> {
    (overlays.lastIndex { $0.part.area == .screen } ?? 0)..<overlays.count
  }

  /// Those that are seen fit the screen, and ask for what they miss.
  mutating func settleOverlays() -> [Effect] {
    shownOverlays.flatMap { index in
      overlays[index].part.settle(in: size(of: overlays[index].part.area))
    }
  }

  /// An answer goes to all that lie there, for it may be one below that asked; no two ask for the same.
  mutating func takeOnOverlays(_ reply: Reply, for slot: Slot) -> [Effect] {
    overlays.indices.flatMap { overlays[$0].part.take(reply, for: slot) }
  }

  mutating func forgetOverlayQuestions() {
    for index in overlays.indices { overlays[index].part.forgetQuestions() }
  }

  /// How far a key scrolls an overlay; nil where it closed it or does nothing there.
  mutating func scrolling(_ key: Key) -> Int? {
    let page = max(1, overlaySize.height - 4)
    switch keymap.command(for: [key], in: .lists) {
    case .down: return 1
    case .up: return -1
    case .halfPageDown: return page / 2
    case .halfPageUp: return -page / 2
    case .pageDown: return page
    case .pageUp: return -page
    case .top: return -1_000_000
    case .bottom: return 1_000_000
    case .close, .back: closeOverlay()
    default: break
    }
    return nil
  }
}
