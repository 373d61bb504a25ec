/// A colour for text, and attributes, as somebody wrote them: `cyan`, `bold`, `208 underline`, `#5fafff`.
public struct ColourSetting: Hashable, Sendable, CustomStringConvertible {
  /// A colour of the terminal's own 16, of its 256, or any.
  public enum Colour: Hashable, Sendable {
    /// One of the terminal's colours by its number: 0 to 15 are named, and of the reader's own theme.
    case number(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
  }

  /// What is done to the letters.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8
    /// Takes any value.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier letters.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter letters.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted letters, where the terminal has them.
    public static let italic = Attributes(rawValue: 4)
    /// A line below.
    public static let underline = Attributes(rawValue: 8)
    /// Ground and letters exchanged.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// Nil leaves the terminal's own.
  public var colour: Colour?
  /// Any of them together.
  public var attributes: Attributes

  /// Takes the parts as they are.
  public init(_ colour: Colour? = nil, _ attributes: Attributes = []) {
    self.colour = colour
    self.attributes = attributes
  }

  /// The terminal's first 16 colours by number.
  public static let colourNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  private static let attributeNames: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  /// Reads words parted by blanks: at most one colour, by name, number from 0 to 255 or `#rrggbb`, and any
  /// attributes; `default` alone is the terminal's own colour without any.
  public init(reading text: String) throws(ColourProblem) {
    self.init()
    let words = Self.words(of: text)
    guard !words.isEmpty else {
      throw ColourProblem(value: "", column: 1, message: "no colour is given")
    }
    for (word, column) in words {
      if let known = Self.attributeNames.first(where: { $0.name == word }) {
        attributes.insert(known.attribute)
        continue
      }
      if word == "default", words.count == 1 { return }
      guard let read = Self.colour(word) else {
        throw ColourProblem(value: word, column: column, message: "there is no such colour")
      }
      guard colour == nil else {
        throw ColourProblem(value: word, column: column, message: "this is a second colour")
      }
      colour = read
    }
  }

  private static func words(of text: String) -> [(word: String, column: Int)] {
    var words: [(word: String, column: Int)] = []
    var isInWord = false
    for (index, character) in text.enumerated() {
      if character.isWhitespace {
        isInWord = false
      } else if isInWord {
        words[words.count - 1].word.append(character)
      } else {
        words.append((String(character), index + 1))
        isInWord = true
      }
    }
    return words
  }

  private static func colour(_ word: String) -> Colour? {
    if let number = colourNames.firstIndex(of: word) { return .number(UInt8(number)) }
    if let number = UInt8(word), String(number) == word { return .number(number) }
    let digits = word.utf8.dropFirst()
    guard word.first == "#", digits.count == 6,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(word.dropFirst(), radix: 16)
    else { return nil }
    return .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// As it can be read again.
  public var description: String {
    let words =
      [colour.map(Self.name)].compactMap(\.self)
      + Self.attributeNames.filter { attributes.contains($0.attribute) }.map(\.name)
    return words.isEmpty ? "default" : words.joined(separator: " ")
  }

  private static func name(_ colour: Colour) -> String {
    switch colour {
    case .number(let number):
      return number < 16 ? colourNames[Int(number)] : String(number)
    case .rgb(let red, let green, let blue):
      return "#"
        + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

/// Why a colour could not be read.
public struct ColourProblem: Error, Equatable, Sendable {
  /// The offending word; empty where something is missing.
  public let value: String
  /// Where it begins in the text, from 1, in characters.
  public let column: Int
  /// What is wrong, as a clause without a full stop.
  public let message: String
  /// What would do, as a full sentence.
  public var remedy: String {
    "Write one of \(ColourSetting.colourNames.prefix(8).joined(separator: ", ")), bright- before it, a number "
      + "from 0 to 255 or \"#rrggbb\", and any of bold, dim, italic, underline, reverse."
  }
}

extension Style.Role {
  /// As a config file writes it: `date`.
  public var name: String { "\(self)" }
}
