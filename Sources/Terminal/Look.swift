/// A colour of a terminal.
public enum Ink: Hashable, Sendable {
  /// By its place in the palette: 0 to 15 are the terminal's own, the rest those of xterm.
  case place(UInt8)
  /// By its parts. It is put into the palette where the terminal lets it be; else the nearest of the 256,
  /// or none on a terminal with fewer.
  case tone(red: UInt8, green: UInt8, blue: UInt8)

  /// The names of the first eight; `bright-red` is the ninth and so on.
  static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// Reads `red`, `bright-red`, `131` or `#c05a0a`; nil where it is none of these.
  public init?(reading text: String) {
    let isBright = text.hasPrefix("bright-")
    if let index = Self.names.firstIndex(of: String(text.dropFirst(isBright ? 7 : 0))) {
      self = .place(UInt8(index + (isBright ? 8 : 0)))
    } else if text.allSatisfy(\.isNumber), let place = UInt8(text) {
      self = .place(place)
    } else if text.hasPrefix("#"), text.utf8.count == 7,
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      self = .tone(
        red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    } else {
      return nil
    }
  }
}

/// How a role looks: attributes that every terminal has, and at most one colour.
public struct Look: Hashable, Sendable {
  /// What a terminal can do to text beside colouring it.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8
    /// Takes any value.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier, and on some terminals brighter.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Colour and ground change places.
    public static let reverse = Attributes(rawValue: 4)
    /// With a line below.
    public static let underline = Attributes(rawValue: 8)
    /// As the configuration names them.
    static let names: [(String, Attributes)] = [
      ("bold", .bold), ("dim", .dim), ("reverse", .reverse), ("underline", .underline),
    ]
  }

  /// Nil is the terminal's own, or that of the theme.
  public var colour: Ink?
  /// Laid over it.
  public var attributes: Attributes

  /// Takes the parts as they are.
  public init(_ colour: Ink? = nil, _ attributes: Attributes = []) {
    self.colour = colour
    self.attributes = attributes
  }

  /// Reads words such as `cyan bold underline` or `plain`; nil where one of them is no colour and no
  /// attribute, or where there are two colours.
  public init?(reading text: String) {
    self.init()
    for word in text.split(separator: " ").map(String.init) where word != "plain" {
      if let (_, attribute) = Attributes.names.first(where: { $0.0 == word }) {
        attributes.insert(attribute)
      } else if colour == nil, let ink = Ink(reading: word) {
        colour = ink
      } else {
        return nil
      }
    }
  }
}
