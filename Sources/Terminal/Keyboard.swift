import CNcurses
import Canvas

/// From what curses reads to keys.
enum Keyboard {
  /// Sequences that terminals send for a key though their description names another.
  static let extras: [(String, Int32)] = [
    ("\u{1B}[1~", KEY_HOME), ("\u{1B}[7~", KEY_HOME), ("\u{1B}[H", KEY_HOME),
    ("\u{1B}OH", KEY_HOME), ("\u{1B}[4~", KEY_END), ("\u{1B}[8~", KEY_END),
    ("\u{1B}[F", KEY_END), ("\u{1B}OF", KEY_END), ("\u{1B}[A", KEY_UP), ("\u{1B}OA", KEY_UP),
    ("\u{1B}[B", KEY_DOWN), ("\u{1B}OB", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT),
    ("\u{1B}OC", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[5~", KEY_PPAGE), ("\u{1B}[6~", KEY_NPAGE), ("\u{1B}[Z", KEY_BTAB),
    ("\u{1B}[3~", KEY_DC),
  ]

  static func prepare() {
    adduce_leave_mouse_alone()
    for (sequence, code) in extras { _ = adduce_define_key(sequence, code) }
  }

  /// A function key by curses' code; nil for codes that are no key of ours.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    default:
      (1...12).first { adduce_key_f(Int32($0)) == code }.map(Key.function)
    }
  }

  /// A character as typed; nil where it is none.
  static func key(scalar: UInt32) -> Key? {
    switch scalar {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0x01...0x1A: Unicode.Scalar(scalar + 0x60).map { .control(Character($0)) }
    case 0..<0x20: nil
    default: Unicode.Scalar(scalar).map { .character(Character($0)) }
    }
  }

  /// What may follow ESC within one burst: Alt with a character, or a sequence nobody declared.
  enum AfterEscape: Equatable {
    case alt(Key)
    /// The bytes of a sequence; `consumed` of them belong to it.
    case sequence(consumed: Int)
    case none
  }

  /// Whether what came behind an ESC begins a control sequence that does not end yet.
  static func isUnfinished(_ scalars: [UInt32]) -> Bool {
    scalars.first == 0x5B && !scalars.dropFirst().contains { (0x40...0x7E).contains($0) }
  }

  /// Judges the scalars that came right behind an ESC.
  static func afterEscape(_ scalars: [UInt32]) -> AfterEscape {
    guard let first = scalars.first else { return .none }
    if first == 0x5B {
      // CSI: parameters and intermediates, then one final byte (ECMA-48, 5.4).
      let final = scalars.dropFirst().firstIndex { (0x40...0x7E).contains($0) }
      return .sequence(consumed: final.map { $0 + 1 } ?? scalars.count)
    }
    if first == 0x4F { return .sequence(consumed: min(2, scalars.count)) }
    if first == 0x1B { return .none }
    guard case .character(let character)? = key(scalar: first) else { return .none }
    return .alt(.alt(character))
  }
}
