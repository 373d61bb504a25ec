import Model

/// Reads RIS, the tagged format of reference managers: Research Information Systems' specification
/// (2001) and the one of 2011, whose tags differ for a few types.
public enum RIS {
  /// Whether the first bytes of a file hold a line that begins an entry: `TY  - `.
  public static func recognises(_ start: [UInt8]) -> Bool {
    let text = RecordText.decode(Array(start.prefix(4096)))
    return RISLines(text).prefix(50).contains { $0.tag == "TY" && $0.value.utf8.count <= 10 }
  }

  /// The works of a file. What cannot be taken of one costs no other.
  public static func read(_ bytes: [UInt8], file: String) -> ImportedRecords {
    var reading = BibliographyReading(file: file)
    var entry: RISEntry?
    var strayLine: Int?
    for line in RISLines(RecordText.decode(bytes)) {
      switch line.tag {
      case "TY":
        if let entry { reading.take(entry.entry, dateField: entry.dateTag) }
        entry = RISEntry(type: line.value, line: line.number)
      case "ER":
        if let entry { reading.take(entry.entry, dateField: entry.dateTag) }
        entry = nil
      case let tag?:
        if entry == nil, strayLine == nil { strayLine = line.number }
        entry?.add(tag, line.value)
      case nil:
        if entry == nil, strayLine == nil, !line.value.isEmpty { strayLine = line.number }
        entry?.continue(line.value)
      }
      if let stray = strayLine, line.tag == "TY" || line.tag == "ER" {
        if stray < line.number { report(stray, &reading) }
        strayLine = nil
      }
    }
    if let entry { reading.take(entry.entry, dateField: entry.dateTag) }
    if let strayLine { report(strayLine, &reading) }
    return reading.imported
  }

  private static func report(_ line: Int, _ reading: inout BibliographyReading) {
    reading.report(
      line, "the lines from here belong to no entry",
      remedy: "Begin each entry with “TY  - ” and its type, and end it with “ER  - ”.")
  }

  /// RIS, reference types of both specifications, as the casebook's words for sources; a type that has
  /// no such word keeps one of its own.
  static let types: [String: String] = [
    "ABST": "article", "ADVS": "video", "AGGR": "dataset", "ANCIENT": "manuscript",
    "ART": "artwork", "BILL": "bill", "BLOG": "website", "BOOK": "book", "CASE": "legal case",
    "CHAP": "book", "CHART": "figure", "CLSWK": "book", "COMP": "software", "CONF": "book",
    "CPAPER": "article", "CTLG": "catalogue", "DATA": "dataset", "DBASE": "dataset",
    "DICT": "entry", "EBOOK": "book", "ECHAP": "book", "EDBOOK": "book", "EJOUR": "article",
    "ELEC": "website", "ENCYC": "entry", "EQUA": "equation", "FIGURE": "figure", "GEN": "document",
    "GOVDOC": "report", "GRANT": "grant", "GRNT": "grant", "HEAR": "hearing", "ICOMM": "letter",
    "INPR": "article", "INTV": "interview", "JFULL": "magazine", "JOUR": "article",
    "LEGAL": "legislation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "magazine",
    "MPCT": "video", "MULTI": "video", "MUSIC": "musical score", "NEWS": "newspaper",
    "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "letter", "RPRT": "report", "SER": "book",
    "SLIDE": "presentation", "SOUND": "audio", "STAND": "standard", "STAT": "legislation",
    "THES": "thesis", "UNBILL": "bill", "UNBILl": "bill", "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "video", "WEB": "website",
  ]
}

/// The lines of a file of RIS: a tag of two characters, two blanks, a hyphen and a blank; a line without
/// one goes on from the line before.
struct RISLines: Sequence, IteratorProtocol {
  struct Line {
    /// From 1.
    var number: Int
    /// Nil on a line that has none.
    var tag: String?
    var value: String
  }

  private var rest: Substring.UTF8View
  private var number = 0

  init(_ text: String) { rest = text[...].utf8 }

  mutating func next() -> Line? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
    let line = rest[..<end]
    rest = rest[end...]
    if rest.popFirst() == 0x0D, rest.first == 0x0A { rest.removeFirst() }
    let bytes = Array(line.prefix(8))
    guard bytes.count >= 4, Self.isTag(bytes[0], bytes[1]), let hyphen = Self.hyphen(bytes) else {
      return Line(number: number, value: RecordText.oneLine(Substring(line)))
    }
    let value = RecordText.oneLine(Substring(line.dropFirst(hyphen + 1)))
    return Line(
      number: number, tag: String(decoding: bytes.prefix(2), as: UTF8.self), value: value)
  }

  /// Where the hyphen after a tag stands: after two blanks, or after one as some programs write.
  private static func hyphen(_ bytes: [UInt8]) -> Int? {
    guard bytes[2] == 0x20 else { return nil }
    for place in 3...4 where place < bytes.count && bytes[place] == UInt8(ascii: "-") {
      guard bytes[3..<place].allSatisfy({ $0 == 0x20 }) else { return nil }
      return place + 1 == bytes.count || bytes[place + 1] == 0x20 || place == 4 ? place : nil
    }
    return nil
  }

  private static func isTag(_ first: UInt8, _ second: UInt8) -> Bool {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return letters.contains(first) && (letters.contains(second) || digits.contains(second))
  }
}
