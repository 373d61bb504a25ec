import CNcurses
import Canvas
import Glibc

/// Takes from curses what was typed, and from the sequences it does not know those of the mouse.
struct KeyReader {
  private var queued: [UInt32] = []

  /// The longest sequence that is looked at; what is longer is no sequence.
  private static let longest = 64
  /// How long the rest of a sequence may be on its way, in milliseconds: a slow line parts it.
  private static let patience: Int32 = 50

  private enum Read {
    case code(Int32)
    case scalar(UInt32)
  }

  /// All that is there, oldest first.
  mutating func read() -> [Input] {
    var inputs: [Input] = []
    while let read = readOne() {
      switch read {
      case .code(let code): inputs += Keyboard.key(code: code).map { [.key($0)] } ?? []
      case .scalar(0x1B): inputs += afterEscape()
      case .scalar(let scalar): inputs += Keyboard.key(scalar: scalar).map { [.key($0)] } ?? []
      }
    }
    return inputs
  }

  private mutating func readOne() -> Read? {
    if !queued.isEmpty { return .scalar(queued.removeFirst()) }
    var character: wint_t = 0
    switch get_wch(&character) {
    case KEY_CODE_YES: return .code(Int32(bitPattern: character))
    case OK: return .scalar(character)
    default: return nil
    }
  }

  /// ESC came: alone, before a character as Alt, before a sequence of the mouse, or before one that nobody
  /// declared, which is thrown away whole.
  private mutating func afterEscape() -> [Input] {
    var burst: [UInt32] = []
    var behind: [Input] = []
    reading: while burst.count < Self.longest {
      guard let read = readOne() else {
        guard Keyboard.isUnfinished(burst), restComes() else { break }
        continue
      }
      switch read {
      case .scalar(let scalar): burst.append(scalar)
      case .code(let code):
        if let key = Keyboard.key(code: code) { behind = [.key(key)] }
        break reading
      }
    }
    if let mouse = Mouse.read(burst) {
      queued = Array(burst.dropFirst(mouse.consumed)) + queued
      return (mouse.event.map { [.mouse($0)] } ?? []) + behind
    }
    switch Keyboard.afterEscape(burst) {
    case .none:
      queued = burst + queued
      return [.key(.escape)] + behind
    case .alt(let key):
      queued = Array(burst.dropFirst()) + queued
      return [.key(key)] + behind
    case .sequence(let consumed):
      queued = Array(burst.dropFirst(consumed)) + queued
      return behind
    }
  }

  private func restComes() -> Bool {
    var terminal = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&terminal, 1, Self.patience) > 0 && terminal.revents & Int16(POLLIN) != 0
  }
}
