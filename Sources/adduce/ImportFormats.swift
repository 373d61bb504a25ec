/// What can be imported, for help and messages.
enum ImportFormats {
  static let all: [(key: String, title: String)] = [
    ("ged", "UCDP Georeferenced Event Dataset and Candidate Events, CSV of any release"),
    (
      "events",
      "a table of your own: id, title, kind, date (EDTF), groups, place, killed, wounded, note"
    ),
  ]

  static var keys: String { all.map(\.key).joined(separator: ", ") }

  static var list: String {
    "Formats:\n" + all.map { "  \($0.key.padding(10))\($0.title)" }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padding(_ count: Int) -> String {
    self + String(repeating: " ", count: max(1, count - self.count))
  }
}
