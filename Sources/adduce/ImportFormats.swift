/// What can be imported, for help and messages.
enum ImportFormats {
  static let all: [(key: String, title: String)] = [
    ("ged", "UCDP Georeferenced Event Dataset and Candidate Events, CSV of any release"),
    ("gtd", "Global Terrorism Database, the workbook (.xlsx) as distributed, or CSV"),
    ("acled", "ACLED, CSV with commas or semicolons"),
    (
      "events",
      "a table of your own: id, title, kind, date (EDTF), groups, place, latitude, longitude, precision, killed, wounded, note"
    ),
    ("ucdp-actors", "UCDP Actor Dataset: names, splinters, alliances; joins GED's groups by id"),
    ("ftm", "FollowTheMoney entities, JSON lines"),
    ("csl", "CSL-JSON, a bibliography"),
    ("bibtex", "BibTeX or BibLaTeX, a bibliography"),
    ("ris", "RIS, a bibliography"),
  ]

  static var keys: String { all.map(\.key).joined(separator: ", ") }

  static var list: String {
    "Formats:\n" + all.map { "  \($0.key.padding(13))\($0.title)" }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padding(_ count: Int) -> String {
    self + String(repeating: " ", count: max(1, count - self.count))
  }
}
