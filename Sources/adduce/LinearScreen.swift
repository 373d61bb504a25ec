import Canvas
import Explorer
import Terminal
import Text

/// The explorer for screen readers, dumb terminals and pipes: no drawing and no escape sequences, one line
/// for each change. Keys act at once on a terminal; elsewhere each line is a line of keys.
final class LinearScreen: ExplorerScreen {
  private let input: LineInput
  private var queued: [Key] = []
  private var shown: ExplorerState?
  private var hasGreeted = false
  /// Whether a key went out since something was last shown.
  private var hasPressed = false

  /// Reads all of what is shown aloud, whatever has the keys.
  static let reading = Key.control("r")

  /// Nil where the system has no more file descriptors.
  init?() {
    guard let input = LineInput() else { return nil }
    self.input = input
  }

  var wake: Wake { input.wake }
  /// Room for whole titles, and for pages of lists.
  let size = Size(width: 200, height: 50)
  var patience: Duration? { input.readsKeys ? .milliseconds(500) : nil }

  func show(_ state: ExplorerState) {
    // What a line of keys comes to is told once.
    guard queued.isEmpty else { return }
    if !hasGreeted {
      hasGreeted = true
      let how = input.readsKeys ? "" : " A line holds keys, as in “2 j Enter”; “/quetta” searches."
      Printing.line("adduce, line by line. C-r reads all of a pane, ? the keys, Q leaves.\(how)")
    }
    for line in linearText(before: shown, after: state, hasPressed: hasPressed) {
      Printing.line(Harmless.line(line))
    }
    hasPressed = false
    shown = state
  }

  func wait(atMost limit: Int32) -> [Input] {
    if queued.isEmpty {
      for heard in input.wait(atMost: limit) {
        switch heard {
        case .input(.key(let key)): queued.append(key)
        case .line(let line): queued += Self.keys(of: line)
        case .input(let input): return [input]
        }
      }
    }
    guard !queued.isEmpty else { return [] }
    let key = queued.removeFirst()
    guard key == Self.reading else {
      hasPressed = true
      return [.key(key)]
    }
    if let shown { for line in linearPage(shown) { Printing.line(Harmless.line(line)) } }
    return []
  }

  /// The keys of a line: `2 j Enter`, `/civil hospital`, `:command`; an empty one is Enter.
  static func keys(of line: String) -> [Key] {
    let line = line.split(separator: " ").joined(separator: " ")
    if line.isEmpty { return [.enter] }
    if line == "print" { return [reading] }
    guard line.count > 1, line.hasPrefix("/") || line.hasPrefix(":") else { return Key.typed(line) }
    return line.map(Key.character) + (line.hasPrefix(":") ? [.enter] : [])
  }

  func waitForAnswers(atMost limit: Int32) -> [Input] {
    if input.readsKeys { return wait(atMost: limit) }
    return input.wait(atMost: limit, answersOnly: true).compactMap { heard in
      if case .input(let input) = heard { input } else { nil }
    }
  }

  func redrawAll() { shown = nil }
  func useMouse(_ isOn: Bool) {}
  func use(_ palette: Palette, overrides: [Style.Role: ColourSetting]) {}
  /// A sequence that a terminal would swallow is read aloud elsewhere: what is to be copied is printed.
  func copy(_ text: String) { Printing.line(Harmless.line(text)) }

  func run(
    _ arguments: [String], reading file: String?, pause: ProgramEnd.Pause
  ) -> ProgramEnd { input.run(arguments, reading: file) }

  func suspend() { input.suspend() }
  func restore() { input.restore() }
}
