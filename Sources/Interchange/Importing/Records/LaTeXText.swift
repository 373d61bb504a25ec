import Foundation

/// The text that a value of TeX prints: accents and letters as Unicode, commands and braces left out.
///
/// What LaTeX's kernel and `inputenc` define for text (*LaTeX: A Document Preparation System*, tables
/// 3.1 and 3.2; *The TeXbook*, chapter 9). Of a command that is not known its argument stays.
struct LaTeXText {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var text = String.UnicodeScalarView()

  /// On one line, without blanks at either end.
  static func plain(_ value: String) -> String {
    guard value.utf8.contains(where: special.contains) else { return RecordText.oneLine(value) }
    var reading = LaTeXText(scalars: Array(value.unicodeScalars))
    reading.read()
    let text = String(reading.text).precomposedStringWithCanonicalMapping
    return RecordText.oneLine(text)
  }

  /// A web address, in which only `\_`, `\%`, `\&`, `\#`, `\~` and braces are TeX.
  static func address(_ value: String) -> String {
    var address = value
    if let match = address.firstMatch(of: /\\url\s*\{([^{}]*)\}/) { address = String(match.1) }
    let text = address.filter { !"\\{}".contains($0) }
    return RecordText.oneLine(text)
  }

  private static let special = Set("\\{}~$-`'\"".utf8)

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func read() {
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      switch scalar {
      case "\\": command()
      case "{", "}", "$": continue
      case "~": text.append("\u{A0}")
      case "-": run(of: "-", ["-", "–", "—"])
      case "`": run(of: "`", ["‘", "“"])
      case "'": run(of: "'", ["'", "”"])
      default: text.append(scalar)
      }
    }
  }

  /// Puts one sign for a run of one to three that TeX joins.
  private mutating func run(of scalar: Unicode.Scalar, _ ligatures: [Unicode.Scalar]) {
    var length = 1
    while length < ligatures.count, place < scalars.count, scalars[place] == scalar {
      length += 1
      place += 1
    }
    text.append(ligatures[length - 1])
  }

  private mutating func command() {
    guard place < scalars.count else { return }
    let first = scalars[place]
    guard Self.isLetter(first) else {
      place += 1
      if let mark = Self.accents[first] { return accent(mark) }
      switch first {
      case "\\", "\n", "\r", "\t", " ": text.append(" ")
      case "-", "/", ",", "!", ";", ":", "(", ")", "[", "]", "@": break
      default: text.append(first)
      }
      return
    }
    let start = place
    while place < scalars.count, Self.isLetter(scalars[place]) { place += 1 }
    let name = String(String.UnicodeScalarView(scalars[start..<place]))
    skipBlanks()
    if let mark = Self.letterAccents[name] {
      accent(mark)
    } else if let letters = Self.letters[name] {
      text.append(contentsOf: letters.unicodeScalars)
    }
  }

  /// Puts a mark on the next letter, which may stand in braces or be a `\i` without its dot.
  private mutating func accent(_ mark: Unicode.Scalar) {
    let before = place
    while place < scalars.count, scalars[place] == "{" || Self.isBlank(scalars[place]) {
      place += 1
    }
    guard place < scalars.count, scalars[place] != "}" else {
      place = before
      return
    }
    var base = scalars[place]
    if base == "\\" {
      let start = place + 1
      var end = start
      while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
      let name = String(String.UnicodeScalarView(scalars[start..<end]))
      let letter: Unicode.Scalar? = name == "i" ? "i" : name == "j" ? "j" : nil
      guard let letter = letter ?? Self.letters[name]?.unicodeScalars.first else { return }
      base = letter
      place = end
      skipBlanks()
    } else {
      place += 1
    }
    text.append(base)
    text.append(mark)
  }

  private mutating func skipBlanks() {
    while place < scalars.count, Self.isBlank(scalars[place]) { place += 1 }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  /// Combining marks of accents that are signs.
  private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "\"": "\u{308}",
  ]

  /// Combining marks of accents that are letters.
  private static let letterAccents: [String: Unicode.Scalar] = [
    "u": "\u{306}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "G": "\u{30F}",
    "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}", "t": "\u{361}",
  ]

  private static let letters = [
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "ss": "ß", "SS": "SS", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ",
    "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "P": "¶", "S": "§",
    "copyright": "©", "pounds": "£", "euro": "€", "dag": "†", "ddag": "‡", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textbackslash": "\\",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "glqq": "„",
    "quotedblbase": "„", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textbar": "|", "textdegree": "°", "textregistered": "®", "texttrademark": "™",
    "textexclamdown": "¡", "textquestiondown": "¿", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "textless": "<", "textgreater": ">",
    "textdollar": "$", "ayn": "ʿ", "hamza": "ʾ", "textasciigrave": "`", "newline": " ",
    "textsuperscript": "", "par": " ",
  ]
}
