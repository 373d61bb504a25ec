import Model
import Text

/// Works as RIS (Research Information Systems, "RIS Format Specifications", 2001), in UTF-8, lines
/// ending with CRLF.
///
/// The format has no place for a remark outside of a work: provenance is told beside it.
struct RISEntries: BibliographyFormat {
  var frame: (opening: String, separator: String, closing: String) { ("", "\r\n", "") }

  func entry(_ source: Source) -> String {
    let issue = IssueParts(source.issue)
    let date = source.date.flatMap(CitableDate.init)
    var lines: [(String, String?)] = [
      ("TY", Self.type(of: source)), ("ID", source.id.rawValue), ("TI", source.title),
    ]
    lines += source.authors.map { ("AU", $0) }
    lines += [
      ("T2", source.container), ("PB", source.publisher), ("VL", issue.volume),
      ("IS", issue.number), ("SP", issue.pages), ("PY", date.map { "\($0.start[0])" }),
      ("DA", date.map { CitableDate.stroked($0.start) }), ("UR", source.address),
      ("LA", source.language),
    ]
    lines += (issue.rest + Self.notes(source, date)).map { ("N1", $0) }
    return lines.compactMap { tag, value in value.map { Self.line(tag, $0) } }.joined()
      + "ER  - \r\n"
  }

  /// What `DA` cannot say of the date, and what the reader must know.
  private static func notes(_ source: Source, _ date: CitableDate?) -> [String] {
    var notes = [source.remarks].compactMap { $0 }
    if let written = source.date, date.map({ $0.end != nil || $0.isCirca }) ?? true {
      notes.insert("Dated: \(written.words) (\(written))", at: 0)
    }
    return notes
  }

  private static func line(_ tag: String, _ value: String) -> String {
    "\(tag)  - \(Harmless.line(value))\r\n"
  }

  /// The reference type that is nearest to a casebook's.
  private static func type(of source: Source) -> String {
    switch source.type {
    case "newspaper": "NEWS"
    case "magazine": "MGZN"
    case "article": source.series == nil ? "ELEC" : "JOUR"
    case "audio": "SOUND"
    case "video", "broadcast": "VIDEO"
    case "website": "ELEC"
    case "book": "BOOK"
    case "report": "RPRT"
    default: "GEN"
    }
  }
}
