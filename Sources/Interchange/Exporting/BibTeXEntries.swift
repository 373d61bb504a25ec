import Model
import Text

/// Works as BibTeX, in UTF-8, which biber, pandoc and any BibTeX since 2010 with `inputenc` read.
///
/// `year` and `month` are for BibTeX, `date` (EDTF, as biblatex 3.9 and later reads it) for the rest.
/// Provenance stands outside of entries, where BibTeX reads nothing.
struct BibTeXEntries: BibliographyFormat {
  var frame: (opening: String, separator: String, closing: String) { ("\n", "\n", "\n") }

  func remark(_ line: String) -> String? {
    // An at-sign would begin an entry even there.
    "% "
      + Harmless.line(line).split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: "(at)") + "\n"
  }

  func entry(_ source: Source) -> String {
    let issue = IssueParts(source.issue)
    let (type, container, publisher) = Self.kind(of: source)
    var fields: [(String, String?)] = [
      ("title", source.title.map(Self.capitalsKept)),
      ("author", Self.authors(source.authors)),
      (container, source.container.map(Self.capitalsKept)),
      (publisher, source.publisher == source.container ? nil : source.publisher.map(Self.escaped)),
      ("volume", issue.volume), ("number", issue.number),
      ("pages", issue.pages?.split(separator: "-").joined(separator: "--")),
    ]
    fields += Self.date(source.date)
    fields.append(("url", source.address))
    fields.append(("language", source.language.map(Self.escaped)))
    let notes = issue.rest + [source.remarks].compactMap { $0 }
    fields.append(("note", notes.isEmpty ? nil : Self.escaped(notes.joined(separator: ". "))))
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
    return "@\(type){\(source.id.rawValue),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// The type of entry, and how it calls what a work appeared in and who published it.
  private static func kind(of source: Source) -> (String, String, String) {
    switch source.type {
    case "newspaper", "magazine": ("article", "journal", "publisher")
    case "article" where source.series != nil: ("article", "journal", "publisher")
    case "book": ("book", "series", "publisher")
    case "report": ("techreport", "type", "institution")
    default: ("misc", "howpublished", "publisher")
    }
  }

  private static func authors(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    return names.map { name in
      // A comma or an "and" would part it in two.
      name.contains(",") || name.lowercased().contains(" and ")
        ? "{\(escaped(name))}" : escaped(name)
    }.joined(separator: " and ")
  }

  private static func date(_ date: ExtendedDate?) -> [(String, String?)] {
    guard let date, let citable = CitableDate(date) else { return [] }
    let start = citable.start
    let isOfOneYear = citable.end == nil || citable.end?.first == start[0]
    let month = citable.end == nil && start.count > 1 ? "\(start[1])" : nil
    let isSet = date.description.contains { "[{".contains($0) }
    return [
      ("date", isSet ? nil : date.description), ("year", isOfOneYear ? "\(start[0])" : nil),
      ("month", month),
    ]
  }

  /// Words with a capital in braces, so that no style takes it from them.
  static func capitalsKept(_ text: String) -> String {
    Harmless.line(text).split(separator: " ").map { word in
      let safe = escaped(String(word))
      return word.contains { $0.isUppercase } ? "{\(safe)}" : safe
    }.joined(separator: " ")
  }

  /// With the characters that TeX acts on written so that it prints them.
  static func escaped(_ text: String) -> String {
    Harmless.line(text).reduce(into: "") { safe, character in
      switch character {
      case "#", "$", "%", "&", "_": safe += "\\\(character)"
      case "\\": safe += "\\textbackslash{}"
      case "{": safe += "\\textbraceleft{}"
      case "}": safe += "\\textbraceright{}"
      case "^": safe += "\\textasciicircum{}"
      case "~": safe += "\\textasciitilde{}"
      default: safe.append(character)
      }
    }
  }
}
