import Model

/// What the fields of an entry of BibTeX say of a work (biblatex manual, 2.2).
struct BibTeXEntry {
  private(set) var entry: BibliographyEntry
  private var fields: [String: String]

  init(_ parsed: BibTeXParser.Entry, fields: [String: String]) {
    self.fields = fields
    entry = BibliographyEntry(line: parsed.line)
    entry.key = parsed.key.isEmpty ? nil : parsed.key
    takeType(parsed.type)
    takeNames()
    takeTitle()
    takeSeries()
    takeDate()
    takeAddress()
    entry.volume = take(["volume"])
    entry.number = take(["number", "issue"])
    entry.pages = take(["pages"])
    entry.language = take(["langid", "language"])
    for name in ["crossref", "xdata"] { self.fields[name] = nil }
    for name in self.fields.keys.sorted() { entry.add(name, take([name])) }
  }

  private mutating func takeType(_ type: String) {
    entry.type = BibTeX.types[type] ?? type
    if let own = fields["entrysubtype"], ["newspaper", "magazine"].contains(own.lowercased()) {
      entry.type = own.lowercased()
      fields["entrysubtype"] = nil
    }
  }

  private mutating func takeTitle() {
    let parts = [take(["title"]), take(["subtitle"])].compactMap(\.self)
    entry.title = parts.isEmpty ? nil : parts.joined(separator: ": ")
  }

  private mutating func takeSeries() {
    entry.series = take(["journaltitle", "journal", "booktitle", "maintitle", "series"])
    entry.publisher = take(["publisher", "institution", "school", "organization"])
  }

  private mutating func takeNames() {
    let (authors, more) = BibTeXNames.split(fields.removeValue(forKey: "author") ?? "")
    entry.authors = authors
    if more { entry.add("authors", "and others") }
    for role in ["editor", "translator", "editora", "editorb", "commentator", "annotator"] {
      guard let text = fields.removeValue(forKey: role) else { continue }
      let (names, more) = BibTeXNames.split(text)
      entry.add(role, (names + (more ? ["others"] : [])).joined(separator: ", "))
    }
  }

  /// `date` is EDTF (biblatex, 2.3.8); `year`, `month` and `day` are of BibTeX and its users. What is no
  /// more than a month is never made a day.
  private mutating func takeDate() {
    // As it stands: ~ is a blank of TeX, but “approximate” in EDTF.
    if let date = fields.removeValue(forKey: "date")?.filter({ !"{}".contains($0) }),
      !RecordText.oneLine(date).isEmpty
    {
      entry.date = BibliographicDate.reading(date)
      return
    }
    guard let year = take(["year"]) else { return }
    let parts = [take(["day"]), take(["month"])].compactMap(\.self)
    let whole = BibliographicDate.reading(year)
    guard !parts.isEmpty, whole.date != nil, year.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      entry.date = whole
      entry.add("month", parts.joined(separator: " "))
      return
    }
    if let month = parts.last.flatMap({ Int($0) }), month > 0 {
      let day = parts.count > 1 ? Int(parts[0]) : nil
      entry.date.date = BibliographicDate.edtf(year: Int(year) ?? 0, month: month, day: day)
    }
    let text = (parts + [year]).joined(separator: " ")
    if entry.date.date == nil { entry.date = BibliographicDate.reading(text) }
    if entry.date.date == nil {
      let isUnreadable = entry.date.isUnreadable && parts.joined().contains(where: \.isNumber)
      entry.date = BibliographicDate.Reading(
        date: whole.date, words: text, isUnreadable: isUnreadable)
    }
  }

  private mutating func takeAddress() {
    entry.doi = fields.removeValue(forKey: "doi").map(LaTeXText.address)
    if entry.doi?.isEmpty ?? true { entry.doi = nil }
    entry.url = fields.removeValue(forKey: "url").map(LaTeXText.address)
    if entry.url?.isEmpty ?? true { entry.url = nil }
    if entry.url == nil, let published = fields["howpublished"], published.contains("\\url"),
      let match = published.firstMatch(of: /\\url\s*\{([^{}]*)\}/)
    {
      entry.url = LaTeXText.address(String(match.1))
      fields["howpublished"] = published.replacing(match.0, with: "")
    }
    if let visited = take(["urldate"]) { entry.add("accessed", visited) }
  }

  /// The first of some fields that has a value, without its TeX.
  private mutating func take(_ names: [String]) -> String? {
    for name in names {
      guard let value = fields[name] else { continue }
      let text = LaTeXText.plain(value)
      fields[name] = nil
      if !text.isEmpty { return text }
    }
    return nil
  }
}

/// A list of names (BibTeXing, section 4): parted by `and` outside braces.
enum BibTeXNames {
  /// The names as printed, and whether the list ends with `and others`.
  static func split(_ list: String) -> (names: [String], more: Bool) {
    var names: [String] = []
    var more = false
    for name in parts(list) {
      if name.lowercased() == "others" {
        more = true
      } else if let printed = printed(name) {
        names.append(printed)
      }
    }
    return (names, more)
  }

  /// `von Last, First`, `von Last, Jr, First`, `First von Last`; a body's name stands in braces and is
  /// left as it is.
  private static func printed(_ name: String) -> String? {
    let fields = commas(name)
    let printed =
      switch fields.count {
      case 2: PrintedName.join([fields[1], fields[0]])
      case 3: PrintedName.join([fields[2], fields[0], fields[1]])
      default: fields.joined(separator: ", ")
      }
    return printed.isEmpty ? nil : printed
  }

  private static func commas(_ name: String) -> [String] {
    split(name) { $0 == "," }.map(LaTeXText.plain)
  }

  private static func parts(_ list: String) -> [String] {
    var names: [[Substring]] = [[]]
    for word in split(list, at: \.isWhitespace) where !word.isEmpty {
      if word.lowercased() == "and" {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    return names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Cuts a text at signs that stand outside braces.
  private static func split(_ text: String, at isCut: (Character) -> Bool) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "{": depth += 1
      case "}": depth -= 1
      case let character where depth <= 0 && isCut(character):
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    parts.append(text[start...])
    return parts
  }

  private static func split(_ text: String, _ isCut: (Character) -> Bool) -> [String] {
    split(text, at: isCut).map(String.init)
  }
}
