import Canvas

/// The keys of a view that lies over the panes: help shows them, and a command that is typed by its name acts as its
/// key would there.
struct OverlayGuide: Equatable, Sendable {
  /// One thing that the view's own keys do.
  struct Row: Equatable, Sendable {
    let keys: [Key]
    /// As in the key table.
    let help: String
    /// The command that means the same.
    let command: Command?

    init(_ keys: Key..., command: Command? = nil, help: String) {
      (self.keys, self.help, self.command) = (keys, help, command)
    }
  }

  /// As part of a sentence: `the timeline`.
  let name: String
  /// What opens it, and closes it, too.
  let opening: [Command]
  let rows: [Row]
  /// Whether it scrolls by the keys of lists, and closes by theirs.
  let scrolls: Bool

  init(_ name: String, openedBy opening: [Command], scrolls: Bool = true, _ rows: [Row]) {
    (self.name, self.opening, self.scrolls, self.rows) = (name, opening, scrolls, rows)
  }

  /// What lists have in common with all that scrolls.
  private static let scrolling: [Command] = [
    .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom,
  ]

  /// What of the key table holds in it as in a list.
  private var listed: [Command] {
    ((scrolls ? Self.scrolling : []) + [.close, .back]).filter { row(of: $0) == nil }
  }

  /// What every view has: nothing of it is about the panes.
  static let common: [Command] = [.forward, .help, .commandLine, .palette, .redraw, .quit]

  /// What it has where there is a fact under its cursor.
  static let ofFacts: [Command] = [.copy, .openFile, .openAddress, .edit]

  /// What it has where it shows records of a list.
  static let ofLists: [Command] = [.export, .pipe]

  func has(_ key: Key) -> Bool { rows.contains { $0.keys.contains(key) } }

  /// The row of a command; nil where the view has no key of its own for it.
  func row(of command: Command) -> Row? { rows.first { $0.command == command } }

  /// The keys that do in the view what a command means; none where it has nothing of the kind.
  func keys(of command: Command, in keymap: Keymap) -> [Key] {
    if let row = row(of: command) { return row.keys }
    return listed.contains(command) ? free(command, keymap) : []
  }

  /// The keys of a command in lists that are none of the view's own; sequences do not reach it.
  private func free(_ command: Command, _ keymap: Keymap) -> [Key] {
    keymap.keys(of: command, in: .lists).filter { $0.count == 1 && !has($0[0]) }.map { $0[0] }
  }

  /// What a command does in the view; nil where it has no key for it.
  func help(of command: Command, in keymap: Keymap) -> String? {
    if let row = row(of: command) { return row.help }
    guard listed.contains(command) else { return nil }
    if command == .close || command == .back { return "close this" }
    return keymap.row(of: command, in: .lists)?.help
  }

  /// All keys that do something there, as rows of help: its own first, then those of the table that hold there.
  ///
  /// - Parameter others: what the view has beside its own keys and those of lists.
  func help(_ keymap: Keymap, others: [Command]) -> [HelpRow] {
    let own = rows.map { row in
      HelpRow(keys: row.keys.map { [$0] }, help: row.help, command: row.command, place: name)
    }
    return own
      + (listed + others).compactMap { command in
        let keys = free(command, keymap)
        guard row(of: command) == nil, !keys.isEmpty, let row = keymap.row(of: command, in: .lists)
        else { return nil }
        return HelpRow(
          keys: keys.map { [$0] }, help: self.help(of: command, in: keymap) ?? row.help,
          command: command,
          place: name)
      }
  }
}

/// A row of help: keys, and what they do.
struct HelpRow: Equatable, Sendable {
  var keys: [[Key]]
  var help: String
  var command: Command?
  /// Where it holds, in words.
  var place: String
  /// Whether the reader changed the keys.
  var isChanged = false

  init(keys: [[Key]], help: String, command: Command?, place: String) {
    (self.keys, self.help, self.command, self.place) = (keys, help, command, place)
  }

  init(_ row: Binding, of keymap: Keymap) {
    self.init(keys: row.keys, help: row.help, command: row.command, place: row.scope.words)
    isChanged = keymap.standardKeys(of: row) != row.keys
  }

  /// The keys as people read them: `j  ↓`.
  var names: String {
    keys.map { $0.map(\.name).joined(separator: " ") }.joined(separator: "  ")
  }
}

extension ExplorerState {
  /// The view that lies on top, where letters are keys; below a prompt or a menu, the one that it was called from.
  var guide: OverlayGuide? { overlays.lazy.compactMap(\.part.guide).last }

  /// What can be done over the view on top with keys that are none of its own.
  var commandsOverView: [Command] {
    ([.hints] + OverlayGuide.ofFacts + OverlayGuide.ofLists + OverlayGuide.common)
      .filter(holdsOverView)
  }

  private func holdsOverView(_ command: Command) -> Bool {
    if OverlayGuide.common.contains(command) { return true }
    if OverlayGuide.ofFacts.contains(command) { return pointed != nil }
    if OverlayGuide.ofLists.contains(command) { return overlay?.part.list != nil }
    return command == .hints && overlay?.part is any HintedPart
  }

  /// Keys that hold over every view unless they are its own; nil where the key is none of them.
  mutating func pressOverView(_ key: Key) -> [Effect]? {
    guard let guide = overlay?.part.guide, !guide.has(key),
      let command = keymap.command(for: [key], in: .lists)
    else { return nil }
    if guide.opening.contains(command) {
      closeOverlay()
      return []
    }
    guard holdsOverView(command) else { return nil }
    return command == .help ? showKeys() : run(command, key: key)
  }

  /// Runs something from over a view. What acts on the panes leaves the view, to which the way back leads; what
  /// lies over the view, or only says why it cannot be done, leaves it where it is.
  mutating func overView(_ body: (inout Self) -> [Effect]) -> [Effect] {
    guard !overlays.isEmpty else { return body(&self) }
    let before = self
    let effects = body(&self)
    let isSame =
      panes == before.panes && focus == before.focus && isZoomed == before.isZoomed
      && reviewed == before.reviewed
    guard !isSame, overlays == before.overlays, trail == before.trail else { return effects }
    trail.leave(before.place)
    overlays = []
    return effects
  }

  /// `?`: the keys of what has the keyboard, and all others.
  mutating func showKeys() -> [Effect] {
    show(HelpOverlay(self))
    return []
  }
}
