import Canvas

/// The one table from style to look, theme by theme.
///
/// In all but the high contrast, the terminal's own ground stays the ground of everything; no colour is
/// used that is hard to read on a light or a dark one, and what carries meaning stays apart from plain text
/// by attributes, or by the words and signs that the views set.
struct Theme: Equatable {
  /// Never `automatic`.
  let palette: Palette
  /// What the reader wants otherwise.
  let overrides: [Style.Role: Look]

  init(_ palette: Palette, overrides: [Style.Role: Look] = [:]) {
    self.palette = palette
    self.overrides = overrides
  }

  /// The colour of plain text, and what lies below it; nil leaves the terminal's own.
  var ground: (text: Ink, below: Ink)? {
    palette == .highContrast ? (.place(15), .place(0)) : nil
  }

  func look(of style: Style) -> Look {
    var look = overrides[style.role] ?? base(style.role)
    if style.marks.contains(.cited) { look.attributes.insert(.bold) }
    if style.marks.contains(.match) { look.attributes.formUnion([.bold, .underline]) }
    if style.marks.contains(.selectedElsewhere) { look.attributes.insert(.bold) }
    if style.marks.contains(.selected) {
      look.attributes.insert(.reverse)
      look.attributes.remove(.dim)
      // In reverse a colour would be a block of it.
      look.colour = nil
    }
    if palette == .mono || isLostWhenBold(look, style.role) { look.colour = nil }
    return look
  }

  /// Many terminals show bold text in the bright colour, and on white the bright green and cyan can hardly be
  /// seen: of xterm's they have contrasts of 1.4 and 1.3 to it. What the reader chose stays.
  private func isLostWhenBold(_ look: Look, _ role: Style.Role) -> Bool {
    guard palette == .sixteen, overrides[role] == nil, look.attributes.contains(.bold) else {
      return false
    }
    return look.colour == .place(2) || look.colour == .place(6)
  }

  private func base(_ role: Style.Role) -> Look {
    switch palette {
    case .automatic, .sixteen: Self.coloured(role, Self.sixteen)
    case .indexed: Self.coloured(role, Self.indexed)
    case .trueColour: Self.coloured(role, Self.tones)
    case .highContrast: Self.highContrast(role)
    case .mono: Self.mono(role)
    }
  }

  /// The colours of a theme; a role that is not named has none.
  typealias Inks = [Style.Role: Ink]

  /// Neither black nor white, nor yellow, which is lost on white, nor blue, which is lost on black (xterm's has
  /// a contrast of 2.2 to it): links are underlined.
  static let sixteen: Inks = [
    .focus: .place(6), .date: .place(6), .citation: .place(2),
    .caution: .place(5), .problem: .place(1),
  ]

  /// The six of the 256 that keep 4.5:1 on both grounds, but for a brown that is no better than the red.
  static let indexed: Inks = [
    .focus: .place(63), .date: .place(98), .citation: .place(29), .link: .place(63),
    .caution: .place(163), .problem: .place(131), .dim: .place(243), .border: .place(243),
  ]

  /// Of each hue, the lightness whose contrasts to black and to white are the same.
  static let tones: Inks = [
    .focus: .tone(red: 8, green: 129, blue: 153), .date: .tone(red: 8, green: 129, blue: 153),
    .citation: .tone(red: 15, green: 136, blue: 55), .link: .tone(red: 24, green: 112, blue: 236),
    .caution: .tone(red: 210, green: 30, blue: 180), .problem: .tone(red: 225, green: 43, blue: 43),
    .dim: .tone(red: 118, green: 118, blue: 118), .border: .tone(red: 118, green: 118, blue: 118),
  ]

  private static func coloured(_ role: Style.Role, _ inks: Inks) -> Look {
    let ink = inks[role]
    return switch role {
    case .plain, .date, .citation, .caution: Look(ink)
    case .dim, .border: Look(ink, ink == nil ? .dim : [])
    case .title, .heading, .figure, .key, .problem: Look(ink, .bold)
    case .focus: Look(ink, [.bold, .underline])
    case .link: Look(ink, .underline)
    case .bar: Look(ink, .reverse)
    }
  }

  private static func mono(_ role: Style.Role) -> Look {
    switch role {
    case .citation: Look(nil, .underline)
    case .caution: Look(nil, .bold)
    case .problem: Look(nil, [.bold, .underline])
    default: coloured(role, [:])
    }
  }

  private static func highContrast(_ role: Style.Role) -> Look {
    switch role {
    case .plain, .dim, .border: Look()
    case .title, .heading, .figure, .key: Look(nil, .bold)
    case .focus: Look(.place(11), [.bold, .underline])
    case .date: Look(.place(14))
    case .citation: Look(.place(10), .bold)
    case .link: Look(.place(14), .underline)
    case .caution: Look(.place(11), .bold)
    case .problem: Look(nil, [.bold, .reverse])
    case .bar: Look(nil, .reverse)
    }
  }
}
