/// What a provider's codebook says of one column, in our words.
struct ColumnGuide: Sendable {
  /// The column's name, in lower case.
  var column: String
  /// What people call it: `Specificity of the coordinates`.
  var label: String
  /// One to three sentences.
  var text: String
  /// The codebook and its section, by its name: `GTD Codebook, August 2021, III. Incident Location`.
  var section: String
  /// What the codes mean; empty where values speak for themselves.
  var codes: [Int: String]

  init(
    _ column: String, _ label: String, _ section: String, _ text: String, codes: [Int: String] = [:]
  ) {
    self.column = column
    self.label = label
    self.text = text
    self.section = section
    self.codes = codes
  }
}

/// The columns that a codebook explains.
struct Codebook: Sendable {
  private let guides: [String: ColumnGuide]

  init(_ guides: [ColumnGuide]) {
    self.guides = Dictionary(
      guides.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What it says of a column, by its name in lower case; `suicide_txt` is explained with `suicide`.
  func guide(_ column: String) -> ColumnGuide? {
    guides[column] ?? (column.hasSuffix("_txt") ? guides[String(column.dropLast(4))] : nil)
  }

  /// The same with the codebook and its section.
  func entry(_ column: String) -> CodebookEntry? {
    guide(column).map { CodebookEntry($0.text, after: $0.section) }
  }

  /// What a code means, written as `3`, `3.0` or ` 3 `; nil where the codebook lists no such code.
  func meaning(_ column: String, _ value: String) -> String? {
    guard let codes = guides[column]?.codes, !codes.isEmpty else { return nil }
    return FileRow([value]).integer(0).flatMap { codes[$0] }
  }
}
