import Canvas
import Query

/// Something that lies over the panes, or takes the line at the foot. It has the keys while it is there,
/// and its answers come to it.
protocol OverlayPart: Equatable, Sendable {
  /// Where it stands.
  var area: OverlayArea { get }
  /// Keys and what they do, for the line at the foot.
  var hints: [(key: String, word: String)] { get }
  /// Takes a key. What it makes of itself stays, unless it puts something else, or nil, into
  /// `state.overlay`.
  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect]
  /// Takes what the mouse did, at a row and column of its own frame; of itself it scrolls and selects by
  /// the arrow keys, and opens by Enter.
  mutating func mouse(_ event: MouseEvent, on state: inout ExplorerState) -> [Effect]
  /// Takes an answer that is none of the panes'.
  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect]
  /// After every action: scroll positions fit its size, and what it misses is asked for.
  mutating func settle(in size: Size) -> [Effect]
  func view(in size: Size, of state: ExplorerState) -> Frame
  /// What it shows, for whoever hears the screen: what it is, and where the cursor stands in it.
  func spoken(in size: Size, of state: ExplorerState) -> Spoken
}

extension OverlayPart {
  var area: OverlayArea { .screen }
  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] { [] }
  mutating func settle(in size: Size) -> [Effect] { [] }
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
  /// Lays something over the panes.
  mutating func show(_ part: some OverlayPart) { overlay = Overlay(part) }

  mutating func pressOnOverlay(_ key: Key) -> [Effect] {
    guard let before = overlay else { return [] }
    var part = before.part
    let effects = part.press(key, on: &self)
    if overlay == before { overlay = Overlay(part) }
    return effects
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
    case .close, .back, .help, .row, .quit: overlay = nil
    default: break
    }
    return nil
  }
}
