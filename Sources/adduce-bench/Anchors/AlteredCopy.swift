import Anchoring
import Model
import Text

/// A copy of a source that is not quite it, and where in it the passages truly stand.
struct AlteredCopy {
  private(set) var text = ""
  /// From each passage's first letter or digit to its last, in bytes of UTF-8; those that were left out
  /// have none.
  private(set) var places: [ParagraphNumber: Range<Int>] = [:]
  var random: MadeUpNumbers

  init(seed: UInt64) { random = MadeUpNumbers(state: seed) }

  /// What stands between two passages, how a passage is changed, and what else is done.
  enum Kind: String, CaseIterable {
    case asIs = "as is"
    case rewrapped = "rewrapped at 60 columns"
    case runTogether = "paragraphs run together"
    case furniture = "web furniture before, between, after"
    case pages = "wrapped, page foot and head every 40 lines"
    case hyphenated = "wrapped at 60, long words hyphenated"
    case typographic = "quotes and dashes changed"
    case noise1 = "1 % of characters wrong"
    case noise5 = "5 % of characters wrong"
    case noise10 = "10 % of characters wrong"
    case furniture5 = "furniture, and 5 % wrong"
    case together5 = "run together, and 5 % wrong"
  }

  /// A copy of all passages.
  static func make(_ kind: Kind, of lines: [Substring], seed: UInt64) -> AlteredCopy {
    var copy = AlteredCopy(seed: seed)
    switch kind {
    case .asIs: copy.add(lines)
    case .rewrapped:
      copy.add(lines, change: { _, line in Cells.wrapped(line, to: 60).joined(separator: "\n") })
    case .runTogether: copy.add(lines, between: { _ in " " })
    case .furniture: copy.addWithFurniture(lines) { _, line in line }
    case .pages: copy.addPages(lines)
    case .hyphenated: copy.add(lines, change: { copy, line in copy.hyphenated(line) })
    case .typographic: copy.add(lines, change: { copy, line in copy.retyped(line) })
    case .noise1: copy.add(lines, change: { copy, line in copy.scanned(line, wrong: 0.01) })
    case .noise5: copy.add(lines, change: { copy, line in copy.scanned(line, wrong: 0.05) })
    case .noise10: copy.add(lines, change: { copy, line in copy.scanned(line, wrong: 0.1) })
    case .furniture5: copy.addWithFurniture(lines) { copy, line in copy.scanned(line, wrong: 0.05) }
    case .together5:
      copy.add(
        lines, between: { _ in " " }, change: { copy, line in copy.scanned(line, wrong: 0.05) })
    }
    return copy
  }

  /// A copy without one passage.
  static func make(without number: Int, of lines: [Substring]) -> AlteredCopy {
    var copy = AlteredCopy(seed: 0)
    for (index, line) in lines.enumerated() where index + 1 != number {
      copy.add(String(line), as: index + 1)
      copy.text += "\n"
    }
    return copy
  }

  /// Adds passages, each changed.
  mutating func add(
    _ lines: [Substring], between: (inout AlteredCopy) -> String = { _ in "\n" },
    change: (inout AlteredCopy, String) -> String = { _, line in line }
  ) {
    for (index, line) in lines.enumerated() {
      add(change(&self, String(line)), as: index + 1)
      text += between(&self)
    }
  }

  /// Adds what is of no passage.
  mutating func add(other: String) { text += other }

  private mutating func add(_ passage: String, as number: Int) {
    let start = text.utf8.count
    text += passage
    var first: Int?
    var last = start
    var at = start
    for scalar in passage.unicodeScalars {
      let next = at + UTF8.width(scalar)
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        first = first ?? at
        last = next
      }
      at = next
    }
    if let first { places[ParagraphNumber(number)] = first..<last }
  }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  private mutating func chance(_ share: Double) -> Bool {
    Double(random.next() >> 11) / Double(1 << 53) < share
  }

  // MARK: Changes of a passage

  /// Look-alikes of a scan.
  private static let alike: [Character: [String]] = [
    "o": ["0", "c", "a"], "l": ["1", "i", "I"], "i": ["l", "1", "j"], "e": ["c", "o"],
    "c": ["e", "o"], "a": ["o", "s", "u"], "n": ["u", "ri", "h"], "u": ["n", "v", "ii"],
    "m": ["rn", "nn", "in"], "h": ["b", "li"], "b": ["h", "6"], "s": ["5", "a", "z"],
    "t": ["f", "l", "r"], "f": ["t", "l"], "r": ["t", "n"], "g": ["q", "9"], "v": ["y", "u"],
    "d": ["cl", "o"], "w": ["vv", "ur"], "k": ["lc", "h"], "p": ["n", "o"], "y": ["v", "g"],
    "0": ["O", "6"], "1": ["l", "I", "7"], "2": ["Z", "7"], "3": ["8", "5"], "4": ["A", "9"],
    "5": ["S", "3"], "6": ["b", "8"], "7": ["1", "T"], "8": ["B", "3"], "9": ["g", "4"],
    ".": [",", ""], ",": [".", ""], "S": ["5", "8"], "B": ["8", "R"], "I": ["l", "1"],
  ]

  /// A passage as a bad scan has it: of a hundred characters so many are wrong, three in five read as
  /// what looks like them, one in five dropped, one in five followed by a blank.
  mutating func scanned(_ line: String, wrong: Double) -> String {
    var scan = ""
    for character in line {
      guard chance(wrong) else {
        scan.append(character)
        continue
      }
      switch below(5) {
      case 0: break
      case 1: scan += "\(character) "
      default:
        let alike = Self.alike[character] ?? ["x", "e", "t", "n"]
        scan += alike[below(alike.count)]
      }
    }
    return scan
  }

  /// Other quotation marks, dashes and blanks of the same meaning.
  private mutating func retyped(_ line: String) -> String {
    var retyped = ""
    for character in line {
      switch character {
      case "'", "\u{2018}", "\u{2019}": retyped += ["'", "\u{2019}", "\u{2018}"][below(3)]
      case "\"", "\u{201C}", "\u{201D}":
        retyped += ["\"", "\u{201C}", "\u{00BB}", "\u{201E}"][below(4)]
      case "-": retyped += ["-", "\u{2010}", "\u{2011}", "\u{2013}"][below(4)]
      case "\u{2013}", "\u{2014}": retyped += ["\u{2013}", "\u{2014}", " - ", "\u{2212}"][below(4)]
      case " ": retyped += [" ", "\u{A0}", "  ", " "][below(4)]
      default: retyped.append(character)
      }
    }
    return retyped
  }

  /// Lines of 60 columns, words of eight letters and more cut in two at their ends as a printer would.
  private mutating func hyphenated(_ line: String) -> String {
    var lines: [String] = []
    for wrapped in Cells.wrapped(line, to: 60) {
      guard let last = lines.last, let word = wrapped.split(separator: " ").first, word.count >= 8,
        word.allSatisfy({ $0.isLetter && $0.isASCII })
      else {
        lines.append(wrapped)
        continue
      }
      let cut = 3 + below(word.count - 5)
      lines[lines.count - 1] = last + " " + word.prefix(cut) + "-"
      lines.append(String(wrapped.dropFirst(cut)))
    }
    return lines.joined(separator: "\n")
  }
}
