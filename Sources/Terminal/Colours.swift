import CNcurses
import Canvas

/// Whether the screen has colours.
public enum ColourChoice: Sendable {
  /// Where the terminal has them and NO_COLOR (no-color.org) is unset or empty.
  case automatic
  case none
}

/// How a style looks: attributes that every terminal has, and one of its own 16 colours.
///
/// The default colours of the terminal stay the ground of everything; no colour is used that is
/// hard to read on a light or a dark one, and each role stays apart from plain text without any.
struct Look: Equatable {
  /// Of the terminal's 16; nil leaves its own.
  var colour: Int16?
  var attributes: attr_t

  init(_ colour: Int16? = nil, _ attributes: attr_t...) {
    self.colour = colour
    self.attributes = attributes.reduce(0, |)
  }
}

/// The one table from style to look.
enum Colours {
  private static let red: Int16 = 1
  private static let green: Int16 = 2
  private static let blue: Int16 = 4
  private static let magenta: Int16 = 5
  private static let cyan: Int16 = 6

  static func look(of style: Style, inColour: Bool) -> Look {
    var look = base(style.role)
    if style.marks.contains(.cited) { look.attributes |= adduce_bold }
    if style.marks.contains(.match) { look.attributes |= adduce_bold | adduce_underline }
    if style.marks.contains(.selectedElsewhere) { look.attributes |= adduce_bold }
    if style.marks.contains(.selected) {
      look.attributes |= adduce_reverse
      look.attributes &= ~adduce_dim
      // In reverse a colour would be a block of it.
      look.colour = nil
    }
    if !inColour { look.colour = nil }
    return look
  }

  private static func base(_ role: Style.Role) -> Look {
    switch role {
    case .plain: Look()
    case .dim: Look(nil, adduce_dim)
    case .title: Look(nil, adduce_bold)
    case .heading: Look(nil, adduce_bold)
    case .border: Look(nil, adduce_dim)
    case .focus: Look(cyan, adduce_bold, adduce_underline)
    case .date: Look(cyan)
    case .figure: Look(nil, adduce_bold)
    case .citation: Look(green)
    case .link: Look(blue, adduce_underline)
    case .key: Look(nil, adduce_bold)
    case .caution: Look(magenta)
    case .problem: Look(red, adduce_bold)
    case .bar: Look(nil, adduce_reverse)
    }
  }

  /// The pair of curses for a colour on the terminal's own ground; 0 is the terminal's own.
  static func pair(_ colour: Int16?) -> Int16 { colour.map { $0 + 1 } ?? 0 }

  /// Declares the pairs; false where the terminal has no colours.
  static func start() -> Bool {
    guard has_colors(), start_color() == OK, use_default_colors() == OK, adduce_colours() >= 8
    else {
      return false
    }
    for colour: Int16 in 0..<8 { init_pair(pair(colour), colour, -1) }
    return true
  }
}
