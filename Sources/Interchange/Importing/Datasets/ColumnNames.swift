/// The columns of a file, by name; upper and lower case count alike, as releases differ in it.
struct ColumnNames: Sendable {
  /// As the header has them, in the file's order.
  let all: [String]
  private let places: [String: Int]

  /// Reads a header; of two columns of one name the first counts.
  init(header: FileRow) {
    var all = header.fields.map(Self.trimmed)
    if let first = all.first, first.hasPrefix("\u{FEFF}") {
      all[0] = Self.trimmed(String(first.dropFirst()))
    }
    self.all = all
    places = Dictionary(
      all.enumerated().map { ($0.element.lowercased(), $0.offset) },
      uniquingKeysWith: { $1 < $0 ? $1 : $0 })
  }

  /// Where a column stands, from 0; nil where the file has none of that name.
  func place(_ name: String) -> Int? { places[name.lowercased()] }

  /// The column's name in lower case; nil where there is no such column.
  func key(_ column: Int) -> String? {
    all.indices.contains(column) ? all[column].lowercased() : nil
  }

  private static func trimmed(_ name: String) -> String {
    let blanks: Set<Character> = [" ", "\t"]
    return String(
      name.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
  }
}
