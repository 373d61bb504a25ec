import Model

/// Reads BibTeX and BibLaTeX: entries, `@string` macros, `#`, `@comment`, `@preamble`, `crossref`.
///
/// By *BibTeXing* (O. Patashnik, 1988), section 3, and the *biblatex* manual, section 2 (entry types,
/// fields) and 2.3.8 (dates, which are EDTF). Values lose their TeX (`LaTeXText`).
public enum BibTeX {
  /// Whether the first bytes of a file hold `@word{` or `@word(` at the beginning of a line.
  public static func recognises(_ start: [UInt8]) -> Bool {
    let text = RecordText.decode(Array(start.prefix(65536)))
    return text.split(whereSeparator: \.isNewline).contains { line in
      line.prefixMatch(of: /\s*@([A-Za-z]+)\s*[{(]\s*[^\s,{}()]*\s*(,|=|$|\s)/) != nil
    }
  }

  /// The works of a file, which may be UTF-8 or Latin-1. What cannot be taken of one costs no other.
  public static func read(_ bytes: [UInt8], file: String) -> ImportedRecords {
    var parser = BibTeXParser(RecordText.utf8(bytes), file: file)
    parser.parse()
    var reading = BibliographyReading(file: file)
    let fields = inherited(parser.entries)
    for (entry, fields) in zip(parser.entries, fields) {
      reading.take(BibTeXEntry(entry, fields: fields).entry, dateField: "date")
    }
    for problem in parser.problems { reading.add(problem) }
    var imported = reading.imported
    imported.problems.sort { $0.line < $1.line }
    return imported
  }

  /// The fields of each entry with those that it takes from the one that `crossref` or `xdata` names,
  /// directly, or by one more step; a title becomes the title of the book (biblatex, appendix B). Only
  /// what describes the whole is inherited, and no long text, so that ten thousand entries of one
  /// parent stay as small as they are written.
  private static func inherited(_ entries: [BibTeXParser.Entry]) -> [[String: String]] {
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() where places[entry.key.lowercased()] == nil {
      places[entry.key.lowercased()] = index
    }
    var all = entries.map(\.fields)
    for _ in 0..<2 {
      let before = all
      for index in all.indices {
        for link in ["crossref", "xdata"] {
          guard let parent = before[index][link].flatMap({ places[$0.lowercased()] }),
            parent != index
          else { continue }
          for name in Self.ofWholes {
            guard let value = before[parent][name], value.utf8.count <= 2000 else { continue }
            let isWhole = link == "crossref" && (name == "title" || name == "subtitle")
            let field = isWhole ? "book" + name : name
            if all[index][field] == nil { all[index][field] = value }
          }
        }
      }
    }
    return all
  }

  /// What an entry may inherit.
  private static let ofWholes = [
    "title", "subtitle", "journal", "journaltitle", "maintitle", "series", "editor", "translator",
    "publisher", "institution", "school", "organization", "location", "address", "volume",
    "number", "issue", "date", "year", "month", "day", "edition", "isbn", "issn", "langid",
    "language", "url", "doi", "howpublished", "eventdate", "eventtitle", "venue",
  ]

  /// Entry types of BibTeX and biblatex (manual, 2.1), as the casebook's words for sources; a type that
  /// has no such word keeps one of its own.
  static let types: [String: String] = [
    "article": "article", "artwork": "artwork", "audio": "audio", "book": "book",
    "bookinbook": "book", "booklet": "pamphlet", "collection": "book", "conference": "article",
    "dataset": "dataset", "electronic": "website", "image": "figure", "inbook": "book",
    "incollection": "book", "inproceedings": "article", "inreference": "entry",
    "jurisdiction": "legal case", "legal": "legislation", "legislation": "legislation",
    "letter": "letter", "magazine": "magazine", "manual": "manual", "mastersthesis": "thesis",
    "misc": "document", "movie": "video", "music": "audio", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "mvreference": "book",
    "newspaper": "newspaper", "online": "website", "patent": "patent", "performance": "performance",
    "periodical": "magazine", "phdthesis": "thesis", "proceedings": "book", "reference": "book",
    "report": "report", "review": "article", "software": "software", "standard": "standard",
    "suppbook": "book", "suppcollection": "book", "suppperiodical": "article",
    "techreport": "report", "thesis": "thesis", "unpublished": "manuscript", "video": "video",
    "webpage": "website", "www": "website",
  ]
}
