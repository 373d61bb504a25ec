import Model

/// One entry of a file of RIS, while its tags are read.
struct RISEntry {
  private let line: Int
  private let type: String
  /// Every tag with its value, in order; a tag may be repeated.
  private var fields: [(tag: String, value: String)] = []

  init(type: String, line: Int) {
    self.line = line
    self.type = type
  }

  mutating func add(_ tag: String, _ value: String) { fields.append((tag, value)) }

  /// A line without a tag goes on from the last one; the value may be of a million lines.
  mutating func `continue`(_ value: String) {
    guard !value.isEmpty, !fields.isEmpty else { return }
    let last = fields.count - 1
    if !fields[last].value.isEmpty { fields[last].value += " " }
    fields[last].value += value
  }

  /// The tag whose date was taken.
  var dateTag: String { date.tag }

  /// The entry, with every tag that has a value.
  var entry: BibliographyEntry {
    var entry = BibliographyEntry(line: line)
    var used: Set<Int> = []
    func take(_ tags: [String]) -> String? {
      for tag in tags {
        let index = fields.indices.first {
          !used.contains($0) && fields[$0].tag == tag && !fields[$0].value.isEmpty
        }
        if let index {
          used.insert(index)
          return fields[index].value
        }
      }
      return nil
    }
    entry.type = RIS.types[type] ?? RIS.types[type.uppercased()] ?? "document"
    if RIS.types[type.uppercased()] == nil { entry.add("type", type) }
    entry.key = take(["ID"])
    let isBook = type == "BOOK" || type == "EDBOOK"
    entry.title = take(["TI", "T1"] + (isBook ? ["BT", "CT"] : ["CT", "BT"]))
    entry.series = take(["T2", "JF", "JO", "JA", "J1", "J2", "BT", "T3"])
    for index in fields.indices where ["AU", "A1"].contains(fields[index].tag) {
      used.insert(index)
      let name = Self.name(fields[index].value)
      if !name.isEmpty { entry.authors.append(name) }
    }
    entry.publisher = take(["PB"])
    entry.volume = take(["VL", "VO"])
    entry.number = take(["IS"])
    let (first, last) = (take(["SP"]), take(["EP"]))
    entry.pages =
      last.map { last in
        first.map { $0 == last || $0.contains("-") ? $0 : "\($0)-\(last)" } ?? last
      } ?? first
    entry.url = take(["UR"])
    entry.doi = take(["DO"])
    entry.language = take(["LA"])
    entry.date = date.reading
    used.formUnion(date.used)
    for index in fields.indices where !used.contains(index) {
      let (tag, value) = fields[index]
      entry.add(Self.labels[tag] ?? tag, Self.people.contains(tag) ? Self.name(value) : value)
    }
    return entry
  }

  /// `Last, First, Suffix` as it is printed (RIS 2001, author fields).
  private static func name(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { RecordText.oneLine($0) }
    guard (2...3).contains(parts.count) else { return RecordText.oneLine(text) }
    return PrintedName.join([parts[1], parts[0]] + parts.dropFirst(2))
  }

  /// What is known of the date: the fullest of `DA`, `PY` and `Y1`, which may each give a part.
  private var date: (reading: BibliographicDate.Reading, tag: String, used: Set<Int>) {
    var best = (reading: BibliographicDate.Reading(), tag: "PY", used: Set<Int>())
    var length = -1
    for tag in ["PY", "Y1", "DA"] {
      for index in fields.indices where fields[index].tag == tag && !fields[index].value.isEmpty {
        best.used.insert(index)
        let reading = Self.reading(fields[index].value)
        let written = reading.date?.description.utf8.count ?? 0
        guard written > length else { continue }
        length = written
        best.reading = reading
        best.tag = tag
      }
    }
    return best
  }

  /// `YYYY/MM/DD/other` (RIS 2001, date fields), where what is not known is empty, or any other date; of
  /// the other information a season is understood.
  private static func reading(_ text: String) -> BibliographicDate.Reading {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { RecordText.oneLine($0) }
    guard (2...4).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]),
      parts[1].isEmpty || Int(parts[1]) != nil, !(parts.count == 2 && (Int(parts[1]) ?? 0) > 24)
    else { return BibliographicDate.reading(text) }
    let other = parts.count == 4 ? parts[3] : ""
    let season = parts[1].isEmpty ? BibliographicDate.month(named: other) : nil
    let day = parts.count > 2 ? parts[2] : ""
    guard day.isEmpty || Int(day) != nil,
      let date = BibliographicDate.edtf(
        year: year, month: season ?? Int(parts[1]), day: Int(day))
    else { return BibliographicDate.Reading(words: text, isUnreadable: true) }
    let isAllSaid = season != nil || other.isEmpty && (parts[1].isEmpty ? day.isEmpty : true)
    return BibliographicDate.Reading(date: date, words: isAllSaid ? nil : text)
  }

  private static let people: Set<String> = ["A2", "A3", "A4", "ED", "TA"]

  /// What tags mean that no field of a source is for (RIS 2001 and 2011).
  private static let labels = [
    "A2": "editor", "A3": "series editor", "A4": "subsidiary author", "ED": "editor",
    "AB": "abstract", "AD": "address", "AN": "accession number", "C1": "custom 1",
    "CA": "caption", "CN": "call number", "CY": "place", "PP": "place", "DB": "database",
    "DP": "database provider", "ET": "edition", "J2": "abbreviated series",
    "JA": "abbreviated series",
    "JO": "series", "JF": "series", "KW": "keyword", "L1": "file", "L2": "full text",
    "L3": "related record", "L4": "image", "LK": "link", "M1": "number", "M2": "start page",
    "M3": "type of work", "N1": "note", "N2": "abstract", "NV": "volumes",
    "OP": "original publication", "RI": "reviewed work", "RN": "research note", "RP": "reprint",
    "SE": "section", "SN": "ISBN or ISSN", "ST": "short title", "T2": "second title",
    "T3": "third title", "TA": "translated author", "TT": "translated title", "UR": "url",
    "Y2": "accessed",
  ]
}
