import Canvas

/// A colour of a terminal.
enum Ink: Hashable, Sendable {
  /// By its place in the palette: 0 to 15 are the terminal's own, the rest those of xterm.
  case place(UInt8)
  /// By its parts, where the terminal's description takes them. Else it is put into the palette where the
  /// terminal lets it be; else it is the nearest of the 256, or none on a terminal with fewer.
  case tone(red: UInt8, green: UInt8, blue: UInt8)
}

/// How a role looks: attributes that every terminal has, and at most one colour.
struct Look: Hashable, Sendable {
  /// What a terminal can do to text beside colouring it.
  struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    let rawValue: UInt8
    /// Takes any value.
    init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier, and on some terminals brighter.
    static let bold = Attributes(rawValue: 1)
    /// Fainter.
    static let dim = Attributes(rawValue: 2)
    /// Colour and ground change places.
    static let reverse = Attributes(rawValue: 4)
    /// With a line below.
    static let underline = Attributes(rawValue: 8)
    /// Slanted, where the terminal has such letters.
    static let italic = Attributes(rawValue: 16)
  }

  /// Nil is the terminal's own, or that of the theme.
  var colour: Ink?
  /// Laid over it.
  var attributes: Attributes

  /// Takes the parts as they are.
  init(_ colour: Ink? = nil, _ attributes: Attributes = []) {
    self.colour = colour
    self.attributes = attributes
  }

  /// As the reader set it.
  init(_ setting: ColourSetting) {
    attributes = Attributes(
      [
        (.bold, ColourSetting.Attributes.bold), (.dim, .dim), (.italic, .italic),
        (.underline, .underline), (.reverse, .reverse),
      ].filter { setting.attributes.contains($1) }.map(\.0))
    switch setting.colour {
    case .number(let number): colour = .place(number)
    case .rgb(let red, let green, let blue): colour = .tone(red: red, green: green, blue: blue)
    case nil: colour = nil
    }
  }
}
