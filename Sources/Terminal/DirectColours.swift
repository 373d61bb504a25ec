import CNcurses
import Canvas
import Glibc

/// Terminals whose description takes a colour by its parts, such as `xterm-direct` (terminfo's extension RGB;
/// ncurses, user_caps(5)): what stands for a place in the palette elsewhere is red, green and blue there, 8 bits
/// each, and only the lowest numbers are places still.
struct DirectColours {
  /// How many numbers are places: 8 of `xterm-direct`, 256 of `xterm-direct256`.
  let places: Int32

  /// Takes them as they are.
  init(places: Int32) { self.places = places }

  /// What the description at hand says; nil where it takes no parts, or others than 8 bits of each.
  init?(colours: Int32) {
    let says = tigetflag("RGB") == 1 || tigetnum("RGB") == 8
    guard says, colours == 1 << 24 else { return nil }
    places = [256, 16].first { !Self.isInParts($0 - 1) } ?? 8
  }

  /// Whether the description's sequence for a colour has it in parts, `38:2` or `38;2`.
  private static func isInParts(_ number: Int32) -> Bool {
    let sequence = adduce_foreground(number).map { String(cString: $0) } ?? ""
    return sequence.contains("38:2") || sequence.contains("38;2")
  }

  /// What curses is given for a colour.
  func number(of ink: Ink) -> Int32 {
    switch ink {
    case .tone(let red, let green, let blue):
      let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // A dark blue would be taken for a place; the green beside it is too little to be seen.
      return number < places ? number | 0x100 : number
    case .place(let place) where Int32(place) < places: return Int32(place)
    case .place(let place):
      let parts = Tones.usual(of: place)
      return number(of: .tone(red: parts.red, green: parts.green, blue: parts.blue))
    }
  }

  /// The description of the same terminal with colours by their parts, for one whose own has 256 and cannot
  /// change them though the terminal shows any, as those of tmux; nil where it has no such name.
  static func description(besides name: String) -> String? {
    guard name.hasSuffix("-256color") else { return nil }
    return name.dropLast("-256color".count) + "-direct"
  }
}
